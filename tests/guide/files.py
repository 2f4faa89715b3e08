"""A local path is sent first, and what comes back is a local path with the same bytes."""

import pathlib
import sys
import tempfile

from gradio_client import Client, handle_file

client = Client(sys.argv[1], verbose=False)
with tempfile.TemporaryDirectory() as folder:
    clip = pathlib.Path(folder, "clip.webm")
    clip.write_bytes(b"moving pictures")
    assert client.predict({"video": handle_file(str(clip)), "subtitles": None}, api_name="/read") == "moving pictures"
    answer = client.predict({"video": handle_file(str(clip)), "subtitles": handle_file(str(clip))}, api_name="/again")
    for key in ("video", "subtitles"):
        back = answer[key]
        path = back if isinstance(back, str) else back["path"]
        assert pathlib.Path(path) != clip, answer
        assert pathlib.Path(path).read_bytes() == b"moving pictures", answer
