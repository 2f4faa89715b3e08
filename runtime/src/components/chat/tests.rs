use serde_json::{Value, json};

use super::super::testing::{assert_props, example, read, shown};
use super::*;
use crate::{component::AnyComponent, components::Html, file::FileData};

fn own() -> Value {
    json!({
        "type": "messages", "value": [], "autoscroll": true, "height": 400, "resizable": false,
        "latex_delimiters": [{"left": "$$", "right": "$$", "display": true}], "rtl": false,
        "show_copy_button": false, "show_copy_all_button": false, "avatar_images": [null, null],
        "render_markdown": true, "feedback_options": ["Like", "Dislike"], "line_breaks": true,
        "allow_file_downloads": true, "group_consecutive_messages": true, "sanitize_html": true,
        "show_share_button": false, "allow_tags": false, "likeable": false, "_retryable": false,
        "_undoable": false,
    })
}

#[test]
fn props_are_those_of_the_protocol() {
    assert_props(&Chatbot::new(), own());
    let mut set = own();
    for (name, value) in [
        ("type", json!("tuples")),
        ("value", json!([["Hi", "Hello"], [null, "Still there?"]])),
        ("editable", json!("user")),
        ("layout", json!("panel")),
        ("feedback_options", json!(["Like", "Spam"])),
        ("placeholder", json!("*Ask*")),
        ("examples", json!([{"text": "Hello"}])),
    ] {
        set[name] = value;
    }
    let talk = [
        Message::user("Hi"),
        Message::assistant("Hello"),
        Message::assistant("Still there?"),
    ];
    let chatbot = Chatbot::new()
        .value(talk)
        .format(ChatFormat::Tuples)
        .editable(Editable::User)
        .layout(ChatLayout::Panel)
        .feedback_options(["Like", "Spam"])
        .placeholder("*Ask*")
        .examples(vec![ChatExample::from("Hello")]);
    // A value may come before the form it travels in.
    assert_props(&chatbot, set);
}

#[test]
fn messages_go_in_and_out() {
    let chatbot = Chatbot::new();
    let talk = vec![
        Message::user("Hello!"),
        Message::assistant("How can I help you?"),
    ];
    assert_eq!(example::<Vec<Message>>(&chatbot), Ok(talk.clone()));
    assert_eq!(
        shown(&chatbot, talk),
        AnyComponent::example_payload(&chatbot)
    );
    assert_eq!(read::<Vec<Message>>(&chatbot, "null"), Ok(Vec::new()));
    assert_eq!(read::<Vec<Message>>(&chatbot, "[]"), Ok(Vec::new()));
}

#[test]
fn both_lines_are_understood() {
    let chatbot = Chatbot::new();
    let new = r#"[{"role": "user", "metadata": null, "options": null, "content": [{"text": "Hello!", "type": "text"}]}]"#;
    assert_eq!(
        read::<Vec<Message>>(&chatbot, new),
        Ok(vec![Message::user("Hello!")])
    );
    let old = r#"[["Hello!", null], [null, "Yes?"]]"#;
    let talk = vec![Message::user("Hello!"), Message::assistant("Yes?")];
    assert_eq!(read::<Vec<Message>>(&chatbot, old), Ok(talk.clone()));
    let pairs = vec![(Some("Hello!".to_owned()), Some("Yes?".to_owned()))];
    let sent = shown(&chatbot, talk).to_string();
    assert_eq!(
        read::<Vec<(Option<String>, Option<String>)>>(&chatbot, &sent),
        Ok(pairs)
    );
}

#[test]
fn pairs_go_in_and_out() {
    let chatbot = Chatbot::new().format(ChatFormat::Tuples);
    let pairs = vec![
        (Some("a".to_owned()), None),
        (Some("b".to_owned()), Some("c".to_owned())),
    ];
    assert_eq!(shown(&chatbot, pairs), json!([["a", null], ["b", "c"]]));
    assert_eq!(
        shown(&Chatbot::new(), vec![(Some("a"), None::<&str>)])[0]["role"],
        "user"
    );
}

#[test]
fn thoughts_and_options_travel() {
    let thought = Metadata::new("Used a tool")
        .id(1)
        .parent_id("a")
        .log("note")
        .duration(0.5)
        .status(Status::Done);
    let message = Message::assistant("x")
        .metadata(thought)
        .options(["yes", "no"]);
    let sent = json!({
        "role": "assistant", "content": "x", "options": [{"value": "yes"}, {"value": "no"}],
        "metadata": {
            "title": "Used a tool", "id": 1, "parent_id": "a", "log": "note", "duration": 0.5, "status": "done",
        },
    });
    assert_eq!(shown(&Chatbot::new(), vec![message.clone()]), json!([sent]));
    assert_eq!(
        read::<Vec<Message>>(&Chatbot::new(), &json!([sent]).to_string()),
        Ok(vec![message])
    );
}

/// What stands in a message, and for a thought whether it is done.
fn apart(chatbot: &Chatbot, text: &str) -> Vec<(String, Option<bool>)> {
    let sent = shown(chatbot, vec![Message::assistant(text)]).to_string();
    let talk: Vec<Message> = read(chatbot, &sent).unwrap();
    let one = |it: Message| {
        let thought = it.metadata.as_ref().map(|it| {
            assert_eq!(it.title.as_deref(), Some("Reasoning"));
            it.status == Some(Status::Done)
        });
        (it.text().to_owned(), thought)
    };
    talk.into_iter().map(one).collect()
}

#[test]
fn thoughts_stand_apart_from_what_is_said() {
    let tags = [("<think>", "</think>"), ("[[", "]]")];
    let chatbot = Chatbot::new().reasoning_tags(tags);
    let words = |text: &str| (text.to_owned(), None);
    let thought = |text: &str, is_done| (text.to_owned(), Some(is_done));

    let text = "Well.\n<think>\n6 × 7 </think>\n\nIt is 42. [[Or not?]]";
    let all = vec![
        words("Well."),
        thought("6 × 7", true),
        words("It is 42."),
        thought("Or not?", true),
    ];
    assert_eq!(apart(&chatbot, text), all);
    // As it is written, from its first mark on.
    assert_eq!(apart(&chatbot, "<think>"), [thought("", false)]);
    assert_eq!(apart(&chatbot, "<think>6 ×"), [thought("6 ×", false)]);
    let ended = apart(&chatbot, "<think>6 × 7</think>");
    assert_eq!(ended, [thought("6 × 7", true)]);
    // Who thinks nothing has no thought, and other words stay as they are.
    assert_eq!(apart(&chatbot, "<think></think>42"), [words("42")]);
    assert_eq!(apart(&chatbot, " 1 < 2\n"), [words(" 1 < 2\n")]);
    assert_eq!(apart(&Chatbot::new(), text), [words(text)]);
    let empty = Chatbot::new().reasoning_tags([("", "</think>"), ("<think>", "")]);
    assert_eq!(apart(&empty, text), [words(text)]);
}

#[test]
fn only_the_program_thinks_and_only_once() {
    let tags = [("<think>", "</think>")];
    let chatbot = Chatbot::new().reasoning_tags(tags).value([
        Message::user("<think>What is this tag?</think>"),
        Message::assistant("<think>Hm.</think>Mine.").options(["Thanks"]),
    ]);
    let value = AnyComponent::initial_value(&chatbot).unwrap();
    assert_eq!(value[0]["content"], "<think>What is this tag?</think>");
    assert_eq!(
        value[1]["metadata"],
        json!({"title": "Reasoning", "status": "done"})
    );
    assert_eq!(value[1]["options"], json!(null));
    assert_eq!(value[2]["content"], "Mine.");
    assert_eq!(value[2]["options"], json!([{"value": "Thanks"}]));
    assert_eq!(
        AnyComponent::props(&chatbot)["reasoning_tags"],
        json!([tags[0]])
    );
    // What comes back from the page is apart already.
    let back: Vec<Message> = read(&chatbot, &value.to_string()).unwrap();
    assert_eq!(shown(&chatbot, back), value);
    let pairs = Chatbot::new()
        .format(ChatFormat::Tuples)
        .reasoning_tags(tags);
    let said = vec![("a", "<think>b</think>c")];
    let said: Vec<_> = said.into_iter().map(|(a, b)| (Some(a), Some(b))).collect();
    assert_eq!(shown(&pairs, said), json!([["a", "<think>b</think>c"]]));
}

#[test]
fn what_is_said_in_parts_travels_one_by_one() {
    let page = Html::new().value("<b>x</b>");
    let message = Message::assistant(vec![Content::from("Look:"), page.into()]).options(["Nice"]);
    let sent = shown(&Chatbot::new(), vec![message]);
    assert_eq!(sent[0]["content"], "Look:");
    assert_eq!(sent[0]["options"], json!(null));
    assert_eq!(sent[1]["content"]["component"], "html");
    assert_eq!(sent[1]["content"]["value"], "<b>x</b>");
    assert_eq!(sent[1]["options"], json!([{"value": "Nice"}]));
    assert_eq!(
        read::<Vec<Message>>(&Chatbot::new(), &sent.to_string()).map(|talk| talk.len()),
        Ok(2)
    );
}

#[test]
fn words_are_added_as_they_come() {
    let mut message = Message::assistant("It ");
    message.push_str("is");
    assert_eq!(message.text(), "It is");
    let mut shown = Message::assistant(Html::new().value("x"));
    shown.push_str("words");
    shown.push_str(" more");
    assert_eq!(shown.text(), "words more");
}

#[test]
fn what_is_no_conversation_is_refused() {
    let refused = |sent| read::<Vec<Message>>(&Chatbot::new(), sent).unwrap_err();
    assert_eq!(refused("\"hi\""), "expected a list, got text");
    assert_eq!(
        refused(r#"[{"role": "nobody", "content": "x"}]"#),
        "expected a list of messages, each with a role and a content"
    );
}

#[test]
fn texts_are_rendered_all_at_once() {
    let html = AnyComponent::server(
        &Chatbot::new(),
        "render",
        &[json!(["*a*\nb", "<script>x</script>c"])],
    );
    let html = html.unwrap().unwrap();
    assert_eq!(html[0], "<p><em>a</em><br>\nb</p>\n");
    assert!(!html[1].as_str().unwrap().contains("script"), "{html}");
    assert!(
        AnyComponent::server(&Chatbot::new(), "render", &[json!("a")])
            .unwrap()
            .is_err()
    );
}

#[test]
fn files_in_components_are_ours_as_well() {
    let picture = FileData::from_bytes("a.png", b"no picture").expect("there is room");
    let ours = serde_json::to_value(&picture).expect("it can be sent");
    let said = |component: &str, value: Value| {
        let content = json!({"component": component, "value": value, "props": {}});
        let talk = json!([{"role": "user", "content": content}]);
        read::<Vec<Message>>(&Chatbot::new(), &talk.to_string()).is_ok()
    };
    assert!(said("image", ours.clone()));
    assert!(said("gallery", json!([{"image": ours, "caption": null}])));
    assert!(said("image", json!(null)));
    assert!(said("image", json!({"path": "https://example.org/a.png"})));
    for meta in [json!({"_type": "gradio.FileData"}), json!(null)] {
        for path in [
            json!("/etc/passwd"),
            json!("Cargo.toml"),
            json!("file:///etc/passwd"),
            json!(["/etc/passwd"]),
        ] {
            let file = json!({"path": path, "meta": meta});
            assert!(!said("image", file.clone()), "{file}");
            assert!(!said("gallery", json!([{"image": file}])), "{file}");
            // What is no file may say what it likes.
            assert!(said("json", file));
        }
    }
}
