"""What Arrow and Polars show comes back as it went; what is sent gets the types of its columns."""

import sys

from gradio_client import Client

client = Client(sys.argv[1], verbose=False)

headers = ["name", "price", "sold", "picked"]
rows = [
    ["pear", 2.5, True, "2026-03-31"],
    ["fig", None, None, None],
    ["plum", 1, False, "2026-04-01"],
]
sent = {"headers": headers, "data": rows, "metadata": None}

for kind, types in [
    ("batch", ["Utf8", "Float64", "Boolean", "Date32"]),
    ("frame", ["str", "f64", "bool", "date"]),
]:
    back = client.predict(sent, api_name=f"/{kind}")
    assert back == {**sent, "data": rows[:2]}, back
    assert client.predict(back, api_name=f"/{kind}") == back
    # Numbers and flags may come as texts, as from a form or a spreadsheet.
    typed = {"headers": headers, "data": [["7", "2.5", "true", "2026-03-31"]]}
    assert client.predict(typed, api_name=f"/{kind}_types") == types
    wrong = {"headers": headers, "data": [["pear", 1, True, "soon"]]}
    try:
        client.predict(wrong, api_name=f"/{kind}_types")
    except Exception as refused:
        assert "row 1, column `picked`: expected a date" in str(refused), refused
    else:
        raise AssertionError("`soon` is no date")
