"""The client's own help lists the endpoint with its parameters, their types and the docs."""

from common import connect, equal

client = connect()

listing = client.view_api(return_format="dict")
equal(list(listing["named_endpoints"]), ["/greet"])
endpoint = listing["named_endpoints"]["/greet"]
equal([p["parameter_name"] for p in endpoint["parameters"]], ["name"])
equal(endpoint["parameters"][0]["python_type"]["type"], "str")
equal(endpoint["parameters"][0]["parameter_has_default"], False)
equal([r["python_type"]["type"] for r in endpoint["returns"]], ["str"])

text = client.view_api(return_format="str")
for part in ['predict(name, api_name="/greet") -> ', "[Textbox] name: str (required)", "[Textbox] output: str"]:
    assert part in text, f"view_api does not say {part!r}:\n{text}"
