"""All that an app offers, through the official Python SDK, either line: `client.py URL http|sse`."""

import asyncio
import base64
import json
import sys
from contextlib import asynccontextmanager
from importlib.metadata import version

URL, TRANSPORT = sys.argv[1:]
LINE = int(version("mcp").split(".")[0])
HEADERS = {"x-api-token": "secret"}
told = []


def plain(answer):
    """An answer as it travelled, whatever its line calls things."""
    return answer.model_dump(by_alias=True, mode="json", exclude_none=True)


async def on_log(params):
    told.append(params.data)


async def on_progress(progress, total, message):
    told.append((progress, message))


@asynccontextmanager
async def connected():
    from mcp import ClientSession

    if LINE == 2:
        import httpx2
        from mcp import Client
        from mcp.client.streamable_http import streamable_http_client

        http = httpx2.AsyncClient(headers=HEADERS)
        async with http, Client(streamable_http_client(f"{URL}/gradio_api/mcp/", http_client=http)) as client:
            yield client
        return
    if TRANSPORT == "sse":
        from mcp.client.sse import sse_client

        opened = sse_client(f"{URL}/gradio_api/mcp/sse", headers=HEADERS)
    else:
        from mcp.client.streamable_http import streamablehttp_client

        opened = streamablehttp_client(f"{URL}/gradio_api/mcp/", headers=HEADERS)
    async with opened as streams, ClientSession(*streams[:2], logging_callback=on_log) as session:
        await session.initialize()
        yield session


async def main():
    async with connected() as client:

        async def call(tool, arguments=None, **more):
            return plain(await client.call_tool(tool, arguments or {}, **more))

        def text(answer):
            return [part["text"] for part in answer["content"] if part["type"] == "text"]

        # Tools, with what they take and give.
        tools = {tool["name"]: tool for tool in plain(await client.list_tools())["tools"]}
        counter = tools["letter_counter"]
        assert counter["description"] == "Counts a letter in a word.", counter
        assert counter["inputSchema"]["properties"]["letter"] == {
            "type": "string",
            "description": "What to count.",
            "default": "r",
        }, counter
        assert "required" not in counter["inputSchema"], counter
        assert tools["halve"]["inputSchema"]["required"] == ["number"], tools["halve"]
        assert not {"quiet", "undocumented", "test_simple_prompt", "static_text"} & tools.keys(), tools.keys()
        answer = await call("letter_counter")
        assert text(answer) == ["3"] and answer["structuredContent"] == {"result": 3}, answer
        answer = await call("letter_counter", {"word": "banana", "letter": "a"})
        assert text(answer) == ["3"] and not answer.get("isError"), answer
        answer = await call("halve", {"number": 7})
        assert text(answer) == ["3", "1"], answer
        assert answer["structuredContent"] == {"half": 3, "the_rest": 1}, answer
        assert text(await call("words", {"text": "a b c"})) == ["a b c"]

        # Files, in and out.
        picture = (await call("test_image_content"))["content"]
        assert picture[0]["type"] == "image" and picture[0]["mimeType"].startswith("image/"), picture
        assert picture[1]["text"].startswith(f"Image URL: {URL}/gradio_api/file="), picture
        assert "format" in tools["size"]["inputSchema"]["properties"]["file"], tools["size"]
        whole = "data:text/plain;base64," + base64.b64encode(b"hello").decode()
        assert text(await call("size", {"file": whole})) == ["5"]
        note = (await call("test_embedded_resource"))["content"][0]["resource"]
        assert text(await call("size", {"file": note["uri"]})) == [str(len(note["text"]))]
        for theft in ["/etc/passwd", "file:///etc/passwd", "http://169.254.169.254/x", f"http://127.0.0.1:9/x"]:
            answer = await call("size", {"file": theft})
            assert answer["isError"] and answer["_meta"]["failure"]["field"] == "file", answer

        # Errors, for those that read and for those that act.
        answer = await call("order", {"amount": 11})
        assert answer["isError"] and text(answer) == ["There are only ten left"], answer
        assert answer["_meta"]["failure"] == {
            "code": "out_of_stock",
            "message": "There are only ten left",
            "field": "amount",
            "retry": True,
        }, answer
        for arguments, code in [({"amount": "many"}, "invalid"), ({}, "missing"), ({"amount": 1, "of": 2}, "surplus")]:
            answer = await call("order", arguments)
            assert answer["isError"] and answer["_meta"]["failure"]["code"] == code, answer
        try:
            await call("quiet")
        except Exception as error:
            assert "Unknown tool" in str(error), error
        else:
            raise AssertionError("a function that is no tool was called")

        # On the way.
        await call("test_tool_with_progress", progress_callback=on_progress)
        numbers = [entry[0] for entry in told]
        assert numbers == sorted(set(numbers)) and len(numbers) >= 4, told
        assert any(entry[1] == "Progress Testing: Step 50 of 100" for entry in told), told
        told.clear()
        if LINE == 1:
            await call("test_tool_with_logging")
            await asyncio.sleep(0.2)
            assert "Tool processing data" in told, told

        # Headers, and what is kept for a session.
        seen = [text(await call("visits"))[0] for _ in range(2)]
        kept = ["1 by secret", "2 by secret"] if LINE == 1 else ["1 by secret"] * 2
        assert seen == kept, seen

        # A call that nobody waits for any more is stopped.
        if LINE == 1:
            from mcp import types

            running = asyncio.create_task(call("long"))
            await asyncio.sleep(0.3)
            request = client._request_id - 1
            params = types.CancelledNotificationParams(requestId=request, reason="enough")
            notice = types.CancelledNotification(method="notifications/cancelled", params=params)
            await client.send_notification(types.ClientNotification(notice))
            running.cancel()
        else:
            running = asyncio.create_task(call("long"))
            await asyncio.sleep(0.3)
            running.cancel()
        for _ in range(50):
            if text(await call("cancelled")) != ["0"]:
                break
            await asyncio.sleep(0.1)
        else:
            raise AssertionError("a call goes on after it was cancelled")

        # Resources.
        listed = plain(await client.list_resources())["resources"]
        assert [it["uri"] for it in listed] == ["test://static-text", "test://static-binary"], listed
        templates = plain(await client.list_resource_templates())["resourceTemplates"]
        assert templates[0]["uriTemplate"] == "test://template/{id}/data", templates
        read = plain(await client.read_resource("test://template/J%C3%BCrg/data"))["contents"][0]
        assert json.loads(read["text"])["id"] == "Jürg" and read["mimeType"] == "application/json", read
        read = plain(await client.read_resource("test://static-binary"))["contents"]
        assert len(read) == 1 and base64.b64decode(read[0]["blob"]), read
        try:
            await client.read_resource("nope://x")
        except Exception as error:
            assert "Resource not found: nope://x" in str(error), error
        else:
            raise AssertionError("a resource that is not there was read")

        # Prompts.
        prompts = {it["name"]: it for it in plain(await client.list_prompts())["prompts"]}
        assert prompts["test_prompt_with_arguments"]["arguments"][0] == {
            "name": "arg1",
            "description": "The first.",
            "required": True,
        }, prompts
        messages = plain(await client.get_prompt("greet_user", {"name": "Ann", "style": "Formal"}))["messages"]
        assert [it["role"] for it in messages] == ["user", "assistant"], messages
        assert messages[1]["content"]["text"] == "In a polite way?", messages

    print("all is well")


asyncio.run(asyncio.wait_for(main(), 60))
