"""Calls by keyword and by position, of what is listed, hidden and disabled."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "clients/python"))

from common import connect, equal, failure  # noqa: E402

client = connect()
numbers = list(range(1, 11))
equal(client.predict(a=3, b=5, c=numbers, api_name="/add_and_slice"), (8, [4, 5]))
equal(client.predict(3, 5, numbers, api_name="/add_and_slice"), (8, [4, 5]))
equal(client.predict(20, 22, api_name="/hidden"), 42)

error = failure(lambda: client.predict(1, 2, api_name="/off"))
assert "off" in str(error), error
off = next(it for it in client.config["dependencies"] if it["targets"] == [[9, "click"]] or it["api_name"] is False)
failure(lambda: client.predict(1, 2, fn_index=off["id"]))
