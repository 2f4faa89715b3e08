"""The client lists the type of each parameter, as Python has it."""

import sys

from gradio_client import Client

client = Client(sys.argv[1], verbose=False)
endpoints = client.view_api(return_format="dict")["named_endpoints"]
isbn = endpoints["/next"]["parameters"][0]
assert isbn["python_type"]["type"] == "str", isbn
guests = endpoints["/count"]["parameters"][0]
assert guests["python_type"]["type"].startswith("list["), guests
assert "name: str" in guests["python_type"]["type"], guests
assert client.predict([{"name": "Ada", "friends": 2}], api_name="/count") == 3
