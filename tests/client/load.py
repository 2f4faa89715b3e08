"""Another app as a part of a Gradio app, by `gr.load`: called through it as it is called itself."""

import sys

import gradio as gr
from gradio.external import from_spaces_blocks
from gradio_client import Client, handle_file

url = sys.argv[1]
app = gr.load(url, src=from_spaces_blocks)
_, here, _ = app.launch(prevent_thread_lock=True, quiet=True, server_name="127.0.0.1")
client = Client(here, verbose=False)


def expect(found, expected):
    assert found == expected, f"{found!r} is not {expected!r}"


expect(client.predict("Ada", 2, api_name="/greet"), "Hello, Ada! Hello, Ada!")
expect(client.predict("two words", api_name="/split"), ("two", 5))
expect(client.predict(1, [2, 3], api_name="/add"), 6)
# What is loaded there gives its last result alone, whatever it is loaded from.
expect(client.predict(3, api_name="/count"), "0 1 2 ")
with open("poem.txt", "w") as poem:
    poem.write("one\ntwo\n")
expect(client.predict(handle_file("poem.txt"), api_name="/lines"), 2)
# Gradio 6 passes on the files of no host but those of Hugging Face.
if gr.__version__.startswith("5."):
    with open(client.predict("a\nb", api_name="/note")) as note:
        expect(note.read(), "a\nb")
try:
    client.predict("mind", api_name="/fail")
    raise AssertionError("it never fails")
except AssertionError:
    raise
except Exception as error:
    assert "never mind" in str(error), error
# What is disabled is not there to be loaded.
try:
    client.predict("Ada", 1, api_name="/closed")
    raise AssertionError("it is callable")
except ValueError as error:
    assert "/closed" in str(error), error
