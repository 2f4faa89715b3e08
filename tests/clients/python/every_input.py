"""Every kind of input gives the function what the client sent."""

from common import connect, equal

client = connect()
sent = ["words", "more", 2.5, 7, 6, False, ["a", "c"], "y", "d2", ["m2", "m3"], {"deep": [1, None, "é"]}]
equal(client.predict(*sent, api_name="/everything"), sent)

empty = ["", "", 0, 0, 0, True, [], "x", "d1", [], []]
equal(client.predict(*empty, api_name="/everything"), empty)
