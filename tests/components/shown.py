"""What is shown arrives as data, and goes back in as such."""

import sys

from gradio_client import Client

client = Client(sys.argv[1], verbose=False)


def ask(name, *args):
    return client.predict(*args, api_name=f"/{name}")


assert ask("render", "# Hi") == "# Hi"

marked = ask("mark", "a b c")
assert marked == [
    {"token": "a ", "class_or_confidence": None},
    {"token": "b ", "class_or_confidence": 0.5},
    {"token": "c", "class_or_confidence": None},
], marked
assert ask("parts_of", ask("entities", "Zoë")) == "[Z:first]oë"

top = ask("classify", "cat")
assert top == {"label": "other", "confidences": [{"label": "other", "confidence": 0.75}]}, top

data = {"a": [1, None, {"b": "ä"}], "c": True}
assert ask("echo", data) == data

plot = ask("plot")
assert plot["type"] == "matplotlib", plot
assert plot["plot"].startswith("data:image/svg+xml;base64,"), plot
