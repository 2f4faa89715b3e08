"""Colours, dates and code travel as texts; what is none is refused with the reason."""

import sys

from gradio_client import Client

client = Client(sys.argv[1], verbose=False)


def refused(why, *arguments, api_name):
    try:
        given = client.predict(*arguments, api_name=api_name)
    except Exception as refusal:
        assert why in str(refusal), refusal
    else:
        raise AssertionError(f"{arguments} gave {given}")


assert client.predict("rgba(255, 128.4, 0, 1)", api_name="/opposite") == "#007fff"
assert client.predict("#000", api_name="/opposite") == "#ffffff"
refused("is no colour", "blurple", api_name="/opposite")

assert client.predict("2020-10-10 05:01:01", api_name="/later") == "2020-10-10 05:02:01"
# The night in which summer ends has one hour twice.
assert client.predict("2020-10-25 02:59:30", 3600 + 60, api_name="/later") == "2020-10-25 03:00:30"
refused("is no date", "2020-02-30 00:00:00", api_name="/later")
refused("is no date", "yesterday", api_name="/later")
assert 299 <= client.predict("now - 5m", api_name="/how_old") <= 310

assert client.predict("fn main() {}\n\n", api_name="/indented") == "fn main() {}"
info = client.view_api(return_format="dict")["named_endpoints"]
assert info["/later"]["parameters"][0]["type"]["description"] == "Formatted as YYYY-MM-DD HH:MM:SS"
assert info["/opposite"]["parameters"][0]["example_input"] == "#000000"
