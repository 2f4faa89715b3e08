//! A measured server: a child process on a free port, paused while others are measured.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{io, path::Path, thread};

use rustix::process::{Pid, Signal, kill_process};

use crate::Result;
use crate::processor;

/// How long a server may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(120);

#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
    /// From the start of the process to the end of its first good answer.
    pub(crate) ready_after: Duration,
}

impl Server {
    /// Starts a server and waits for its first page. What it prints goes to `log`.
    pub(crate) fn start(mut command: Command, log: &Path) -> Result<Self> {
        let port = free_port()?;
        let output = File::create(log)?;
        command
            .env("GRADIO_SERVER_NAME", "127.0.0.1")
            .env("GRADIO_SERVER_PORT", port.to_string())
            .stdin(Stdio::null())
            .stderr(output.try_clone()?)
            .stdout(output);
        let started = Instant::now();
        let child = command
            .spawn()
            .map_err(|error| format!("{}: {error}", command.get_program().display()))?;
        let mut server = Self {
            child,
            port,
            ready_after: Duration::ZERO,
        };
        while !server.answers() {
            if let Some(status) = server.child.try_wait()? {
                return Err(format!(
                    "ended with {status} before its first answer; see {}",
                    log.display()
                )
                .into());
            }
            if started.elapsed() > PATIENCE {
                return Err(format!("no answer in {PATIENCE:?}; see {}", log.display()).into());
            }
            thread::sleep(Duration::from_micros(200));
        }
        server.ready_after = started.elapsed();
        Ok(server)
    }

    /// Whether the front page is there.
    fn answers(&self) -> bool {
        let get = || -> io::Result<bool> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            stream.set_read_timeout(Some(Duration::from_secs(10)))?;
            stream.write_all(b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n")?;
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer)?;
            Ok(answer.starts_with(b"HTTP/1.1 200"))
        };
        get().unwrap_or(false)
    }

    /// Stops it from using the processor: Gradio polls even when nobody asks.
    pub(crate) fn pause(&self) -> Result<()> {
        Ok(kill_process(self.pid()?, Signal::STOP)?)
    }

    pub(crate) fn resume(&self) -> Result<()> {
        Ok(kill_process(self.pid()?, Signal::CONT)?)
    }

    /// The memory it has in RAM, in bytes.
    pub(crate) fn resident(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let kibibytes: f64 = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB"))
            .ok_or("no VmRSS in /proc")?
            .parse()?;
        Ok(kibibytes * 1024.0)
    }

    /// The processor time that all its threads have used.
    pub(crate) fn cpu_time(&self) -> Result<Duration> {
        processor::of_process(self.child.id())
    }

    fn pid(&self) -> Result<Pid> {
        Ok(Pid::from_raw(self.child.id().try_into()?).ok_or("a process without a number")?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nothing is left to do if it has ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}
