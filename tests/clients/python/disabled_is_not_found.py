"""A disabled endpoint cannot be called by name."""

from common import connect, equal, failure

client = connect()
error = failure(lambda: client.predict("x", api_name="/disabled"))
assert "disabled" in str(error), f"the error should name what was asked for: {error!r}"
equal(client.predict("x", api_name="/shown"), "x")
