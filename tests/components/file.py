"""Files go there and back with the official clients, whatever they are called."""

import os
import sys
import tempfile

from gradio_client import Client, handle_file

client = Client(sys.argv[1], verbose=False)
folder = tempfile.mkdtemp()


def file(name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as out:
        out.write(content)
    return handle_file(path)


for name in ("plain.txt", "with space (1).csv", "Ünïcode.bin"):
    content = os.urandom(300_000)
    back = client.predict(file(name, content), api_name="/back")
    with open(back, "rb") as saved:
        assert saved.read() == content, name

one, two = file("one.txt", b"1"), file("two.txt", b"22")
assert client.predict([one, two], api_name="/sizes") == "one.txt 1, two.txt 2"
assert client.predict(two, api_name="/bytes") == 2
message = {"text": "Look:", "files": [one, two]}
assert client.predict(message, api_name="/answer") == "Look: [one.txt 1] [two.txt 2]"
