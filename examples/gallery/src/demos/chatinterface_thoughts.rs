//! What the program thinks is seen before its answer, and can be folded away.

use std::{
    thread::sleep,
    time::{Duration, Instant},
};

use vetrina::prelude::*;

const SLEEP_TIME: Duration = Duration::from_millis(500);
const THOUGHTS: [&str; 4] = [
    "First, I need to understand the core aspects of the query...",
    "Now, considering the broader context and implications...",
    "Analyzing potential approaches to formulate a comprehensive answer...",
    "Finally, structuring the response for clarity and completeness...",
];

#[chat(title = "Thinking LLM Chat Interface 🤔")]
fn simulate_thinking_chat(
    _message: String,
    _history: Vec<Message>,
) -> impl Iterator<Item = Vec<Message>> {
    let start_time = Instant::now();
    let thinking = Metadata::new("_Thinking_ step-by-step").id(0);
    (0..=THOUGHTS.len() + 1).map(move |step| {
        let thoughts = &THOUGHTS[..step.min(THOUGHTS.len())];
        let list: Vec<_> = thoughts.iter().map(|thought| format!("- {thought}")).collect();
        let thought = Message::assistant(list.join("\n\n"));
        if step <= THOUGHTS.len() {
            sleep(if step > 0 { SLEEP_TIME } else { Duration::ZERO });
            return vec![thought.metadata(thinking.clone().status(Status::Pending))];
        }
        let took = start_time.elapsed().as_secs_f64();
        let done = thought.metadata(thinking.clone().status(Status::Done).duration(took));
        vec![done, Message::assistant("Based on my thoughts and analysis above, my response is: This dummy repro shows how thoughts of a thinking LLM can be progressively shown before providing its final answer.")]
    })
}
