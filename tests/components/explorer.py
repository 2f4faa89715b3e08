"""Files of the server are named by the folders that lead to them."""

import sys

from gradio_client import Client

client = Client(sys.argv[1], verbose=False)
assert client.predict([["index.txt"], ["poems", "fog.txt"]], api_name="/pick") == "index.txt poems/fog.txt"
assert client.predict("poems/fog.txt", api_name="/find") == [["poems", "fog.txt"]]
for names in (["..", "secret.txt"], ["noise.log"], ["nothing.txt"]):
    try:
        client.predict([names], api_name="/pick")
    except Exception as refused:
        assert "files" in str(refused), refused
    else:
        raise AssertionError(f"{names} was taken")
