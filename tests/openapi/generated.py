"""A client that a generator makes of the document calls the app."""

import subprocess
import sys
import tempfile
from pathlib import Path

url = sys.argv[1]
with tempfile.TemporaryDirectory() as folder:
    generator = Path(sys.executable).with_name("openapi-python-client")
    said = subprocess.run(
        [generator, "generate", "--url", url, "--meta", "none", "--output-path", f"{folder}/made", "--fail-on-warning"],
        capture_output=True,
        text=True,
        # It tidies up with a program that was installed beside it.
        env={"PATH": f"{generator.parent}:/usr/bin:/bin"},
    )
    assert said.returncode == 0, said.stdout + said.stderr
    sys.path.insert(0, folder)

    from made import Client
    from made.api.greet import greet_call_v2, greet_run
    from made.models import GreetArguments, GreetCall, Queued, Refused

    client = Client(base_url=url.removesuffix("/gradio_api/openapi.json"))
    answer = greet_run.sync(client=client, body=GreetCall(data=["World"]))
    assert answer.data == ["Hello World!"], answer

    queued = greet_call_v2.sync(client=client, body=GreetArguments(name="World"))
    assert isinstance(queued, Queued), queued
    stream = client.get_httpx_client().get(f"/gradio_api/call/v2/greet/{queued.event_id}")
    assert 'event: complete\ndata: ["Hello World!"]' in stream.text, stream.text

    refused = greet_run.sync(client=client, body=GreetCall(data=[]))
    assert isinstance(refused, Refused), refused
