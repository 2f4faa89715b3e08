"""Chats remember what was said in a session; clients send the message alone."""

import sys

from gradio_client import Client, handle_file

client = Client(sys.argv[1], verbose=False)
info = client.view_api(return_format="dict")["named_endpoints"]
names = [it["parameter_name"] for it in info["/chat"]["parameters"]]
assert names == ["message", "greeting"], names
assert [it["label"] for it in info["/chat"]["returns"]] == ["Response", "Letters"], info["/chat"]
assert set(info) == {"/chat", "/look", "/yes"}, set(info)


def words(client, message, **more):
    answer, letters = client.predict(message, api_name="/chat", **more)
    assert letters == len(message)
    assert answer[0]["metadata"]["title"] == "Thinking", answer
    return answer[1]["content"]


assert words(client, "one") == "**one** after 0 ..."
assert words(client, "two") == "**two** after 3 ..."
assert words(client, "six", greeting="So: ") == "So: **six** after 6 ..."
# Another session starts anew.
other = Client(sys.argv[1], verbose=False)
assert words(other, "one") == "**one** after 0 ..."

# It streams.
job = client.submit("four", api_name="/chat")
job.result()
steps = [answer[1]["content"] for answer, _ in job.outputs()]
assert steps == [f"**four** after 9 {'.' * part}" for part in (1, 2, 3)], steps

# An error says why, and what was asked stays.
try:
    client.predict("sorry", api_name="/chat")
except Exception as error:
    assert "This is not to be answered" in str(error), error
else:
    raise AssertionError("an error is one")
assert words(client, "on").startswith("**on** after 15"), words(client, "on")

# Plain words are a text; words and files are not.
assert client.predict("really", api_name="/yes") == "Yes"
message = {"text": "Look", "files": [handle_file(__file__)]}
answer = client.predict(message, api_name="/look")
assert answer[0]["content"] == "0 Look", answer
with open(answer[1]["content"]["file"], encoding="utf-8") as file, open(__file__, encoding="utf-8") as own:
    assert file.read() == own.read()
again = client.predict({"text": "Again", "files": []}, api_name="/look")
assert again == "4 Again", again
