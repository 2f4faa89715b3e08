"""Tables travel whole, whatever their size, and mistakes in them have a row and a column."""

import sys

from gradio_client import Client

client = Client(sys.argv[1], verbose=False)

sent = {"headers": ["name", "price", "sold"], "data": [["pear", 2.5, True], ["fig", "0.5", "false"]], "metadata": None}
assert client.predict(sent, api_name="/total") == 3
shown = client.predict(sent, api_name="/dearer")
assert shown == {"headers": ["name", "price", "sold"], "data": [["pear", 3.5, True], ["fig", 1.5, False]], "metadata": None}, shown

# A table that came from one function goes into the next, as it is or as bare rows.
many = client.predict(100_000, api_name="/many")
assert len(many["data"]) == 100_000 and many["data"][-1] == [99_999, "row 99999"], many["data"][-1]
few = client.predict(2, api_name="/many")
assert client.predict(few, api_name="/last") == "1 row 1"
assert client.predict([[1, "a"], [2, "b"]], api_name="/last") == "2 b"
assert client.predict(many, api_name="/last") == "99999 row 99999"

assert client.predict([[1, 2], [3, 4.5]], api_name="/matrix")["data"] == [[1, 2], [3, 4.5]]
styled = client.predict({"headers": ["a"], "data": [[1], [2]]}, api_name="/table")
assert styled["metadata"]["styling"] == [["color: red"], [""]], styled

for wrong, where in [([["pear", "dear", True]], "row 1, column `price`"), ("pear", "expected an object")]:
    try:
        client.predict(wrong, api_name="/total")
    except Exception as refused:
        assert where in str(refused), refused
    else:
        raise AssertionError(f"{wrong} was taken")
