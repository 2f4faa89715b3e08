//! Other programs, which end with the run that started them.
//!
//! A program is started in a process group of its own. When the run is cancelled, or whoever waits
//! for the program gives up, the whole group is killed: what the program started in turn does not
//! live on.
//!
//! ```
//! use std::{io, process::Command};
//! use vetrina::{prelude::*, process};
//!
//! #[endpoint]
//! async fn word_count(file: FileData, cancel: Cancel) -> io::Result<String> {
//!     let mut wc = Command::new("wc");
//!     wc.arg("-w").arg(file.path());
//!     let counted = process::output(wc, &cancel).await?;
//!     Ok(String::from_utf8_lossy(&counted.stdout).into_owned())
//! }
//! ```
//!
//! A function that is not `async` does the same by [`output_blocking`]; [`spawn`] is for programs that
//! are talked to while they run.

use std::{
    io,
    process::{Command, ExitStatus, Output, Stdio},
};

use tokio::{
    io::{AsyncRead, AsyncReadExt as _},
    process::{ChildStderr, ChildStdin, ChildStdout},
    runtime::Handle,
};

use crate::endpoint::Cancel;

/// Runs `command` and gives what it wrote. It reads nothing.
///
/// # Errors
/// When the program cannot be started, or the run was cancelled and the program killed for that.
pub async fn output(command: Command, cancel: &Cancel) -> io::Result<Output> {
    piped(command, cancel)?.output().await
}

/// The same as [`output`], for code that blocks.
///
/// # Errors
/// As for [`output`]; and where there is no runtime, as in a unit test without one.
///
/// # Panics
/// In async code, which must not block.
pub fn output_blocking(command: Command, cancel: &Cancel) -> io::Result<Output> {
    let runtime = Handle::try_current().map_err(io::Error::other)?;
    runtime.block_on(piped(command, cancel)?.output())
}

fn piped(mut command: Command, cancel: &Cancel) -> io::Result<Child> {
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    spawn(command, cancel)
}

/// Starts `command`, which reads and writes where it says.
///
/// # Errors
/// When the program cannot be started, or the run is cancelled already; and where there is no runtime,
/// as in a unit test without one.
pub fn spawn(command: Command, cancel: &Cancel) -> io::Result<Child> {
    Handle::try_current().map_err(io::Error::other)?;
    if cancel.is_cancelled() {
        return Err(stopped());
    }
    let mut command = tokio::process::Command::from(command);
    #[cfg(unix)]
    command.process_group(0);
    command.kill_on_drop(true);
    Ok(Child {
        child: command.spawn()?,
        cancel: cancel.clone(),
    })
}

/// A program that was started. Dropping it kills the program and all that it started.
#[derive(Debug)]
pub struct Child {
    child: tokio::process::Child,
    cancel: Cancel,
}

impl Child {
    /// What it reads, where that is piped.
    pub fn stdin(&mut self) -> Option<ChildStdin> {
        self.child.stdin.take()
    }

    /// What it writes.
    pub fn stdout(&mut self) -> Option<ChildStdout> {
        self.child.stdout.take()
    }

    /// What it writes about errors.
    pub fn stderr(&mut self) -> Option<ChildStderr> {
        self.child.stderr.take()
    }

    /// The number that the system knows it by; none when it has ended.
    #[must_use]
    pub fn id(&self) -> Option<u32> {
        self.child.id()
    }

    /// Waits until it ends.
    ///
    /// # Errors
    /// When the run was cancelled, and the program killed for that.
    pub async fn wait(&mut self) -> io::Result<ExitStatus> {
        let cancel = self.cancel.clone();
        let ended = tokio::select! {
            biased;
            () = cancel.cancelled() => None,
            ended = self.child.wait() => Some(ended),
        };
        match ended {
            Some(ended) => ended,
            None => self.end().await,
        }
    }

    /// Waits until it ends, and gives what it wrote meanwhile.
    async fn output(mut self) -> io::Result<Output> {
        let (stdout, stderr) = (self.stdout(), self.stderr());
        let cancel = self.cancel.clone();
        // First all that is written: until the program is waited for, nobody else gets its number,
        // so that killing its group hits no others.
        let written = tokio::select! {
            biased;
            () = cancel.cancelled() => None,
            written = async { tokio::try_join!(all(stdout), all(stderr)) } => Some(written),
        };
        let Some(written) = written else {
            return self.end().await;
        };
        let (stdout, stderr) = written?;
        Ok(Output {
            status: self.wait().await?,
            stdout,
            stderr,
        })
    }

    /// The same as [`Child::wait`], for code that blocks.
    ///
    /// # Errors
    /// When the run was cancelled, and the program killed for that.
    ///
    /// # Panics
    /// In async code, which must not block.
    pub fn wait_blocking(&mut self) -> io::Result<ExitStatus> {
        let runtime = Handle::try_current().map_err(io::Error::other)?;
        runtime.block_on(self.wait())
    }

    /// Kills it and all that it started.
    pub fn kill(&mut self) {
        // Once it was waited for, its number may be another's.
        let Some(id) = self.child.id() else { return };
        #[cfg(unix)]
        {
            use rustix::process::{Pid, Signal, kill_process_group};
            let group = i32::try_from(id).ok().and_then(Pid::from_raw);
            // A group that is gone needs no killing.
            let _ = group.map(|group| kill_process_group(group, Signal::KILL));
        }
        #[cfg(not(unix))]
        let _ = (id, self.child.start_kill());
    }

    /// Kills it, and waits until it is gone.
    async fn end<T>(&mut self) -> io::Result<T> {
        self.kill();
        self.child.wait().await?;
        Err(stopped())
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.kill();
    }
}

async fn all(pipe: Option<impl AsyncRead + Unpin>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(mut pipe) = pipe {
        pipe.read_to_end(&mut bytes).await?;
    }
    Ok(bytes)
}

fn stopped() -> io::Error {
    io::Error::new(io::ErrorKind::Interrupted, crate::push::Stopped)
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::Duration;

    use super::*;

    fn shell(script: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        shell
    }

    /// Whether a process is there and no zombie.
    fn lives(id: &str) -> bool {
        let state = std::fs::read_to_string(format!("/proc/{}/stat", id.trim()));
        state.is_ok_and(|stat| !stat.contains(") Z "))
    }

    #[tokio::test]
    async fn a_program_ends_by_itself() {
        let cancel = Cancel::default();
        let said = output(shell("echo out; echo err >&2; exit 3"), &cancel);
        let said = said.await.unwrap();
        assert_eq!(said.status.code(), Some(3));
        assert_eq!(
            (&*said.stdout, &*said.stderr),
            (&b"out\n"[..], &b"err\n"[..])
        );
        let blocking = tokio::task::spawn_blocking(move || {
            let said = output_blocking(shell("echo out"), &cancel).unwrap();
            let mut child = spawn(shell("exit 4"), &cancel).unwrap();
            (said.stdout, child.wait_blocking().unwrap().code())
        });
        assert_eq!(blocking.await.unwrap(), (b"out\n".to_vec(), Some(4)));
    }

    #[tokio::test]
    async fn a_cancelled_program_takes_its_children_along() {
        // The shell ends at once; what it started holds the pipe.
        for waits in ["; wait", ""] {
            let note = std::env::temp_dir().join(format!("vetrina-{}", rand::random::<u64>()));
            let cancel = Cancel::default();
            let script = format!("sleep 600 & echo $! > {}{waits}", note.display());
            let stop = cancel.clone();
            let waits = tokio::spawn(async move { output(shell(&script), &stop).await });
            let id = loop {
                match std::fs::read_to_string(&note) {
                    Ok(id) if id.ends_with('\n') => break id,
                    _ => tokio::time::sleep(Duration::from_millis(10)).await,
                }
            };
            assert!(lives(&id));
            cancel.raise();
            let error = waits.await.unwrap().unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::Interrupted);
            while lives(&id) {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            std::fs::remove_file(note).unwrap();
            assert!(spawn(shell("true"), &cancel).is_err());
        }
    }

    #[tokio::test]
    async fn a_program_nobody_waits_for_is_killed() {
        let mut child = spawn(shell("exec sleep 600"), &Cancel::default()).unwrap();
        let id = child.id().unwrap().to_string();
        assert!(lives(&id) && child.stdin().is_none());
        drop(child);
        while lives(&id) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}
