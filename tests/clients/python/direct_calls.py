"""An endpoint that is not queued is called like any other."""

from common import connect, equal

client = connect()
equal(client.predict("a", api_name="/nq"), "a!")
equal(client.predict("b", api_name="/q"), "b!")
equal(client.submit("c", api_name="/nq").result(timeout=20), "c!")
