//! The apps that are called, one of each kind for all tests together: a Gradio takes seconds to
//! start.

use std::{
    path::PathBuf,
    process::{self, Child, Command, Stdio},
    sync::OnceLock,
    thread,
};

use vetrina::client::Client;
use vetrina_tests::{
    Server,
    tools::{self, Line},
};

/// What serves the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Far {
    Gradio5,
    Gradio6,
    Vetrina,
    /// An app of ours that shows one of those.
    ThroughGradio5,
    ThroughGradio6,
    ThroughVetrina,
}

impl Far {
    /// The command that serves it.
    pub(crate) fn command(self, arguments: &[&str]) -> Command {
        let line = match self {
            Self::Gradio5 => Line::One,
            Self::Gradio6 => Line::Two,
            Self::Vetrina => return Server::apps(&["far"]),
            Self::ThroughGradio5 => return Self::Gradio5.shown_by_another(),
            Self::ThroughGradio6 => return Self::Gradio6.shown_by_another(),
            Self::ThroughVetrina => return Self::Vetrina.shown_by_another(),
        };
        let mut command = tools::gradio(line);
        command
            .arg("-B")
            .arg(tools::sources().join("client/far.py"))
            .args(arguments);
        command
    }

    fn shown_by_another(self) -> Command {
        let mut command = Server::apps(&["loads"]);
        command.env("FAR", self.url());
        command
    }

    /// A server of this test alone that shows this app.
    pub(crate) fn through(self) -> Server {
        Server::start(&mut self.shown_by_another())
    }

    /// A server of this test alone.
    pub(crate) fn own(self, arguments: &[&str]) -> Server {
        Server::start(&mut self.command(arguments))
    }

    /// The address of the one for all.
    pub(crate) fn url(self) -> &'static str {
        static SERVERS: [OnceLock<Server>; 6] = [const { OnceLock::new() }; 6];
        let server = SERVERS[self as usize].get_or_init(|| {
            let server = self.own(&[]);
            ends_with_us(&server);
            server
        });
        server.url()
    }

    pub(crate) async fn connect(self) -> Client {
        let url = tokio::task::spawn_blocking(move || self.url());
        let url = url.await.expect("the server starts");
        Client::connect(url).await.expect("the app answers")
    }
}

/// Statics are not dropped: a shell waits for the end of the tests, and ends the server.
fn ends_with_us(server: &Server) {
    let (us, it) = (process::id(), server.id());
    let script = format!("while kill -0 {us} 2>/dev/null; do sleep 0.2; done; kill -KILL {it}");
    let watch: std::io::Result<Child> = Command::new("sh")
        .args(["-c", &script])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut watch = watch.expect("a shell can be run");
    // It is waited for, so that it never is a zombie while the tests go on.
    thread::spawn(move || watch.wait());
}

/// A folder for files of one test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("vetrina-client-{}-{name}", process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}
