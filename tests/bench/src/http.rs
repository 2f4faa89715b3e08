//! A client for HTTP/1.1 that does just what the load needs: one request at a time on a connection
//! that stays open, the answer handed on as it arrives. Less work per request than a full client,
//! so that the servers are measured and not this.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use bytes::{Buf as _, BytesMut};
use memchr::memmem;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A GET request, ready to be sent as often as wanted.
pub(crate) fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n").into_bytes()
}

/// A POST request with a JSON body.
pub(crate) fn post(path: &str, body: &serde_json::Value) -> Vec<u8> {
    let body = body.to_string();
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// A connection to one server, opened when first used and again after a fault.
#[derive(Debug)]
pub(crate) struct Connection {
    address: SocketAddr,
    stream: Option<TcpStream>,
    input: BytesMut,
}

/// How the end of a body is known.
#[derive(Debug, Clone, Copy)]
enum Framing {
    Length(usize),
    Chunked,
}

/// What the head of an answer says.
#[derive(Debug, Clone, Copy)]
struct Head {
    status: u16,
    framing: Framing,
    keep_alive: bool,
}

impl Connection {
    pub(crate) fn new(port: u16) -> Self {
        Self {
            address: (Ipv4Addr::LOCALHOST, port).into(),
            stream: None,
            input: BytesMut::with_capacity(16 * 1024),
        }
    }

    /// Sends a request and gives every piece of the body to `sink`. Answers the status.
    pub(crate) async fn exchange(
        &mut self,
        request: &[u8],
        sink: impl FnMut(&[u8]),
    ) -> io::Result<u16> {
        let answer = self.try_exchange(request, sink).await;
        if answer.is_err() {
            self.stream = None;
        }
        answer
    }

    /// Sends a request and gives pieces of the body to `sink` for as long as that says so; then the line
    /// is cut.
    pub(crate) async fn exchange_while(
        &mut self,
        request: &[u8],
        mut sink: impl FnMut(&[u8]) -> bool,
    ) -> io::Result<()> {
        self.send(request).await?;
        let head = self.head().await?;
        if head.status != 200 {
            return Err(broken(format!("status {}", head.status)));
        }
        loop {
            let size = self.chunk_size().await?;
            let mut goes_on = size > 0;
            self.pass(size, &mut |piece: &[u8]| goes_on &= sink(piece))
                .await?;
            if !goes_on {
                self.stream = None;
                return Ok(());
            }
            self.pass(2, &mut |_: &[u8]| ()).await?;
        }
    }

    /// Sends a request and waits for the head of the answer only; the body stays unread.
    pub(crate) async fn open(&mut self, request: &[u8]) -> io::Result<u16> {
        self.send(request).await?;
        Ok(self.head().await?.status)
    }

    async fn try_exchange(&mut self, request: &[u8], sink: impl FnMut(&[u8])) -> io::Result<u16> {
        self.send(request).await?;
        let head = self.head().await?;
        self.body(head.framing, sink).await?;
        if !head.keep_alive {
            self.stream = None;
        }
        Ok(head.status)
    }

    async fn send(&mut self, request: &[u8]) -> io::Result<()> {
        let stream = match &mut self.stream {
            Some(stream) => stream,
            closed => {
                let stream = TcpStream::connect(self.address).await?;
                stream.set_nodelay(true)?;
                self.input.clear();
                closed.insert(stream)
            }
        };
        stream.write_all(request).await
    }

    async fn head(&mut self) -> io::Result<Head> {
        loop {
            if let Some(end) = memmem::find(&self.input, b"\r\n\r\n") {
                let head = Head::parse(&self.input[..end]);
                self.input.advance(end + 4);
                return head;
            }
            self.fill().await?;
        }
    }

    async fn body(&mut self, framing: Framing, mut sink: impl FnMut(&[u8])) -> io::Result<()> {
        match framing {
            Framing::Length(length) => self.pass(length, &mut sink).await,
            Framing::Chunked => loop {
                let size = self.chunk_size().await?;
                self.pass(size, &mut sink).await?;
                self.pass(2, &mut |_: &[u8]| ()).await?;
                if size == 0 {
                    return Ok(());
                }
            },
        }
    }

    /// Reads the line in front of a chunk.
    async fn chunk_size(&mut self) -> io::Result<usize> {
        loop {
            if let Some(end) = memmem::find(&self.input, b"\r\n") {
                let digits = str::from_utf8(&self.input[..end]).map_err(broken)?;
                let size =
                    usize::from_str_radix(digits.split(';').next().unwrap_or_default().trim(), 16);
                self.input.advance(end + 2);
                return size.map_err(broken);
            }
            self.fill().await?;
        }
    }

    /// Hands `length` bytes on as they come.
    async fn pass(&mut self, mut length: usize, sink: &mut impl FnMut(&[u8])) -> io::Result<()> {
        while length > 0 {
            if self.input.is_empty() {
                self.fill().await?;
            }
            let here = length.min(self.input.len());
            sink(&self.input[..here]);
            self.input.advance(here);
            length -= here;
        }
        Ok(())
    }

    async fn fill(&mut self) -> io::Result<()> {
        self.input.reserve(4096);
        let Self {
            stream: Some(stream),
            input,
            ..
        } = self
        else {
            return Err(io::ErrorKind::NotConnected.into());
        };
        match stream.read_buf(input).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

impl Head {
    fn parse(head: &[u8]) -> io::Result<Self> {
        let head = str::from_utf8(head).map_err(broken)?;
        let mut lines = head.split("\r\n");
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1))
            .and_then(|code| code.parse().ok());
        let (mut framing, mut keep_alive) = (None, true);
        for (name, value) in lines.filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            if name.eq_ignore_ascii_case("content-length") {
                framing = Some(Framing::Length(value.parse().map_err(broken)?));
            } else if name.eq_ignore_ascii_case("transfer-encoding")
                && value.eq_ignore_ascii_case("chunked")
            {
                framing = Some(Framing::Chunked);
            } else if name.eq_ignore_ascii_case("connection") && value.eq_ignore_ascii_case("close")
            {
                keep_alive = false;
            }
        }
        Ok(Self {
            status: status.ok_or_else(|| broken("no status in the first line"))?,
            framing: framing.ok_or_else(|| broken("a body without a length"))?,
            keep_alive,
        })
    }
}

fn broken(why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}
