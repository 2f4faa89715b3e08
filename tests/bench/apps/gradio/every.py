"""A greeting, and every component that is there, written with Gradio."""

import gradio as gr


def greet(name):
    return "Hello, " + name + "!!"


with gr.Blocks() as demo:
    name, answer = gr.Textbox(label="name"), gr.Textbox(label="output")
    gr.Button("Submit").click(greet, name, answer)
    with gr.Row():
        gr.Number(label="Number", value=42)
        gr.Slider(1, 10, value=2, label="Slider")
        gr.Checkbox(label="Checkbox")
        gr.CheckboxGroup(["a", "b", "c"], label="CheckboxGroup")
        gr.Radio(["a", "b", "c"], label="Radio")
        gr.Dropdown(["a", "b", "c"], label="Dropdown")
        gr.ColorPicker(label="ColorPicker", value="#0a9396")
        gr.DateTime(label="DateTime")
    gr.MultimodalTextbox(label="MultimodalTextbox")
    gr.Code("fn main() {}", language="python", label="Code")
    with gr.Row():
        gr.ClearButton()
        gr.UploadButton()
        gr.DownloadButton()
    with gr.Row():
        gr.File(label="File")
        gr.Image(label="Image")
        gr.Audio(label="Audio")
        gr.Video(label="Video")
    with gr.Row():
        gr.Gallery(label="Gallery")
        gr.ImageSlider(label="ImageSlider")
        gr.AnnotatedImage(label="AnnotatedImage")
        gr.FileExplorer(root_dir="/usr/share/doc", glob="a*", label="FileExplorer")
    with gr.Row():
        gr.Markdown("**Markdown** with `code`")
        gr.HTML("<b>HTML</b>")
        gr.JSON({"a": [1, 2, 3]}, label="JSON")
        gr.Label({"a": 0.7, "b": 0.3}, label="Label")
        gr.HighlightedText([("one", "a"), (" two", None)], label="HighlightedText")
    gr.ParamViewer({"name": {"type": "str", "description": "Whom to greet.", "default": "'you'"}})
    gr.Plot(label="Plot")
    gr.Dataset(components=[gr.Textbox(visible=False)], samples=[["a"], ["b"]], label="Dataset")
    gr.Chatbot([{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "**Hello**"}], **({"type": "messages"} if gr.__version__.startswith("5") else {}))
    gr.Dataframe([[1, 2], [3, 4]], headers=["a", "b"], label="Dataframe")
    gr.State(0)
    gr.BrowserState(0)
    gr.Timer(3600)

if __name__ == "__main__":
    demo.launch(ssr_mode=False, quiet=True)
