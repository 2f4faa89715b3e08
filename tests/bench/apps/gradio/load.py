"""The functions that are put under load, without any limit on how many run at once."""

import gradio as gr


async def in_place(text):
    return text + ", you said"


def blocking(text):
    return text + ", you said"


def count(length):
    for number in range(int(length)):
        yield f"item {number}"


with gr.Blocks() as demo:
    text, length = gr.Textbox(), gr.Number()
    answer, item = gr.Textbox(), gr.Textbox()
    unlimited = {"concurrency_limit": None}
    # On the event loop is as near to "in place" as Gradio comes, and its only kind of `async` as well.
    gr.Button().click(in_place, text, answer, api_name="in_place", **unlimited)
    gr.Button().click(in_place, text, answer, api_name="asynchronous", **unlimited)
    gr.Button().click(blocking, text, answer, api_name="blocking", **unlimited)
    gr.Button().click(count, length, item, api_name="count", **unlimited)

if __name__ == "__main__":
    # More threads than there are clients, so that the pool is no hidden limit.
    demo.launch(ssr_mode=False, quiet=True, max_threads=128)
