"""A model goes there and comes back as it was; nothing else is taken for one."""

import sys
import tempfile
from pathlib import Path

from gradio_client import Client, handle_file

folder = Path(tempfile.mkdtemp())
client = Client(sys.argv[1], verbose=False, download_files=folder / "downloads")
model = folder / "corner.obj"
model.write_text("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")
answer = Path(client.predict(handle_file(model), api_name="/keep"))
assert (answer.name, answer.read_bytes()) == ("corner.obj", model.read_bytes()), answer

notes = folder / "notes.txt"
notes.write_text("v 0 0 0")
try:
    client.predict(handle_file(notes), api_name="/keep")
except Exception as refused:
    assert "notes.txt is no model of a thing" in str(refused), refused
else:
    raise AssertionError("a text was taken for a model")
