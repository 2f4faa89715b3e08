//! The page in a browser, while its connections come and go.

use std::{process::Command, thread, time::Duration};

use vetrina_tests::{Cutter, Server, run, tools};

const LIMIT: Duration = Duration::from_secs(180);

fn browse(script: &str, urls: &[String]) {
    run(script, &mut browser(script, urls), LIMIT);
}

fn browser(script: &str, urls: &[String]) -> Command {
    let path = tools::sources().join(format!("runs/{script}.mjs"));
    let mut command = tools::browser();
    command.arg(path).args(urls);
    command
}

#[test]
fn comes_back_after_every_cut() {
    let server = Server::app("runs");
    let cutter = Cutter::before(&server, 50);
    browse("comes_back_after_every_cut", &[cutter.at("")]);
    assert_eq!(cutter.left(), 0);
}

#[test]
fn finds_its_runs_again() {
    let server = Server::app("runs");
    browse("finds_its_runs_again", &[server.at("")]);
}

#[test]
fn rests_in_the_background() {
    let server = Server::app("runs");
    browse("rests_in_the_background", &[server.at("")]);
}

#[test]
fn stops_with_its_page() {
    let server = Server::app("runs");
    browse("stops_with_its_page", &[server.at("")]);
}

#[test]
fn ten_tabs_that_all_run() {
    let server = Server::app("runs");
    browse("ten_tabs_that_all_run", &[server.at("")]);
}

#[test]
fn says_that_the_server_is_another_one() {
    let server = Server::app("runs");
    let port = server.port().to_string();
    let url = server.at("");
    // The script waits for the end of the first, and for the second after that.
    let script = thread::spawn(move || browse("says_that_the_server_is_another_one", &[url]));
    vetrina_tests::process::until("a run is under way", LIMIT, || {
        (super::ticks(&server) > 0).then_some(())
    });
    drop(server);
    thread::sleep(Duration::from_secs(4));
    let again = Server::start(Server::apps(&["runs"]).env("VETRINA_SERVER_PORT", port));
    script.join().expect("the page says it");
    drop(again);
}
