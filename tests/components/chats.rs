//! Functions to talk with.

use serde_json::{Value, json};
use vetrina::{App, prelude::*, test::Page};
use vetrina_tests::{get, post};

mod app {
    use std::{thread::sleep, time::Duration};

    use vetrina::prelude::*;

    /// Says how much was said before.
    #[chat(
        editable = true,
        save_history = true,
        examples = [ChatExample::from("long").label("Say much"), ChatExample::from("sorry")],
        outputs = (_, Number::new().label("Letters")),
    )]
    pub(super) fn answer(
        #[input(Textbox::new().elem_id("say"))] message: String,
        history: Vec<Message>,
        /// Before each answer.
        #[default("")]
        greeting: String,
    ) -> impl Iterator<Item = Result<(Vec<Message>, usize), Error>> {
        let parts = match message.as_str() {
            "long" => 400,
            _ => 3,
        };
        (1..=parts).map(move |part| {
            if message == "sorry" && part == 2 {
                return Err(Error::new("This is not to be answered"));
            }
            sleep(Duration::from_millis(5));
            let thought = Message::assistant("- first\n- second").metadata("Thinking");
            let words = format!(
                "{greeting}**{message}** after {} {}",
                history.len(),
                ".".repeat(part)
            );
            let answer = Message::assistant(words).options(["More", "Enough"]);
            Ok((vec![thought, answer], message.len()))
        })
    }

    #[page]
    fn talk(ui: &mut Ui) {
        let fill = ui.add(Button::new("Begin"));
        ui.row(|ui| {
            let chat = ui.column(|ui| ui.chat(answer));
            ui.column(|ui| chat.outputs(ui));
            fill.click(
                || vec![Message::user("Hi"), Message::assistant("Hello")],
                (),
                &chat.chatbot,
            )
            .show_api(false);
        });
    }

    #[chat(api_name = "look")]
    fn look(message: MultimodalData, history: Vec<Message>) -> Vec<Message> {
        let mut answer = vec![Message::assistant(format!(
            "{} {}",
            history.len(),
            message.text
        ))];
        answer.extend(message.files.into_iter().map(Message::assistant));
        answer
    }

    #[chat(api_name = "yes")]
    async fn yes(message: String, _history: Vec<Message>) -> Result<&'static str, Error> {
        match message.as_str() {
            "" => Err(Error::new("Say something")),
            _ => Ok("Yes"),
        }
    }
}

mod alone {
    use vetrina::prelude::*;

    #[chat]
    fn counts(_message: String, history: Vec<Message>) -> String {
        history.len().to_string()
    }
}

mod thinks {
    use vetrina::prelude::*;

    #[chat(chatbot = Chatbot::new().reasoning_tags([("<think>", "</think>")]))]
    fn counts(_message: String, history: Vec<Message>) -> String {
        format!("<think>How many?</think>{}", history.len())
    }
}

fn talk(page: &Page) -> Vec<(Role, String)> {
    let talk: Vec<Message> = page.value("Chatbot");
    let said = talk.iter().map(|it| (it.role, it.text().to_owned()));
    said.collect()
}

fn page(module: &str) -> Page {
    Page::open(&App::module(format!("{}::{module}", module_path!())))
}

#[test]
fn thoughts_of_a_chat_stand_apart() {
    let mut page = page("thinks");
    for (before, question) in [(0, "one"), (3, "two")] {
        page.say(question);
        let talk: Vec<Message> = page.value("Chatbot");
        let [thought, answer] = &talk[before + 1..] else {
            panic!("a thought and an answer: {talk:?}");
        };
        let title = thought.metadata.as_ref().and_then(|it| it.title.as_deref());
        assert_eq!((title, thought.text()), (Some("Reasoning"), "How many?"));
        assert_eq!(answer.text(), before.to_string());
    }
}

#[test]
fn seed_000_22_a_chat_manages_its_state_by_itself() {
    let mut page = page("alone");
    assert_eq!(page.say("one"), "0");
    assert_eq!(page.say("two"), "2");
    assert_eq!(page.say("three"), "4");
    assert_eq!(talk(&page).len(), 6);
    assert_eq!(page.tab().say("one"), "0");
}

#[test]
fn what_is_said_on_the_page_is_recorded_as_clients_say_it() {
    let running = super::serve("chats");
    let config = get(running.url() + "/config").expect(200).json();
    let found = |list: &str, is: &dyn Fn(&Value) -> bool| {
        let list = config[list].as_array().expect("a list");
        list.iter().find(|it| is(it)).expect("it is there")["id"].clone()
    };
    let say = found("components", &|it| it["props"]["elem_id"] == "say");
    let said = json!([say, "submit"]);
    let event = found("dependencies", &|it| it["targets"][0] == said);
    let calls = ["one", "two"].map(|text| json!({"fn_index": event, "data": [text, [], "Well: "]}));
    let url = running.url() + "/gradio_api/programs";
    let programs = post(url, &json!({"calls": calls})).expect(200).json();
    assert_eq!(programs["count"], 2);
    let html = programs["html"].as_str().expect("a text");
    let text = html.split('<').filter_map(|it| Some(it.split_once('>')?.1));
    let text = text.collect::<String>().replace("&quot;", "\"");
    for part in ["\"one\"", "\"two\"", "greeting=\"Well: \"", "/chat"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn the_box_is_empty_and_ready_after_each_answer() {
    let mut page = page("app");
    page.fill("#say", "Hi");
    page.start("#say", "submit");
    assert!(page.step());
    assert_eq!(talk(&page), [(Role::User, "Hi".to_owned())]);
    assert_eq!(page.text("#say"), "");
    assert_eq!(page.prop("#say", "stop_btn"), true);
    assert_eq!(page.prop("#say", "submit_btn"), false);
    page.wait();
    assert_eq!(page.prop("#say", "stop_btn"), false);
    assert_eq!(page.prop("#say", "submit_btn"), true);
    assert_eq!(talk(&page)[2].1, "**Hi** after 0 ...");
    assert_eq!(page.value::<u32>("Letters"), 2);
}

#[test]
fn answers_are_asked_for_again_taken_back_and_chosen() {
    let mut page = page("app");
    page.say("one");
    page.tell(
        "Chatbot",
        "option_select",
        json!({"index": 0, "value": "More"}),
    );
    assert_eq!(talk(&page).last().unwrap().1, "**More** after 3 ...");
    page.tell("Chatbot", "retry", json!({"index": 3, "value": "More"}));
    assert_eq!(talk(&page).len(), 6);
    assert_eq!(talk(&page).last().unwrap().1, "**More** after 3 ...");
    page.tell("Chatbot", "undo", json!({"index": 3, "value": "More"}));
    assert_eq!(talk(&page).len(), 3);
    assert_eq!(page.text("#say"), "More");
    let edited = json!({"index": 0, "value": "one", "previous_value": "none"});
    page.tell("Chatbot", "edit", edited);
    assert_eq!(talk(&page).len(), 3);
}

#[test]
fn a_failed_answer_leaves_the_question_and_the_box() {
    let mut page = page("app");
    page.say("sorry");
    assert_eq!(page.notes()[0].text, "This is not to be answered");
    assert_eq!(talk(&page)[0], (Role::User, "sorry".to_owned()));
    assert_eq!(page.prop("#say", "submit_btn"), true);
    page.say("Hi");
    assert_eq!(talk(&page).last().unwrap().1, "**Hi** after 3 ...");
}

#[test]
fn others_may_fill_the_conversation() {
    let mut page = page("app");
    page.click("Begin");
    page.say("one");
    assert_eq!(talk(&page).last().unwrap().1, "**one** after 2 ...");
}

#[test]
fn nothing_is_asked_with_nothing() {
    let mut page = page("app");
    page.fill("#say", "  ");
    page.submit("#say");
    assert_eq!(page.value::<Value>("Chatbot"), json!([]));
}
