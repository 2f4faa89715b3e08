"""The message, title and duration of an error reach the caller; the details of a crash do not."""

from common import connect, equal, failure

client = connect()

error = failure(lambda: client.predict("x", api_name="/user_facing"))
equal(type(error).__name__, "AppError")
equal(str(error), "bad input")

error = failure(lambda: client.predict("x", api_name="/full"))
equal((error.message, error.title, error.duration, error.visible), ("bad <b>html</b>", "Oops", 3, False))

error = failure(lambda: client.predict("x", api_name="/panics"))
assert "secret detail" not in str(error), f"a crash must not tell its details: {error!r}"

# The server lives on, and so does this client's session.
equal(client.predict("still here", api_name="/fine"), "still here")
