"""Arguments by name, in any order, and mixed with positions; a wrong name is refused."""

from common import connect, equal, failure

client = connect()
equal(client.predict(text="Hey", times=3, mark="?", api_name="/shout"), "Hey???")
equal(client.predict(mark="?", times=1, text="Hey", api_name="/shout"), "Hey?")
equal(client.predict("Hey", mark=".", times=4, api_name="/shout"), "Hey....")

error = failure(lambda: client.predict(text="Hey", volume=11, api_name="/shout"))
assert "volume" in str(error), f"the error should name the argument: {error!r}"
