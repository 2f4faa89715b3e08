"""Connects with the settings that the API page gives: `settings.py URL`."""

import asyncio
import html
import json
import re
import sys
import urllib.request

from mcp import Client

URL = sys.argv[1]
page = urllib.request.urlopen(f"{URL}/?view=api").read().decode()


def settings(client):
    figure = re.search(rf'<figure class="code" data-client="{client}".*?<code>(.*?)</code>', page, re.S)
    return html.unescape(re.sub("<[^>]*>", "", figure[1]))


async def tools(url):
    async with Client(url) as client:
        return [tool.name for tool in (await client.list_tools()).tools]


async def main():
    address = settings("address")
    assert address == f"{URL}/gradio_api/mcp/", address
    assert address in settings("claude-code"), settings("claude-code")
    for client, key, place in [
        ("cursor", "mcpServers", "url"),
        ("vscode", "servers", "url"),
        ("cline", "mcpServers", "url"),
        ("gemini", "mcpServers", "httpUrl"),
    ]:
        (server,) = json.loads(settings(client))[key].values()
        assert "letter_counter" in await tools(server[place]), server
    (desktop,) = json.loads(settings("claude-desktop"))["mcpServers"].values()
    assert desktop["args"][-1] == address, desktop
    assert await tools(f"{address}?tools=halve,size") == ["halve", "size"]


asyncio.run(asyncio.wait_for(main(), 60))
