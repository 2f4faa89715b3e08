"""Pictures go in and come out: as files that both lines upload and download by themselves."""

import sys
import tempfile
from pathlib import Path

from gradio_client import Client, handle_file
from PIL import Image

folder = Path(tempfile.mkdtemp())
client = Client(sys.argv[1], verbose=False, download_files=str(folder / "out"))


def path_of(file):
    """Lines differ in how they show a picture that stands in a list."""
    return file["path"] if isinstance(file, dict) else file


red_and_blue = Image.new("RGB", (8, 4), "red")
red_and_blue.paste("blue", (4, 0, 8, 4))
sent = folder / "two.png"
red_and_blue.save(sent)

flipped = Image.open(client.predict(handle_file(str(sent)), api_name="/flip"))
assert flipped.format == "WEBP", flipped.format
assert flipped.convert("RGB").getpixel((0, 0)) == (0, 0, 255)
assert flipped.convert("RGB").getpixel((7, 3)) == (255, 0, 0)

grey = Image.open(client.predict(handle_file(str(sent)), api_name="/grey"))
assert (grey.format, grey.mode, grey.size) == ("PNG", "L", (8, 4))

# A photograph that was taken with the camera on its side is turned upright.
on_its_side = folder / "side.jpg"
exif = Image.Exif()
exif[274] = 6
red_and_blue.save(on_its_side, exif=exif)
upright = Image.open(client.predict(handle_file(str(on_its_side)), api_name="/grey"))
assert upright.size == (4, 8), upright.size

left, right = client.predict(handle_file(str(sent)), api_name="/compare")
assert Image.open(path_of(left)).size == Image.open(path_of(right)).size == (8, 4)
assert client.predict((handle_file(str(sent)), None), api_name="/measure") == "8 0"

marked = client.predict(api_name="/halves")
assert [it["label"] for it in marked["annotations"]] == ["left", "right"]
left, right = (Image.open(it["image"]) for it in marked["annotations"])
assert left.getpixel((20, 30)) == (0, 255, 0, 127) and left.getpixel((60, 30))[3] == 0
assert right.getpixel((60, 30)) == (255, 0, 0, 255) and right.getpixel((20, 30))[3] == 0

shades = client.predict(2, api_name="/shades")
assert [it["caption"] for it in shades] == ["Shade 1", "Shade 2"]
assert Image.open(shades[1]["image"]).convert("RGB").getpixel((0, 0)) == (0, 50, 56)
items = [{"image": handle_file(str(sent)), "caption": "two"}, {"image": handle_file(str(on_its_side)), "caption": None}]
assert client.predict(items, api_name="/names") == "two.png: two; side.jpg: "

text = folder / "a.txt"
text.write_text("no picture")
try:
    client.predict(handle_file(str(text)), api_name="/flip")
except Exception as refused:
    assert "a.txt is not of a type that is taken" in str(refused), refused
else:
    raise AssertionError("a text was taken as a picture")
