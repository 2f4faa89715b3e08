//! What is talked about stands beside the conversation.

use vetrina::prelude::*;

const PYTHON_CODE: &str = "\
def fib(n):
    if n <= 0:
        return 0
    elif n == 1:
        return 1
    else:
        return fib(n-1) + fib(n-2)
";

const JS_CODE: &str = "\
function fib(n) {
    if (n <= 0) return 0;
    if (n === 1) return 1;
    return fib(n - 1) + fib(n - 2);
}
";

#[chat(examples = ["Python", "JavaScript"], outputs = (_, Code::new().label("Code")))]
fn chat(message: String, _history: Vec<Message>) -> (&'static str, Update<Code>) {
    let message = message.to_lowercase();
    let known = "Type Python or JavaScript to see the code.";
    if message.contains("python") {
        (known, Update(Code::new().language(Language::Python).value(PYTHON_CODE)))
    } else if message.contains("javascript") {
        (known, Update(Code::new().language(Language::JavaScript).value(JS_CODE)))
    } else {
        ("Please ask about Python or JavaScript.", Update(Code::new().value("")))
    }
}

#[page]
fn chatinterface_artifacts(ui: &mut Ui) {
    ui.row(|ui| {
        let chat = ui.column(|ui| {
            ui.markdown("<center><h1>Write Python or JavaScript</h1></center>");
            ui.chat(chat)
        });
        ui.column(|ui| {
            ui.markdown("<center><h1>Code Artifacts</h1></center>");
            chat.outputs(ui);
        });
    });
}
