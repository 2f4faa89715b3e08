"""A sample is chosen by its number."""

import sys

from gradio_client import Client

client = Client(sys.argv[1], verbose=False)
assert client.predict(3, api_name="/person") == "3: Person 3, size 2"
assert client.predict(1, api_name="/colour") == "#0000ff"
try:
    client.predict(25, api_name="/person")
except Exception as refused:
    assert "there is no sample 25" in str(refused), refused
else:
    raise AssertionError("a sample that is not there was taken")
