"""Every tool of these apps has schemas that are schemas: `schemas.py URL…`."""

import json
import sys
import urllib.request

from jsonschema import Draft202012Validator

HEADERS = {"content-type": "application/json", "accept": "application/json, text/event-stream"}


def ask(url, method):
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method}).encode()
    answer = urllib.request.urlopen(urllib.request.Request(url, body, HEADERS)).read().decode()
    (line,) = [line for line in answer.splitlines() if line.startswith("data: {")]
    return json.loads(line[6:])["result"]


count = 0
for url in sys.argv[1:]:
    for tool in ask(url, "tools/list")["tools"]:
        for key in ["inputSchema", "outputSchema"]:
            schema = tool.get(key, {"type": "object"})
            Draft202012Validator.check_schema(schema)
            assert schema["type"] == "object", (url, tool)
            assert "$ref" not in json.dumps(schema), (url, tool)
        assert tool["name"].replace("_", "a").isalnum() and len(tool["name"]) <= 120, (url, tool)
        count += 1
assert count > 50, count
