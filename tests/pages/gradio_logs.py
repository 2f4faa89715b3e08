"""Reads a log that this program wrote, as Gradio reads its own, and adds a row by Gradio's logger."""

import csv
import os
import sys
from pathlib import Path

import gradio as gr

folder = Path(sys.argv[1])
os.chdir(folder)
text, number = gr.Textbox(label="Text"), gr.Number(label="Number")
group, picture, note = gr.CheckboxGroup(["a", "b"], label="Group"), gr.Image(label="Picture"), gr.File(label="Note")
columns = [text, number, group, picture, note]

with open(folder / "dataset1.csv", newline="", encoding="utf-8") as log:
    rows = list(csv.DictReader(log))
assert list(rows[0]) == ["Text", "Number", "Group", "Picture", "Note", "timestamp"], rows[0]
first = rows[0]
assert text.read_from_flag(first["Text"]) == 'a, "b"', first
assert number.read_from_flag(first["Number"]) == -4.5, first
assert first["Group"] == '["a", "b"]', first
assert (folder / first["Note"]).read_text() == "Hello!", first
assert rows[1]["Number"] == "", rows[1]

# With the paths of its own files as they are, from where it stands.
(folder.parent / f"{folder.name}-own").mkdir(exist_ok=True)
own = folder.parent / f"{folder.name}-own" / "theirs.txt"
own.write_text("from Gradio")
logger = gr.CSVLogger(verbose=False)
logger.setup(columns, folder)
image = {"path": str(folder / first["Picture"]), "meta": {"_type": "gradio.FileData"}}
file = {"path": str(own), "orig_name": "theirs.txt", "meta": {"_type": "gradio.FileData"}}
count = logger.flag(["=SUM(A1), said Gradio", -7, ["b"], image, file])
assert count == 3, count
assert not (folder / "dataset2.csv").exists()
with open(folder / "dataset1.csv", newline="", encoding="utf-8") as log:
    print(list(csv.reader(log))[-1])
