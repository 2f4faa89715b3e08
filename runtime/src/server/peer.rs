//! Who is at the other end of a connection, and whether they are still there.

use std::{
    io::{self, IoSlice},
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    extract::connect_info::Connected,
    http::{Extensions, request::Parts},
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
};

use crate::endpoint::Cancel;

/// The other end of a connection.
#[derive(Debug, Clone)]
pub(crate) struct Peer {
    pub(super) address: SocketAddr,
    /// Raised when the connection is closed.
    pub(super) gone: Cancel,
}

impl Peer {
    /// The peer of a request; none where somebody else's server took the connection.
    pub(super) fn of(parts: &Parts) -> Option<&Self> {
        parts
            .extensions
            .get::<axum::extract::ConnectInfo<Self>>()
            .map(|info| &info.0)
    }

    /// The address of a request's peer, whoever took the connection.
    pub(super) fn address(extensions: &Extensions) -> Option<SocketAddr> {
        use axum::extract::ConnectInfo;
        let own = extensions.get::<ConnectInfo<Self>>();
        own.map(|peer| peer.0.address).or_else(|| {
            extensions
                .get::<ConnectInfo<SocketAddr>>()
                .map(|address| address.0)
        })
    }
}

impl Connected<IncomingStream<'_, PeerListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, PeerListener>) -> Self {
        Self {
            address: *stream.remote_addr(),
            gone: stream.io().gone.clone(),
        }
    }
}

/// Accepts connections and notes when they end.
#[derive(Debug)]
pub(crate) struct PeerListener(pub(crate) TcpListener);

impl Listener for PeerListener {
    type Io = PeerStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (PeerStream, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Small answers must not wait for each other; where that cannot be had they are only slower.
        let _ = stream.set_nodelay(true);
        let gone = Cancel::default();
        (PeerStream { stream, gone }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// A connection that tells when it ends.
#[derive(Debug)]
pub(crate) struct PeerStream {
    stream: TcpStream,
    gone: Cancel,
}

impl Drop for PeerStream {
    fn drop(&mut self) {
        self.gone.raise();
    }
}

impl AsyncRead for PeerStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for PeerStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
