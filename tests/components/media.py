"""Sounds and films go there and come back, and nothing else is taken for one."""

import json
import struct
import sys
import tempfile
import wave
from array import array
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from gradio_client import Client, handle_file

folder = Path(tempfile.mkdtemp())
address = sys.argv[1].rstrip("/")
client = Client(address, verbose=False, download_files=folder / "downloads")


def write(name, samples, channels=1, rate=8000):
    with wave.open(str(folder / name), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(array("h", samples).tobytes())
    return folder / name


def read(path):
    with wave.open(path, "rb") as file:
        samples = array("h", file.readframes(file.getnframes()))
        return file.getframerate(), file.getnchannels(), list(samples)


def refused(*arguments, api_name):
    try:
        client.predict(*arguments, api_name=api_name)
    except Exception as why:
        return str(why)
    raise AssertionError(f"{arguments} was taken by {api_name}")


stereo = write("stereo.wav", [1, 2, 300, 400, -5000, -6000], channels=2)
answer = client.predict(handle_file(stereo), api_name="/backwards")
assert read(answer) == (8000, 2, [-5000, -6000, 300, 400, 1, 2]), read(answer)

# A file that a function only passes on is the same, byte for byte, by its own name.
answer = client.predict(handle_file(stereo), api_name="/keep")
assert Path(answer).read_bytes() == stereo.read_bytes() and Path(answer).name == "stereo.wav", answer

second = write("second.wav", [0, 16384] * 4000)
assert client.predict(handle_file(second), api_name="/measure") == "1.0 s, up to 0.50"
assert client.predict(None, api_name="/measure") == "silence"
assert client.predict(api_name="/measure") == "silence"

# What is no sound, or too much of it, is refused.
(folder / "words.txt").write_text("words")
assert "words.txt is no sound file" in refused(handle_file(folder / "words.txt"), api_name="/keep")
(folder / "words.wav").write_text("words")
assert refused(handle_file(folder / "words.wav"), api_name="/backwards")
long = write("long.wav", [0] * 48000)
assert "more than the maximum 5 s" in refused(handle_file(long), api_name="/keep")

# A film is sent as the older line of clients sends it, and as the newer does.
film = folder / "film.mp4"
film.write_bytes(b"not really a film")
for sent in [{"video": handle_file(film)}, {"video": handle_file(film), "subtitles": None}, handle_file(film)]:
    answer = client.predict(sent, "Hello", api_name="/film")
    assert Path(answer["video"]).read_bytes() == film.read_bytes(), answer
    assert Path(answer["subtitles"]).read_text().startswith("WEBVTT"), answer
answer = client.predict({"video": handle_file(film)}, None, api_name="/film")
assert answer["subtitles"] is None, answer

# Nor is one taken that is too long: six seconds, as the head of a WebM says it.
head = bytes.fromhex("1a45dfa380 18538067 8c 1549a966 87 4489 84") + struct.pack(">f", 6000)
(folder / "long.webm").write_bytes(head)
why = refused({"video": handle_file(folder / "long.webm")}, None, api_name="/film")
assert "6.0 s are more than the maximum 5 s" in why and "video" in why.lower(), why
assert "no video file" in refused({"video": handle_file(folder / "words.txt")}, "", api_name="/film")



# The examples on the page of the API are such that can be sent.
def there(file):
    return handle_file(f"{address}/gradio_api/file={file['path']}")


endpoints = client.view_api(return_format="dict")["named_endpoints"]
example = endpoints["/backwards"]["parameters"][0]["example_input"]
rate, channels, samples = read(client.predict(there(example), api_name="/backwards"))
assert (rate, channels, len(samples)) == (8000, 1, 4000)
example = endpoints["/film"]["parameters"][0]["example_input"]
answer = client.predict({"video": there(example["video"])}, None, api_name="/film")
assert Path(answer["video"]).read_bytes().startswith(b"\x1a\x45\xdf\xa3"), answer

# A file that was never sent here is not taken, whatever says that it is one. The client would send
# its own file of that name, so this goes without it.
stolen = {"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}
for name, data in [("keep", [stolen]), ("film", [{"video": stolen}, None]), ("film", [stolen, None])]:
    request = Request(f"{address}/gradio_api/run/{name}", json.dumps({"data": data}).encode())
    request.add_header("Content-Type", "application/json")
    try:
        raise AssertionError(urlopen(request).read())
    except HTTPError as why:
        assert why.code == 422 and b"root:" not in why.read(), why
