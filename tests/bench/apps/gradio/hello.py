"""The greeting of examples/hello, written with Gradio."""

import gradio as gr


def greet(name, intensity):
    """Greets somebody, with feeling."""
    return "Hello, " + name + "!" * int(intensity)


demo = gr.Interface(
    greet,
    [gr.Textbox(label="name"), gr.Slider(1, 10, value=2, step=1, label="intensity")],
    gr.Textbox(label="output"),
    api_name="greet",
)

if __name__ == "__main__":
    demo.launch(ssr_mode=False, quiet=True)
