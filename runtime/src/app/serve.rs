//! Listening, and ending well.

use std::{
    io,
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

#[cfg(unix)]
use tokio::signal::unix;
use tokio::{
    net::{TcpListener, TcpSocket, lookup_host},
    sync::oneshot,
    task::JoinHandle,
};

use super::{App, StartError, environment, upkeep};
use crate::{
    Error, Result,
    endpoint::Cancel,
    server::{self, Peer, PeerListener, Served},
};

const FIRST_PORT: u16 = 7860;
/// How many ports are tried when nobody chose one.
const PORTS: u16 = 100;
/// How long running work may go on after Ctrl-C.
const PATIENCE: Duration = Duration::from_secs(30);

impl App {
    /// Serves the app until Ctrl-C, then lets running work end.
    ///
    /// # Errors
    /// When the app cannot be put together or no port is free; see [`StartError`].
    pub fn launch(self) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .map_err(|error| Error::new(format!("cannot start the runtime: {error}")))?;
        let ended = runtime.block_on(self.serve());
        // A function that still blocks after the wait is not waited for again.
        runtime.shutdown_background();
        ended
    }

    /// The same as [`App::launch`], inside a runtime of yours.
    ///
    /// # Errors
    /// When the app cannot be put together or no port is free; see [`StartError`].
    pub async fn serve(self) -> Result<()> {
        // Before anybody can read the greeting and press Ctrl-C.
        let mut interrupts = Interrupts::listen();
        let running = self.start().await?;
        println!("{}", running.greeting());
        interrupts.next().await;
        println!("Stopping: waiting for running work to end. Ctrl-C again to end now.");
        tokio::select! {
            () = running.close() => {}
            () = interrupts.next() => {}
        }
        Ok(())
    }

    /// Serves the app in the background; the answer tells where, and ends it.
    ///
    /// ```
    /// # mod hello { use vetrina::prelude::*; #[endpoint] fn greet(name: String) -> String { name } }
    /// # #[tokio::main] async fn main() -> vetrina::Result<()> {
    /// let app = vetrina::App::module(concat!(module_path!(), "::hello"));
    /// let running = app.port(0).start().await?;
    /// println!("{}", running.url());
    /// running.close().await;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// When the app cannot be put together or no port is free; see [`StartError`].
    pub async fn start(mut self) -> Result<Running> {
        #[cfg(not(feature = "mcp"))]
        environment::no_mcp_server()?;
        environment::default_concurrency(&mut self.limits.default_concurrency)?;
        let app = self.built()?;
        let (listener, moved_from) = self.listen().await?;
        let address = listener
            .local_addr()
            .map_err(|error| Error::new(error.to_string()))?;
        let router = server::router(app.clone());
        upkeep::begin(&app);
        let closing = Cancel::default();
        let closed = closing.clone();
        let (done, ended) = oneshot::channel();
        let task = tokio::spawn(async move {
            let service = router.into_make_service_with_connect_info::<Peer>();
            let served = axum::serve(PeerListener(listener), service)
                .with_graceful_shutdown(async move { closed.cancelled().await })
                .await;
            let _ = done.send(served);
        });
        Ok(Running {
            app,
            address,
            moved_from,
            closing,
            task,
            ended,
        })
    }

    /// A listener on the chosen port, or on the first free one where nobody chose; and the port
    /// that was taken.
    async fn listen(&self) -> Result<(TcpListener, Option<u16>)> {
        let host = self.host.clone().or_else(environment::server_name);
        let host = host.unwrap_or_else(|| "127.0.0.1".into());
        let chosen = match self.port {
            Some(port) => Some(port),
            None => environment::server_port()?,
        };
        let first = chosen.unwrap_or(FIRST_PORT);
        let many = environment::num_ports()?.unwrap_or(PORTS);
        let last = if first == 0 {
            0
        } else {
            first.saturating_add(many)
        };
        let mut why = String::new();
        for port in first..=last {
            match bind(&host, port).await {
                Ok(listener) => return Ok((listener, (port != first).then_some(first))),
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                    why = error.to_string();
                }
                Err(error) => {
                    let address = format!("{host}:{port}");
                    return Err(StartError::Address {
                        address,
                        text: error.to_string(),
                    }
                    .into());
                }
            }
        }
        let address = format!("{host}, ports {first} to {last}");
        Err(StartError::Address { address, text: why }.into())
    }
}

/// So many connections may wait to be taken: thousands that come at one time are not turned away.
const BACKLOG: u32 = 4_096;

async fn bind(host: &str, port: u16) -> io::Result<TcpListener> {
    let mut why = io::Error::new(io::ErrorKind::InvalidInput, "no such address");
    for address in lookup_host((host, port)).await? {
        let socket = match address {
            SocketAddr::V4(_) => TcpSocket::new_v4()?,
            SocketAddr::V6(_) => TcpSocket::new_v6()?,
        };
        // Elsewhere this would let two programs have one port.
        #[cfg(unix)]
        socket.set_reuseaddr(true)?;
        match socket.bind(address).and_then(|()| socket.listen(BACKLOG)) {
            Ok(listener) => return Ok(listener),
            Err(error) => why = error,
        }
    }
    Err(why)
}

/// An app that is being served.
#[derive(Debug)]
pub struct Running {
    app: Arc<Served>,
    address: SocketAddr,
    moved_from: Option<u16>,
    closing: Cancel,
    task: JoinHandle<()>,
    ended: oneshot::Receiver<io::Result<()>>,
}

impl Running {
    /// The address to open, such as `http://127.0.0.1:7860`.
    #[must_use]
    pub fn url(&self) -> String {
        let host = match self.address.ip() {
            ip if ip.is_unspecified() => "127.0.0.1".into(),
            IpAddr::V6(ip) => format!("[{ip}]"),
            IpAddr::V4(ip) => ip.to_string(),
        };
        format!("http://{host}:{}", self.address.port())
    }

    /// Takes no more calls, lets running work end, and closes the server. Work that goes on for
    /// longer than 30 seconds is cut off.
    pub async fn close(self) {
        self.app.engine.drain(PATIENCE).await;
        self.closing.raise();
        // What is left now are connections nobody uses.
        if tokio::time::timeout(Duration::from_secs(1), self.ended)
            .await
            .is_err()
        {
            self.task.abort();
        }
    }

    fn greeting(&self) -> String {
        let limits = self.app.engine.limits();
        let words =
            |limit: Option<usize>| limit.map_or("unlimited".into(), |limit| limit.to_string());
        let moved = self
            .moved_from
            .map(|port| format!("Port {port} is taken, so this is the next free one.\n"))
            .unwrap_or_default();
        format!(
            "{moved}Running on {}\n  {} · waiting runs at most {} · calls of a blocking function at once {} · body at most {} MB · file at most {}\n  a run goes on without its page for {} · what became of it is kept for {}",
            self.url(),
            self.app.title,
            words(limits.max_size),
            words(limits.default_concurrency),
            server::MAX_BODY >> 20,
            limits
                .files
                .max_file_size
                .map_or("unlimited".into(), |bytes| format!("{} MB", bytes >> 20)),
            time(limits.grace),
            time(limits.retention),
        )
    }
}

/// A length of time, in words.
fn time(length: Duration) -> String {
    match length.as_secs_f64() {
        seconds if seconds < 120.0 => format!("{seconds} s"),
        seconds => format!("{:.0} min", seconds / 60.0),
    }
}

/// Ctrl-C, and what a supervisor sends to end a program.
struct Interrupts {
    #[cfg(unix)]
    signals: Option<(unix::Signal, unix::Signal)>,
}

impl Interrupts {
    /// Listens from now on.
    fn listen() -> Self {
        Self {
            #[cfg(unix)]
            signals: unix::signal(unix::SignalKind::interrupt())
                .ok()
                .zip(unix::signal(unix::SignalKind::terminate()).ok()),
        }
    }

    async fn next(&mut self) {
        #[cfg(unix)]
        if let Some((interrupt, terminate)) = &mut self.signals {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
        // Where signals cannot be had, the program is ended from outside.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
