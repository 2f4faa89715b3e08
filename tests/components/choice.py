"""Choices go in by their values, and what is no choice is refused."""

import sys

from gradio_client import Client

client = Client(sys.argv[1], verbose=False)
assert client.predict("Large", ["a", "c"], 7, api_name="/choose") == "Large ac 7"
try:
    client.predict("Huge", [], 7, api_name="/choose")
except Exception as refused:
    assert "size" in str(refused), refused
else:
    raise AssertionError("a size that is no choice was taken")
