//! Running a program to its end, with a limit.

use std::{
    io::Read,
    process::{Child, Command, ExitStatus, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Runs `command` and returns what it wrote to standard output.
///
/// # Panics
/// When it fails or takes longer than `limit`; the message holds all it said.
pub fn run(what: &str, command: &mut Command, limit: Duration) -> String {
    let output = finish(what, command, limit);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{what} failed ({}):\n{said}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    said
}

/// Runs `command` to its end, whatever that is.
///
/// # Panics
/// When it cannot be started or takes longer than `limit`.
pub fn finish(what: &str, command: &mut Command, limit: Duration) -> Output {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{what} cannot be started: {error}\n{command:?}"));
    let stdout = drain(child.stdout.take());
    let stderr = drain(child.stderr.take());
    let status = wait(&mut child, limit);
    if status.is_none() {
        child.kill().expect("a child can be killed");
        child.wait().expect("a killed child can be waited for");
    }
    // The pipes end with the process, so the readers do as well.
    let output = |reader: thread::JoinHandle<Vec<u8>>| reader.join().expect("the reader lives");
    let (stdout, stderr) = (output(stdout), output(stderr));
    let Some(status) = status else {
        panic!(
            "{what} did not end within {limit:?}:\n{}\n{}",
            String::from_utf8_lossy(&stdout),
            String::from_utf8_lossy(&stderr)
        );
    };
    Output {
        status,
        stdout,
        stderr,
    }
}

/// Waits for the end of `child`, at most `limit`.
///
/// # Panics
/// When the system cannot tell.
pub fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let end = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            return Some(status);
        }
        if Instant::now() >= end {
            return None;
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// Asks `question` until it answers, at most `limit`.
///
/// # Panics
/// When no answer came in time; `what` is what was waited for.
pub fn until<T>(what: &str, limit: Duration, mut question: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + limit;
    loop {
        if let Some(answer) = question() {
            return answer;
        }
        assert!(Instant::now() < end, "{what}: not within {limit:?}");
        thread::sleep(Duration::from_millis(10));
    }
}

fn drain(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // A pipe that breaks ends the same way as one that closes.
            let _ = pipe.read_to_end(&mut bytes);
        }
        bytes
    })
}
