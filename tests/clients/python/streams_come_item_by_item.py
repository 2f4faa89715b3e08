"""A function that gives one result after the other: each arrives whole, and cancelling ends it."""

from common import connect, equal, until

client = connect()
equal(list(client.submit(3, api_name="/text")), ["0 ", "0 1 ", "0 1 2 "])
equal(client.predict(3, api_name="/text"), "0 1 2 ")

job = client.submit(3, api_name="/mixed")
equal(list(job), [
    ("step 0", {"i": 0, "items": [], "odd": False}, 0),
    ("step 1", {"i": 1, "items": [0], "odd": True}, 1),
    ("step 2", {"i": 2, "items": [0, 1], "odd": False}, 2),
])
equal(job.outputs()[-1], job.result())

shapes = list(client.submit(api_name="/shapes"))
equal(shapes[2], {"a": 2, "c": None, "l": [1]})
equal(shapes[4:7], [[1, 2, 3], [1, 9], None])
equal(shapes[8], {"nested": [{"t": "hello"}, {"t": "wo", "u": 1}]})

for seed in range(8):
    equal(list(client.submit(seed, api_name="/wild")), client.predict(seed, api_name="/all_wild"))

equal(list(client.submit(api_name="/one_yield")), ["only"])

job = client.submit(1000, api_name="/slowly")
until(lambda: len(job.outputs()) >= 2, "the first items are here")
job.cancel()
until(job.done, "the cancelled job ends")
assert len(job.outputs()) < 1000
