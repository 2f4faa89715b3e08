//! A model without a download: it has read the guide of Vetrina, and answers with what fits best.

use std::{
    collections::HashMap,
    sync::LazyLock,
    thread::sleep,
    time::{Duration, Instant},
};

use vetrina::prelude::*;

const GUIDE: [&str; 8] = [
    include_str!("../../../../README.md"),
    include_str!("../../../../runtime/src/chat/chat.md"),
    include_str!("../../../../runtime/src/component/component.md"),
    include_str!("../../../../runtime/src/component/data_model.md"),
    include_str!("../../../../runtime/src/endpoint/choices.md"),
    include_str!("../../../../runtime/src/endpoint/endpoint.md"),
    include_str!("../../../../runtime/src/endpoint/page.md"),
    include_str!("../../../../runtime/src/page/inputs.md"),
];

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::train(&GUIDE));

/// How often each word stands in each passage; ranked by BM25.
struct Model {
    passages: Vec<Passage>,
    /// In how many passages a word stands.
    known: HashMap<String, usize>,
    usual_length: f64,
}

struct Passage {
    text: String,
    words: HashMap<String, usize>,
    length: usize,
}

impl Model {
    fn train(texts: &[&str]) -> Self {
        let passages: Vec<_> =
            texts.iter().flat_map(|text| passages(text)).map(Passage::new).collect();
        let mut known = HashMap::new();
        for word in passages.iter().flat_map(|passage| passage.words.keys()) {
            *known.entry(word.clone()).or_default() += 1;
        }
        let length: usize = passages.iter().map(|passage| passage.length).sum();
        Self { usual_length: length as f64 / passages.len() as f64, passages, known }
    }

    /// The passages that say most of these words, the best first.
    fn best(&self, question: &str) -> Vec<(f64, &Passage)> {
        let asked: Vec<_> = words(question).collect();
        let score = |passage: &Passage| -> f64 {
            let longer = 0.25 + 0.75 * passage.length as f64 / self.usual_length;
            let said =
                asked.iter().filter_map(|word| Some((word, *passage.words.get(word)? as f64)));
            said.map(|(word, count)| self.rarity(word) * count * 2.2 / (count + 1.2 * longer)).sum()
        };
        let mut ranked: Vec<_> =
            self.passages.iter().map(|passage| (score(passage), passage)).collect();
        ranked.retain(|(score, _)| *score > 2.0);
        ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        ranked
    }

    fn rarity(&self, word: &str) -> f64 {
        let (all, with) =
            (self.passages.len() as f64, self.known.get(word).copied().unwrap_or_default() as f64);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }
}

impl Passage {
    fn new(text: String) -> Self {
        let mut counts = HashMap::new();
        for word in words(&text) {
            *counts.entry(word).or_default() += 1;
        }
        Self { length: counts.values().sum(), words: counts, text }
    }
}

/// A paragraph, with the program or the table that follows it.
fn passages(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut in_code = false;
    for line in text.lines() {
        let is_fence = line.starts_with("```");
        if line.starts_with('#') && in_code {
            continue;
        }
        let goes_on = in_code || is_fence || line.starts_with(['|', '-']);
        match all.last_mut() {
            Some(last) if goes_on || !last.ends_with("\n\n") => {
                let line = if is_fence && !in_code { "```rust" } else { line };
                last.push_str(&without_links(line));
                last.push('\n');
            }
            _ => all.push(format!("{}\n", without_links(line))),
        }
        in_code ^= is_fence;
    }
    all
}

/// `[words](place)` is `words`: the places are none of this page.
fn without_links(line: &str) -> String {
    let mut parts = line.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (before, words) = text.rsplit_once('[').unwrap_or(("", &text));
        format!("{before}{words}{}", part.split_once(')').map_or(part, |(_, rest)| rest))
    })
}

/// Words of more than two letters, small, without the `s` of the plural.
fn words(text: &str) -> impl Iterator<Item = String> {
    let split = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    split.filter(|word| word.len() > 2).map(|word| {
        let word = word.to_lowercase();
        word.strip_suffix('s').map(ToOwned::to_owned).unwrap_or(word)
    })
}

#[chat(
    examples = ["How do I stream an answer?", "Which component shows a table?", "How many runs go on at once?"],
    chatbot = Chatbot::new().show_copy_button(true).placeholder("Ask about **Vetrina**"),
)]
fn chat_with_the_guide(
    message: String,
    _history: Vec<Message>,
    /// How many passages it gives at most.
    #[input(Slider::new(1..=5).value(1))]
    passages: usize,
) -> impl Iterator<Item = Vec<Message>> {
    let started = Instant::now();
    let best: Vec<_> = MODEL.best(&message).into_iter().take(passages).collect();
    let ranks: Vec<_> = best
        .iter()
        .map(|(score, it)| format!("- {score:.1}: {}", it.text.lines().next().unwrap_or_default()))
        .collect();
    let thought = Message::assistant(ranks.join("\n")).metadata(
        Metadata::new("Looked into the guide")
            .duration(started.elapsed().as_secs_f64())
            .status(Status::Done),
    );
    let found: Vec<_> = best.iter().map(|(_, passage)| passage.text.trim()).collect();
    let answer = if found.is_empty() {
        "The guide says nothing of that.".to_owned()
    } else {
        found.join("\n\n")
    };
    let mut said = String::new();
    answer.split_inclusive(' ').map(ToOwned::to_owned).collect::<Vec<_>>().into_iter().map(
        move |word| {
            sleep(Duration::from_millis(15));
            said.push_str(&word);
            vec![thought.clone(), Message::assistant(said.as_str())]
        },
    )
}
