//! A server under test: a program of its own, on a free port, ended with the test.

use std::{
    env,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex, mpsc},
    thread,
    time::Duration,
};

use crate::process;

/// A Gradio takes its time on a busy machine.
const START: Duration = Duration::from_secs(60);

/// A running server. It is killed when the test lets go of it.
#[derive(Debug)]
pub struct Server {
    child: Child,
    url: String,
    said: Arc<Mutex<String>>,
}

impl Server {
    /// One of the apps in `tests/apps`, by name.
    #[must_use]
    pub fn app(name: &str) -> Self {
        Self::start(&mut Self::apps(&[name]))
    }

    /// The command that serves `tests/apps` with these arguments.
    ///
    /// `VETRINA_TEST_APPS` names another program that serves the same apps: with one that runs them
    /// on a real Gradio, the suites themselves are put to the test.
    ///
    /// # Panics
    /// When the program was not built.
    #[must_use]
    pub fn apps(arguments: &[&str]) -> Command {
        // Cargo puts the tests into `deps/`, right beside the package's programs.
        let here = env::current_exe().expect("the test knows where it is");
        let beside = here
            .parent()
            .and_then(Path::parent)
            .expect("in target/*/deps")
            .join("apps");
        let program = env::var_os("VETRINA_TEST_APPS").map_or(beside, PathBuf::from);
        assert!(
            program.exists(),
            "{} is missing: cargo builds it for the tests",
            program.display()
        );
        let mut command = Command::new(program);
        command.args(arguments);
        Self::on_a_free_port(command)
    }

    /// The command that runs a program of the workspace, freshly built.
    ///
    /// # Panics
    /// When it cannot be built.
    #[must_use]
    pub fn example(package: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(build(package));
        command.args(arguments);
        Self::on_a_free_port(command)
    }

    fn on_a_free_port(mut command: Command) -> Command {
        for (name, _) in env::vars_os() {
            let known = name.to_string_lossy().into_owned();
            if known.starts_with("GRADIO_") || known.starts_with("VETRINA_") {
                command.env_remove(name);
            }
        }
        command.env("VETRINA_SERVER_PORT", "0");
        command
    }

    /// Starts `command` and waits until it says where it runs.
    ///
    /// # Panics
    /// When it ends or keeps silent instead.
    #[must_use]
    pub fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("the server cannot be started: {error}\n{command:?}"));
        let said = Arc::new(Mutex::new(String::new()));
        let (tell, told) = mpsc::channel();
        listen(child.stdout.take(), &said, tell.clone());
        listen(child.stderr.take(), &said, tell);
        let url = told.recv_timeout(START);
        // Made before the check, so that a server that is silent is killed all the same.
        let mut server = Self {
            child,
            url: String::new(),
            said,
        };
        match url {
            Ok(url) => server.url = url,
            Err(why) => panic!(
                "the server did not say where it runs ({why}):\n{}",
                server.said()
            ),
        }
        server
    }

    /// Its address, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The address of `path`.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// Its port.
    ///
    /// # Panics
    /// When its address has none.
    #[must_use]
    pub fn port(&self) -> u16 {
        let port = self
            .url
            .rsplit(':')
            .next()
            .and_then(|port| port.parse().ok());
        port.unwrap_or_else(|| panic!("{} has no port", self.url))
    }

    /// All it wrote so far.
    ///
    /// # Panics
    /// When a reader of its output panicked.
    #[must_use]
    pub fn said(&self) -> String {
        self.said.lock().expect("the readers live").clone()
    }

    /// What the system says about its memory and threads.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Presses Ctrl-C.
    ///
    /// # Panics
    /// When the signal cannot be sent.
    pub fn interrupt(&self) {
        // The shell's own `kill` is there on the barest machine.
        let id = self.child.id();
        let sent = Command::new("sh")
            .args(["-c", &format!("kill -INT {id}")])
            .status()
            .expect("a shell can be run");
        assert!(sent.success(), "no signal could be sent to {id}");
    }

    /// Whether it still runs.
    ///
    /// # Panics
    /// When the system cannot tell.
    pub fn lives(&mut self) -> bool {
        self.child
            .try_wait()
            .expect("a child can be asked")
            .is_none()
    }

    /// Waits for its end.
    ///
    /// # Panics
    /// When it did not end within `limit`.
    pub fn ended(&mut self, limit: Duration) -> ExitStatus {
        process::wait(&mut self.child, limit)
            .unwrap_or_else(|| panic!("the server did not end within {limit:?}:\n{}", self.said()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if thread::panicking() {
            eprintln!("the server said:\n{}", self.said());
        }
    }
}

fn listen(
    pipe: Option<impl Read + Send + 'static>,
    said: &Arc<Mutex<String>>,
    tell: mpsc::Sender<String>,
) {
    let said = Arc::clone(said);
    let pipe = pipe.expect("the pipe was asked for");
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            let mut said = said.lock().expect("the readers live");
            said.push_str(&line);
            said.push('\n');
            if let Some((_, url)) = line.split_once("Running on ") {
                let url = url.split_whitespace().next().unwrap_or_default();
                // Only the first address is waited for.
                let _ = tell.send(url.trim_end_matches('/').to_owned());
            }
        }
    });
}

fn build(package: &str) -> PathBuf {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args([
            "build",
            "--quiet",
            "--message-format=json",
            // With what all packages ask of their libraries: these are built already.
            "--workspace",
            "--bin",
            package,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    let messages = process::run(
        &format!("building {package}"),
        &mut command,
        Duration::from_secs(900),
    );
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .find_map(|message| {
            let ours = message["target"]["name"] == package;
            message["executable"]
                .as_str()
                .filter(|_| ours)
                .map(PathBuf::from)
        })
        .unwrap_or_else(|| panic!("cargo built no program for {package}"))
}
