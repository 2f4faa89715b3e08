"""A value outside its bounds or choices is refused with words that name the argument."""

from common import connect, equal, failure

client = connect()
good = {"number": 4, "city": "rome", "size": 2, "tags": ["t1"]}
equal(client.predict(**good, api_name="/pick")[1], good)

for argument, value, words in [
    ("number", 99, ["20"]),
    ("number", 1, ["2"]),
    ("city", "Rome", ["Rome"]),
    ("size", 3, ["3"]),
    ("tags", ["t1", "nope"], ["nope"]),
]:
    error = failure(lambda: client.predict(**{**good, argument: value}, api_name="/pick"))
    for word in [argument, *words]:
        assert word in str(error), f"{argument}={value!r}: the error should say {word!r}: {error!r}"

equal(client.predict(**good, api_name="/pick")[1], good)
