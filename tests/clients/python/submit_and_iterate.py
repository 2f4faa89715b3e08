"""A submitted job goes through its states, can be iterated, and keeps its outputs."""

from common import connect, equal, until

client = connect()

job = client.submit("World", api_name="/greet")
equal(job.result(timeout=20), "Hello World!")
until(job.done, "the job is done")
equal(job.outputs(), ["Hello World!"])
equal(job.status().code.value, "FINISHED")
equal(job.status().success, True)

# Iterating gives what comes before the end, which for a plain function is nothing, and then stops.
job = client.submit("again", api_name="/greet")
equal([item for item in job if item != "Hello again!"], [])
equal(job.result(timeout=20), "Hello again!")

seen = []
job = client.submit("callback", api_name="/greet", result_callbacks=[seen.append])
job.result(timeout=20)
until(lambda: seen == ["Hello callback!"], "the callback is called with the result")
