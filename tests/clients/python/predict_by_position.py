"""Arguments by position, with and without the name of the only endpoint."""

from common import connect, equal

client = connect()
equal(client.predict("World", api_name="/greet"), "Hello World!")
equal(client.predict("Zoë 🦀 \"quoted\"\nnext", api_name="/greet"), "Hello Zoë 🦀 \"quoted\"\nnext!")
equal(client.predict("", api_name="/greet"), "Hello !")
equal(client.predict("World", fn_index=0), "Hello World!")
equal(client.predict("World"), "Hello World!")
