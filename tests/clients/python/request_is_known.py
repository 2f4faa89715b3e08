"""The function learns the headers, the address and the session of whoever calls."""

from gradio_client import Client

from common import URL, equal

client = Client(URL, verbose=False, headers={"x-caller": "tests", "cookie": "token=abc"})
for name in ["/ask", "/directly"]:
    known = client.predict("x-caller", api_name=name)
    equal(known["header"], "tests")
    equal(known["cookie"], "abc")
    equal(known["client"], "127.0.0.1")
    equal(known["session"], client.session_hash)
    assert known["asked"].startswith("/gradio_api/"), known
equal(client.predict("x-absent", api_name="/ask")["header"], None)
assert client.predict("user-agent", api_name="/ask")["header"].startswith("gradio_client/")
