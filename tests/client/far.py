"""The app that the Rust client calls, on a real Gradio: the same as tests/apps/far.rs."""

import os
import sys
import tempfile
import time

import gradio as gr

NEW = int(gr.__version__.split(".")[0]) >= 6
hidden = {"api_visibility": "undocumented"} if NEW else {"show_api": False}
private = {"api_visibility": "private"} if NEW else {"api_name": False}
stops = 0


def greet(name, times):
    """Says hello to somebody."""
    return " ".join([f"Hello, {name}!"] * int(times))


def split(text):
    head, _, rest = text.partition(" ")
    return head, len(rest)


def count(up_to, progress=gr.Progress()):
    gr.Info("Counting", title="Look")
    text = ""
    for n in progress.tqdm(range(int(up_to)), desc="Counting"):
        text = f"{text}{n} "
        time.sleep(0.12)
        yield text


def grow(up_to):
    value = {"list": [], "text": "é"}
    for n in range(int(up_to)):
        value = {"list": value["list"] + [{"n": n}], "text": value["text"] + "ü"}
        if n == 2:
            value["late"] = [n]
        if n == 3:
            value["list"] = value["list"][:1]
        yield value


def lines(file):
    with open(file) as text:
        return len(text.readlines())


def note(text):
    path = os.path.join(tempfile.mkdtemp(), "a note.txt")
    with open(path, "w") as file:
        file.write(text)
    return path


def remember(word, words):
    words = words + [word]
    return " ".join(words), words


def fail(text):
    raise gr.Error(f"never {text}", title="Oops")


def slow(text):
    global stops
    try:
        for n in range(300):
            time.sleep(0.1)
            yield f"{text} {n}"
    finally:
        stops += 1


def stopped():
    return stops


def judge(age):
    return gr.validate(age >= 3, "Age must be at least 3")


def change(text):
    return gr.update(value=text, label="Changed")


def add(a: int, b: list[int]) -> int:
    return a + sum(b)


def nothing(text):
    pass


with gr.Blocks(title="Far") as app:
    text = gr.Textbox(label="Text")
    number = gr.Number(2, label="Number", precision=0)
    size = gr.Number(label="Size", precision=0)
    shown = gr.Textbox(label="Shown")
    json = gr.JSON(label="Json")
    file = gr.File(label="File")
    words = gr.State([])
    gr.Button("Greet").click(greet, [text, number], shown)
    gr.Button("Split").click(split, text, [shown, size])
    gr.Button("Count").click(count, number, shown)
    gr.Button("Grow").click(grow, number, json)
    gr.Button("Lines").click(lines, file, size)
    gr.Button("Note").click(note, text, file)
    gr.Button("Remember").click(remember, [text, words], [shown, words])
    gr.Button("Fail").click(fail, text, shown)
    gr.Button("Slow").click(slow, text, shown)
    gr.Button("Stopped").click(stopped, None, size)
    gr.Button("Judged").click(greet, [text, number], shown, api_name="judged", validator=lambda _, age: [gr.validate(True, ""), judge(age)])
    gr.Button("Change").click(change, text, shown)
    gr.Button("Hidden").click(greet, [text, number], shown, api_name="hidden", **hidden)
    gr.Button("Closed").click(greet, [text, number], shown, **({"api_name": "closed"} | private))
    gr.Button("Nothing").click(nothing, text, None)
    gr.api(add)

auth = ("ada", "lovelace") if "auth" in sys.argv else None
size = 1 if "full" in sys.argv else None
app.queue(max_size=size)
_, url, _ = app.launch(prevent_thread_lock=True, quiet=True, auth=auth, server_name="127.0.0.1", show_error=True)
print(f"Running on {url}", flush=True)
app.block_thread()
