"""Pieces of an input go to a run one after the other, and those in between are dropped."""

import base64
import json
import struct
import sys
import threading
import time
import wave
import zlib
from array import array
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from gradio_client import Client

address = sys.argv[1].rstrip("/")
api = f"{address}/gradio_api"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
DOT = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0red")) + chunk(b"IEND", b"")
picture = {"url": "data:image/png;base64," + base64.b64encode(DOT).decode(), "path": None}


def post(path, body):
    headers = {"content-type": "application/json"}
    request = Request(f"{api}/{path}", json.dumps(body).encode(), headers)
    with urlopen(request, timeout=30) as answer:
        return json.load(answer)


class Stream:
    """A run that takes pieces, and what is told of it."""

    def __init__(self, session, function, data):
        self.messages = []
        self.body = {"data": data, "fn_index": function, "session_hash": session}
        self.event = post("queue/join", self.body)["event_id"]
        self.reader = threading.Thread(target=self.read, args=[session], daemon=True)
        self.reader.start()

    def read(self, session):
        with urlopen(f"{api}/queue/data?session_hash={session}", timeout=30) as lines:
            for line in lines:
                if line.startswith(b"data:"):
                    self.messages.append(json.loads(line[5:]))

    def told(self, kind):
        return [message for message in self.messages if message["msg"] == kind]

    def until(self, kind, count=1):
        deadline = time.time() + 20
        while len(self.told(kind)) < count:
            assert time.time() < deadline, (kind, [message["msg"] for message in self.messages])
            time.sleep(0.02)
        return self.told(kind)[-1]

    def piece(self):
        return post(f"stream/{self.event}", self.body)


# The event says what it is.
config = json.load(urlopen(f"{address}/config"))
(event,) = [event for event in config["dependencies"] if event["api_name"] == "slowly"]
assert event["connection"] == "stream" and event["event_specific_args"] == ["stream_every"], event
assert event["targets"] == [[event["inputs"][0], "stream"]], event
given = next(block for block in config["components"] if block["id"] == event["inputs"][0])
assert given["props"]["streaming"] is True and given["props"]["sources"] == ["webcam"], given

# Whoever sends one picture by a client is given one.
shown = Client(address, verbose=False).predict(picture, api_name="/slowly")
assert shown["url"].startswith("data:image/jpeg;base64,"), shown

# Pieces that come while the function is busy take each other's place: the first and the last are seen.
stream = Stream("sessiona", event["id"], [picture])
first = stream.until("process_streaming")
assert first["success"] and first["output"]["is_generating"] is True, first
assert first["output"]["data"][0]["url"].startswith("data:image/jpeg;base64,")
assert 15 < first["time_limit"] < 20, first["time_limit"]
for _ in range(8):
    assert stream.piece() == {"msg": "success"}
stream.until("process_streaming", 3)
assert post(f"stream/{stream.event}/close", {}) == {"msg": "success"}
last = stream.until("process_completed")
assert last["success"] and last["output"]["data"] == first["output"]["data"], last
stream.until("close_stream")
assert len(stream.told("process_streaming")) <= 4, len(stream.told("process_streaming"))

# What has ended takes no more.
try:
    stream.piece()
    raise AssertionError("a piece was taken after the end")
except HTTPError as why:
    assert why.code == 404, why

# Sound that is played while it is made, and is one file at the end.
client = Client(address, verbose=False)
with wave.open(client.predict(api_name="/tune"), "rb") as file:
    assert (file.getframerate(), file.getnframes()) == (8000, 24_000)
    samples = array("h", file.readframes(24_000))
    assert [samples[0], samples[8000], samples[-1]] == [1000, 2000, 3000]
whole = Path(client.predict(api_name="/frames"))
assert whole.suffix == ".mp3" and whole.stat().st_size == 3 * 38 * 417, whole

# The list of its pieces grows, and players are told of its end.
(tune,) = [event["id"] for event in config["dependencies"] if event["api_name"] == "tune"]
stream = Stream("sessionb", tune, [])
first = stream.until("process_generating")
list_file = first["output"]["data"][0]
assert list_file["is_stream"] is True and list_file["path"].endswith("/playlist.m3u8"), list_file
assert list_file["path"].startswith(f"sessionb/{stream.event}/"), list_file
assert list_file["url"] == f"{api}/stream/{list_file['path']}", list_file
with urlopen(list_file["url"]) as answer:
    assert answer.headers["content-type"] == "application/vnd.apple.mpegurl"
    assert b"ENDLIST" not in answer.read()
last = stream.until("process_completed")["output"]["data"][0]
assert last["is_stream"] is False and last["orig_name"] == "audio.wav", last
assert [message["output"]["data"] for message in stream.told("process_generating")[1:]] == [[[]], [[]]]
lines = urlopen(list_file["url"]).read().decode().splitlines()
assert lines[0] == "#EXTM3U" and lines[-1] == "#EXT-X-ENDLIST", lines
assert [line for line in lines if line.startswith("#EXTINF")] == ["#EXTINF:1.000000,"] * 3, lines
pieces = [line for line in lines if not line.startswith("#")]
folder = list_file["url"].rsplit("/", 1)[0]
for piece in pieces:
    with urlopen(f"{folder}/{piece}") as answer:
        assert answer.headers["content-type"] == 'audio/mp4; codecs="flac"'
        assert answer.read()[4:8] == b"moof"
with urlopen(f"{folder}/playlist-file") as answer:
    assert answer.read()[4:8] == b"ftyp"
for missing in (f"{folder}/9.m4s", f"{api}/stream/sessionb/{'0' * 32}/1/playlist.m3u8"):
    try:
        urlopen(missing)
        raise AssertionError(missing)
    except HTTPError as why:
        assert why.code == 404, why
