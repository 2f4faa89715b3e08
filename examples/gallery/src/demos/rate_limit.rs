//! Three calls a minute, counted by the caller's address.

use std::{
    collections::HashMap,
    net::IpAddr,
    time::{Duration, Instant},
};

use vetrina::prelude::*;

const LIMIT: usize = 3;
const WINDOW: Duration = Duration::from_secs(60);

/// When each address called.
#[derive(Default)]
struct Calls(HashMap<Option<IpAddr>, Vec<Instant>>);

impl Calls {
    /// The calls of whoever sent `request` in the last minute.
    fn of(&mut self, request: &Request) -> &mut Vec<Instant> {
        let calls = self.0.entry(request.client().map(|client| client.ip())).or_default();
        calls.retain(|call| call.elapsed() < WINDOW);
        calls
    }
}

#[page(title = "Rate limiting")]
fn rate_limit(ui: &mut Ui) {
    ui.markdown("# Three calls a minute");
    let status = ui.add(Markdown::new().value("Loading status..."));
    let run = Button::new("Run Action").variant(ButtonVariant::Primary);
    let run = ui.row(|ui| ui.add(run));
    let result = ui.add(Markdown::new());
    ui.load(update_status, (), &status).show_api(false);
    run.click(run_action, (), (&result, &status)).show_api(false);
    ui.markdown("Calls are counted over the last 60 seconds, for each address by itself.");
}

fn update_status(request: Request, calls: Shared<Calls>) -> String {
    let used = calls.update(|calls| calls.of(&request).len());
    format!("You have clicked {used} times this minute, of {LIMIT}.")
}

fn run_action(request: Request, calls: Shared<Calls>) -> (String, String) {
    let used = calls.update(|calls| {
        let calls = calls.of(&request);
        let is_free = calls.len() < LIMIT;
        calls.extend(is_free.then(Instant::now));
        is_free.then_some(calls.len())
    });
    let result = match used {
        Some(used) => format!("Action executed successfully! (Click #{used})"),
        None => format!("You have used all {LIMIT} clicks for this minute. Please wait."),
    };
    (result, update_status(request, calls))
}
