//! Listens where the environment says, as apps do that stand alone.

use std::{env, io, net::SocketAddr, time::Duration};

use axum::{Router, serve::ListenerExt as _};
use tokio::net::TcpListener;
use vetrina::Error;

const FIRST_PORT: u16 = 7860;
/// How many more ports are tried when the first is taken.
const PORTS: u16 = 100;
/// How long open connections may last after Ctrl-C: event streams do not end by themselves.
const PATIENCE: Duration = Duration::from_secs(2);

/// Serves what `router` makes, until Ctrl-C.
///
/// # Errors
/// When the router cannot be made, or no port is free.
pub(crate) fn launch<F: Future<Output = vetrina::Result<Router>>>(
    router: fn() -> F,
) -> vetrina::Result<()> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| Error::new(error.to_string()))?;
    let ended = runtime.block_on(async { serve(router().await?).await });
    runtime.shutdown_background();
    ended
}

async fn serve(router: Router) -> vetrina::Result<()> {
    let (asked, patience) = (interrupted(), interrupted());
    let (listener, first) = listen().await?;
    let address = listener
        .local_addr()
        .map_err(|error| Error::new(error.to_string()))?;
    if first != 0 && address.port() != first {
        println!("Port {first} is taken, so this is the next free one.");
    }
    let open = if address.ip().is_unspecified() {
        SocketAddr::from(([127, 0, 0, 1], address.port()))
    } else {
        address
    };
    println!("Running on http://{open}");
    let listener = listener.tap_io(|stream| {
        // Without it small answers wait for each other, and nothing else is lost.
        let _ = stream.set_nodelay(true);
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(asked);
    tokio::select! {
        ended = server => ended.map_err(|error| Error::new(error.to_string())),
        () = async { patience.await; tokio::time::sleep(PATIENCE).await } => Ok(()),
    }
}

/// A listener, and the port that was asked for.
async fn listen() -> vetrina::Result<(TcpListener, u16)> {
    let host = setting("SERVER_NAME").unwrap_or_else(|| "127.0.0.1".into());
    let first = number("SERVER_PORT")?.unwrap_or(FIRST_PORT);
    let many = number("NUM_PORTS")?.unwrap_or(PORTS);
    let last = if first == 0 {
        0
    } else {
        first.saturating_add(many)
    };
    let mut why = String::new();
    for port in first..=last {
        match TcpListener::bind((host.as_str(), port)).await {
            Ok(listener) => return Ok((listener, first)),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => why = error.to_string(),
            Err(error) => {
                return Err(Error::new(format!(
                    "cannot listen on {host}:{port}: {error}"
                )));
            }
        }
    }
    Err(Error::new(format!(
        "cannot listen on {host}, ports {first} to {last}: {why}"
    )))
}

fn number(name: &str) -> vetrina::Result<Option<u16>> {
    let Some(value) = setting(name) else {
        return Ok(None);
    };
    let wrong = |_| {
        Error::new(format!(
            "{name} is `{value}`; it should be a number from 0 to 65535"
        ))
    };
    value.trim().parse().map(Some).map_err(wrong)
}

/// A setting from the environment: `VETRINA_*`, then `GRADIO_*`.
pub(crate) fn setting(name: &str) -> Option<String> {
    ["VETRINA", "GRADIO"].into_iter().find_map(|prefix| {
        env::var(format!("{prefix}_{name}"))
            .ok()
            .filter(|value| !value.is_empty())
    })
}

/// Ends when somebody wants the program to end. It hears that from the call on, not only once it is awaited.
fn interrupted() -> impl Future<Output = ()> + Send + 'static {
    #[cfg(unix)]
    let signals = {
        use tokio::signal::unix::{SignalKind, signal};
        signal(SignalKind::interrupt())
            .ok()
            .zip(signal(SignalKind::terminate()).ok())
    };
    async {
        #[cfg(unix)]
        if let Some((mut interrupt, mut terminate)) = signals {
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
