"""Integers, lists and several results come through with their types."""

from common import connect, equal

client = connect()
equal(client.predict(40, 2, ["x", "y", "z"], api_name="/add_and_slice"), (42, "x-y-z"))
equal(client.predict(a=-1, b=1, c=[], api_name="/add_and_slice"), (0, ""))

equal(
    client.predict(True, api_name="/rich"),
    {"flag": True, "ratio": 0.5, "mode": "fast", "tags": None, "extra": None},
)
equal(
    client.predict(False, 0.25, "slow", ["a", "é"], {"k": 1}, api_name="/rich"),
    {"flag": False, "ratio": 0.25, "mode": "slow", "tags": ["a", "é"], "extra": {"k": 1}},
)
