//! Tools, resources and prompts: what the conformance suite of the protocol asks for, and what only
//! we have.

use std::{thread, time::Duration};

use vetrina::{file::FileData, image::DynamicImage, prelude::*};

const PAUSE: Duration = Duration::from_millis(50);

/// A picture of one point.
fn dot() -> DynamicImage {
    DynamicImage::new_rgb8(1, 1)
}

/// A sound of no length.
fn silence() -> FileData {
    let head = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0";
    FileData::from_bytes("silence.wav", head).expect("the disk takes it")
}

fn text(name: &str, words: &str) -> FileData {
    FileData::from_bytes(name, words).expect("the disk takes it")
}

/// Gives a simple text.
#[endpoint]
fn test_simple_text() -> &'static str {
    "This is a simple text response for testing."
}

/// Gives a picture.
#[endpoint]
fn test_image_content() -> DynamicImage {
    dot()
}

/// Gives a sound.
#[endpoint]
fn test_audio_content() -> FileData {
    silence()
}

/// Gives a small file of text.
#[endpoint]
fn test_embedded_resource() -> FileData {
    text("note.txt", "This is an embedded resource content.")
}

/// Gives a text, a picture and a file.
#[endpoint]
fn test_multiple_content_types() -> (&'static str, DynamicImage, FileData) {
    let data = text("data.json", r#"{"test":"data","value":123}"#);
    ("Multiple content types test:", dot(), data)
}

/// Says what it does.
#[endpoint]
fn test_tool_with_logging(alerts: Alerts) -> &'static str {
    alerts.info("Tool execution started");
    thread::sleep(PAUSE);
    alerts.info("Tool processing data");
    thread::sleep(PAUSE);
    alerts.info("Tool execution completed");
    "done"
}

/// Fails.
#[endpoint]
fn test_error_handling() -> Result<String, Error> {
    Err(Error::new(
        "This tool intentionally returns an error for testing",
    ))
}

/// Says how far it is.
#[endpoint]
fn test_tool_with_progress(progress: Progress) -> &'static str {
    for done in [0, 50, 100] {
        progress.step(done, 100, "Testing");
        thread::sleep(PAUSE);
    }
    "done"
}

/// A text that stays.
#[endpoint(mcp(resource = "test://static-text"))]
fn static_text() -> &'static str {
    "This is the content of the static text resource."
}

/// A picture that stays.
#[endpoint(mcp(resource = "test://static-binary", mime_type = "image/png"))]
fn static_binary() -> DynamicImage {
    dot()
}

/// Something for every id.
#[endpoint(mcp(resource = "test://template/{id}/data", mime_type = "application/json"))]
fn template(id: String) -> serde_json::Value {
    serde_json::json!({"id": id, "templateTest": true, "data": format!("Data for ID: {id}")})
}

/// A simple prompt.
#[endpoint(mcp(prompt))]
fn test_simple_prompt() -> &'static str {
    "This is a simple prompt for testing."
}

/// A prompt with arguments.
#[endpoint(mcp(prompt))]
fn test_prompt_with_arguments(
    /// The first.
    arg1: String,
    /// The second.
    arg2: String,
) -> String {
    format!("Prompt with arguments: arg1='{arg1}', arg2='{arg2}'")
}

/// A prompt with a file.
#[endpoint(mcp(prompt, name = "test_prompt_with_embedded_resource"))]
#[allow(non_snake_case, reason = "the suite names it so")]
fn with_resource(resourceUri: String) -> (FileData, String) {
    let file = text("note.txt", "Embedded resource content for testing.");
    (
        file,
        format!("Please process the resource above: {resourceUri}"),
    )
}

/// A prompt with a picture.
#[endpoint(mcp(prompt))]
fn test_prompt_with_image() -> (DynamicImage, &'static str) {
    (dot(), "Please analyze the image above.")
}

#[derive(Debug, Clone, Copy, Choices)]
enum Style {
    Friendly,
    Formal,
}

/// Greets somebody.
#[endpoint(mcp(prompt))]
fn greet_user(name: String, #[default(Style::Friendly)] style: Style) -> Vec<serde_json::Value> {
    let tone = match style {
        Style::Friendly => "warm",
        Style::Formal => "polite",
    };
    vec![
        serde_json::json!({"role": "user", "content": format!("Greet {name}.")}),
        serde_json::json!({"role": "assistant", "content": format!("In a {tone} way?")}),
    ]
}

/// Counts a letter in a word.
#[endpoint]
fn letter_counter(
    /// Where to look.
    #[default("strawberry")]
    word: String,
    /// What to count.
    #[default("r")]
    letter: String,
) -> usize {
    word.matches(&letter).count()
}

/// Halves a number, and tells what is left.
#[endpoint(outputs = (Number::new().label("Half"), Number::new().label("The Rest")))]
fn halve(number: i64) -> (i64, i64) {
    (number / 2, number % 2)
}

/// Counts the bytes of a file.
#[endpoint]
fn size(file: FileData) -> u64 {
    file.size().unwrap_or_default()
}

/// Orders some, of which there are ten.
#[endpoint]
fn order(amount: u32) -> Result<String, Error> {
    if amount > 10 {
        let error = Error::new("There are only ten left").with_code("out_of_stock");
        return Err(error.with_field("amount").with_retry(true));
    }
    Ok(format!("{amount} are yours"))
}

/// Counts its calls, and names who calls.
#[endpoint]
fn visits(count: State<u32>, request: Request) -> String {
    let count = count.update(|count| {
        *count += 1;
        *count
    });
    let who = request.header("x-api-token").unwrap_or("nobody");
    format!("{count} by {who}")
}

/// Gives one word after the other.
#[endpoint]
fn words(text: String) -> impl Iterator<Item = String> {
    let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    (1..=words.len()).map(move |count| words[..count].join(" "))
}

/// How often a long call was cancelled, in this program.
static CANCELLED: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);

/// Goes on until it is cancelled.
#[endpoint(concurrency_limit = None)]
fn long(cancel: Cancel) -> &'static str {
    while !cancel.is_cancelled() {
        thread::sleep(Duration::from_millis(5));
    }
    CANCELLED.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    "stopped"
}

/// Tells how often.
#[endpoint]
fn cancelled() -> u32 {
    CANCELLED.load(std::sync::atomic::Ordering::Relaxed)
}

/// Nobody's tool.
#[endpoint(mcp = false)]
fn quiet() -> &'static str {
    "quiet"
}

/// Nobody knows.
#[endpoint(show_api = false)]
fn undocumented() -> &'static str {
    "undocumented"
}
