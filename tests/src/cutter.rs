//! A proxy that cuts streams in the middle.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use crate::Server;

/// What asks for a stream.
const STREAMS: [&[u8]; 2] = [b"GET /gradio_api/queue/data", b"GET /gradio_api/call/"];

/// Stands before a server, and cuts every connection that carries a stream after some of its
/// bytes: after another number of them each time, so that no place in a message is safe.
#[derive(Debug)]
pub struct Cutter {
    url: String,
    left: Arc<AtomicUsize>,
}

impl Cutter {
    /// Cuts so many streams, and lets all later ones through.
    ///
    /// # Panics
    /// When there is no free port.
    #[must_use]
    pub fn before(server: &Server, cuts: usize) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("it has an address");
        let left = Arc::new(AtomicUsize::new(cuts));
        let (cuts, port) = (left.clone(), server.port());
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let server = TcpStream::connect((Ipv4Addr::LOCALHOST, port));
                // A server that is gone answers nobody.
                if let Ok(server) = server {
                    carry(client, server, &cuts);
                }
            }
        });
        Self {
            url: format!("http://{address}"),
            left,
        }
    }

    /// The address of `path` behind it.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// How many cuts are still to come.
    #[must_use]
    pub fn left(&self) -> usize {
        self.left.load(Ordering::SeqCst)
    }
}

fn carry(mut client: TcpStream, mut server: TcpStream, cuts: &Arc<AtomicUsize>) {
    let (mut from, mut to) = (
        client.try_clone().expect("a second handle"),
        server.try_clone().expect("a second handle"),
    );
    // How many bytes of the answers may still go through.
    let most = Arc::new(AtomicUsize::new(usize::MAX));
    let (cuts, limit) = (cuts.clone(), most.clone());
    thread::spawn(move || {
        let mut bytes = [0; 16 << 10];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            let asked = &bytes[..count];
            if STREAMS.iter().any(|stream| asked.starts_with(stream)) {
                let left = cuts.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                    left.checked_sub(1)
                });
                if let Ok(left) = left {
                    limit.store(700 + left * 97 % 900, Ordering::SeqCst);
                }
            }
            if to.write_all(asked).is_err() {
                break;
            }
        }
        // The other side may be gone already.
        let _ = to.shutdown(Shutdown::Write);
    });
    thread::spawn(move || {
        let mut bytes = [0; 16 << 10];
        while let Ok(count @ 1..) = server.read(&mut bytes) {
            let most = most.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |most| {
                Some(match most {
                    usize::MAX => most,
                    most => most.saturating_sub(count),
                })
            });
            let most = most.unwrap_or(usize::MAX).min(count);
            if client.write_all(&bytes[..most]).is_err() || most < count {
                break;
            }
        }
        // Browsers throw away what they have not read when a connection breaks.
        thread::sleep(Duration::from_millis(30));
        // The other side may be gone already.
        let _ = client.shutdown(Shutdown::Both);
        let _ = server.shutdown(Shutdown::Both);
    });
}
