"""What has a default may be left out; what has none may not."""

from common import connect, equal, failure

client = connect()
equal(client.predict("Hey", api_name="/shout"), "Hey!!")
equal(client.predict(text="Hey", mark="?", api_name="/shout"), "Hey??")

error = failure(lambda: client.predict(api_name="/shout"))
assert "text" in str(error), f"the error should name the missing argument: {error!r}"
