"""Conversations travel as messages or as pairs, with their files."""

import json
import sys
import urllib.request

from gradio_client import Client, handle_file

client = Client(sys.argv[1], verbose=False)


def ask(name, *args):
    return client.predict(*args, api_name=f"/{name}")


talk, words = ask("answer", [], "hello")
assert words == "", words
assert [it["role"] for it in talk] == ["user", "assistant", "assistant"], talk
assert talk[1]["metadata"]["title"] == "Thinking", talk
assert talk[2]["options"] == [{"value": "yes"}, {"value": "no"}], talk
assert ask("echo", talk) == talk

# Newer clients write what is said as a list of blocks.
blocks = [{"role": "user", "metadata": None, "options": None, "content": [{"type": "text", "text": "hi"}]}]
assert ask("echo", blocks)[0]["content"] == "hi"

pairs = [["hi", None], ["you", "there?"]]
assert [list(pair) for pair in ask("pairs", pairs)] == pairs

# Files are there to be read.
shown = ask("everything")
with open(shown[1]["content"]["file"], "rb") as file:
    picture = file.read()
assert picture.startswith(b"\x89PNG"), picture
sent = [{"role": "user", "content": {"file": handle_file(shown[1]["content"]["file"]), "alt_text": None}}]
with open(ask("echo", sent)[0]["content"]["file"], "rb") as file:
    assert file.read() == picture

# A path that the server did not hand out is refused. The client would upload the file: this asks by hand.
stolen = {"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}
body = {"data": [[{"role": "user", "content": {"file": stolen, "alt_text": None}}]]}
call = urllib.request.Request(f"{sys.argv[1]}/gradio_api/run/echo", json.dumps(body).encode(), {"Content-Type": "application/json"})
try:
    urllib.request.urlopen(call)
except urllib.error.HTTPError as refused:
    assert refused.code == 422, refused
else:
    raise AssertionError("a path of the server was taken")
