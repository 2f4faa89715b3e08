"""A client that is given the address finds the app's configuration."""

from common import URL, connect, equal

client = connect()
equal(client.config["version"], "5.49.1")
equal(client.config["protocol"], "sse_v3")
equal(client.config["api_prefix"], "/gradio_api")
equal(client.config["root"].rstrip("/"), URL.rstrip("/"))
equal(client.config["title"], "Hello")
