"""A hidden endpoint is not listed, and answers whoever knows its name."""

from common import connect, equal

client = connect()
equal(list(client.view_api(return_format="dict")["named_endpoints"]), ["/shown"])
equal(client.predict("x", api_name="/hidden"), "hidden x")
# With one listed endpoint no name is needed.
equal(client.predict("x"), "x")
