//! Answers that are worked out once: at the second time they are there at once.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

#[page]
fn cache_demo(ui: &mut Ui) {
    ui.markdown("# Worked out once\nAsk for the same thing twice: the second answer comes from what is kept.");
    ui.tab("Function", |ui| {
        let text = ui.add(Textbox::new().label("Text").value("I love this!"));
        let mood = ui.add(Label::new().label("Mood"));
        ui.add(Button::new("Judge")).click(mood_of, &text, &mood);
    });
    ui.tab("Generator", |ui| {
        let topic = ui.add(Textbox::new().label("Topic").value("rivers"));
        let story = ui.add(Textbox::new().label("Story"));
        ui.add(Button::new("Tell")).click(tell, &topic, &story);
    });
    ui.tab("Everybody for themselves", |ui| {
        let name = ui.add(Textbox::new().label("Name").value("Ada"));
        let greeting = ui.add(Textbox::new().label("Greeting"));
        ui.add(Button::new("Greet")).click(greet, &name, &greeting);
    });
}

/// Judges a text by its words, slowly.
#[endpoint(cache)]
fn mood_of(text: String) -> Vec<(String, f64)> {
    sleep(Duration::from_secs(2));
    let is_glad = |word: &&str| ["love", "good", "nice", "glad"].contains(word);
    let words: Vec<_> =
        text.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty()).collect();
    let glad = words.iter().copied().filter(|word| is_glad(word)).count();
    let share = glad as f64 / words.len().max(1) as f64;
    vec![("glad".into(), share), ("indifferent".into(), 1.0 - share)]
}

/// Every step of it is kept, and told again.
#[endpoint(cache(max = 32))]
fn tell(topic: String) -> impl Iterator<Item = String> {
    let story = format!("Once upon a time somebody asked about {topic}, and was told.");
    let ends: Vec<_> = story.match_indices(' ').map(|(end, _)| end).chain([story.len()]).collect();
    ends.into_iter().map(move |end| {
        sleep(Duration::from_millis(150));
        story[..end].to_owned()
    })
}

/// What one visitor was told is not told to another.
#[endpoint(cache(per_session))]
fn greet(name: String) -> String {
    sleep(Duration::from_secs(1));
    format!("Hello {name}!")
}
