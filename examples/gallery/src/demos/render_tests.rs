//! What is drawn anew may do all that stands on the page from the start: change by itself, be
//! pressed and chosen, keep what was typed, finish what it began.

use std::{
    thread::sleep,
    time::{Duration, SystemTime},
};

use vetrina::{page::ShowProgress, prelude::*};

fn now() -> f64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0.0, |time| time.as_secs_f64())
}

#[page]
fn render_tests(ui: &mut Ui) {
    let time = ui.add(Textbox::new().label("Time"));
    time.value(|| now().to_string(), ()).every(0.2);

    let slider = ui.add(Slider::new(1..=10).step(1));
    ui.render(&slider, |ui: &mut Ui, count: usize| {
        ui.row(|ui| {
            for i in 1..=count {
                let time = ui.add(Textbox::new().label(format!("Render {i}")));
                time.value(|| now().to_string(), ()).every(0.2);
            }
        });
    });

    let count = ui.add(Slider::new(1..=10).step(1).label("Box Count"));
    let create = ui.add(Button::new("Create Boxes"));
    let boxes = |ui: &mut Ui, count: usize| {
        for i in 0..count {
            ui.add(Textbox::new().value(i.to_string()).label(format!("Count {}", i + 1)));
        }
    };
    ui.render(&count, boxes).on([&create.click]);

    let (pressed, chosen) = ui.row(|ui| {
        let pressed = ui.add(Textbox::new().label("Selected Button"));
        (pressed, ui.add(Textbox::new().label("Selected Chat")))
    });
    ui.render(&slider, move |ui: &mut Ui, count: usize| {
        ui.row(|ui| {
            ui.column(|ui| {
                for i in 1..=count {
                    let name = format!("Button {i}");
                    ui.add(Button::new(&name)).click(move || name.clone(), (), &pressed);
                }
            });
            let chat =
                ui.add(Chatbot::new().value(talk(["Hello", "Hi", "How are you?", "I'm good."])));
            chat.select(|select: SelectData| format!("{}", select.index), (), &chosen);
        });
    });

    let chat = ui.add(Chatbot::new().value(talk(["chat1", "chat2", "chat3", "chat4"])));
    let index = |ui: &mut Ui, select: SelectData| {
        let index = format!("{}", select.index);
        ui.add(Textbox::new().label("Trigger Index").value(index));
    };
    ui.render((), index).on([&chat.select]);

    let count = ui.add(Slider::new(1..=10).value(3).step(1).label("Choices"));
    ui.render(&count, |ui: &mut Ui, count: usize| {
        ui.row(|ui| {
            let letters = ('a'..='j').take(count).map(String::from);
            let radio = Radio::new(letters).label("Choices").key("choices");
            let radio = radio.preserved_by_key(["value", "label"]).interactive(true);
            let radio = ui.add(radio);
            let label = ui.add(Textbox::new().label("Set Label").value("Choices"));
            label.change(|label: String| Update(Radio::new([""; 0]).label(label)), &label, &radio);
        });
    });

    let timer = ui.add(Timer::new(0.5));
    let again = |ui: &mut Ui| {
        let a = ui.add(Textbox::new().label("box-a").key("a"));
        let b = ui.add(Textbox::new().label("box-b").key("b"));
        a.change(slowly, &a, &b).key("a-b");
        ui.add(Number::new().value((now() * 100.0).round() / 100.0));
    };
    ui.render((), again).on([&timer.tick]).show_progress(ShowProgress::Hidden);
}

fn slowly(text: String) -> String {
    sleep(Duration::from_millis(500));
    text
}

fn talk(texts: [&'static str; 4]) -> Vec<Message> {
    let turns = texts.chunks(2);
    turns.flat_map(|turn| [Message::user(turn[0]), Message::assistant(turn[1])]).collect()
}
