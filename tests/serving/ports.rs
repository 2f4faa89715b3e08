//! Which address is taken.

use std::{
    net::{Ipv4Addr, TcpListener},
    process::Command,
};

use vetrina_tests::{Server, get};

/// The server with no port chosen, or with the one in a variable.
fn started(variables: &[(&str, u16)]) -> Server {
    let mut command = Server::apps(&["hello"]);
    command.env_remove("VETRINA_SERVER_PORT");
    for (name, port) in variables {
        command.env(name, port.to_string());
    }
    Server::start(&mut command)
}

/// Two ports in a row, of which the first is held and the second is free.
fn held_and_next() -> (TcpListener, u16) {
    // Below those that a busy system gives to connections.
    for port in (20_000..30_000).step_by(2) {
        let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        if let (Ok(held), Ok(_)) = (bind(port), bind(port + 1)) {
            return (held, port);
        }
    }
    panic!("no two ports in a row are free");
}

#[test]
fn nothing_chosen_means_7860_or_one_of_the_next() {
    let server = started(&[]);
    assert!((7860..=7960).contains(&server.port()), "{}", server.said());
    let second = started(&[]);
    assert!(
        (7860..=7960).contains(&second.port()) && second.port() != server.port(),
        "{}",
        second.said()
    );
}

#[test]
fn a_taken_port_moves_on_and_says_so() {
    let (held, port) = held_and_next();
    let server = started(&[("VETRINA_SERVER_PORT", port)]);
    assert!(
        server.port() > port && server.port() <= port + 100,
        "{}",
        server.said()
    );
    assert!(
        server.said().contains(&port.to_string()),
        "{}",
        server.said()
    );
    let _ = get(server.at("/config")).expect(200);
    drop(held);
}

#[test]
fn both_names_of_a_variable_are_read_and_ours_is_first() {
    let free = || {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        listener.local_addr().expect("an address").port()
    };
    let theirs = free();
    let server = started(&[("GRADIO_SERVER_PORT", theirs)]);
    // Somebody may have taken the port in between; then it is one of the next.
    assert!(
        (theirs..=theirs.saturating_add(100)).contains(&server.port()),
        "{}",
        server.said()
    );
    let ours = free();
    let server = started(&[
        ("GRADIO_SERVER_PORT", theirs),
        ("VETRINA_SERVER_PORT", ours),
    ]);
    assert!(
        (ours..=ours.saturating_add(100)).contains(&server.port()),
        "{}",
        server.said()
    );
}

#[test]
fn the_name_to_listen_on_can_be_chosen() {
    let server = Server::start(Server::apps(&["hello"]).env("GRADIO_SERVER_NAME", "0.0.0.0"));
    let _ = get(format!("http://127.0.0.1:{}/config", server.port())).expect(200);
}

#[test]
fn a_program_and_the_environment_agree_on_any_free_port() {
    let servers = [(); 3].map(|()| Server::app("hello"));
    let mut ports = servers.each_ref().map(Server::port);
    ports.sort_unstable();
    assert!(ports[0] != ports[1] && ports[1] != ports[2], "{ports:?}");
}

#[test]
fn a_variable_that_is_no_port_is_told() {
    let mut command: Command = Server::apps(&["hello"]);
    command.env("VETRINA_SERVER_PORT", "eighty");
    let output = vetrina_tests::process::finish(
        "a server with a wrong port",
        &mut command,
        std::time::Duration::from_secs(20),
    );
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(
        said.contains("VETRINA_SERVER_PORT") && said.contains("eighty"),
        "{said}"
    );
}
