//! Files at other addresses, for callers that cannot upload.
//!
//! Whoever names the address has this server ask for it, from inside of its network. So only public
//! addresses are asked, on every step of the way, and what a name leads to is looked at when it is
//! connected to, not before.

#[cfg(not(feature = "fetch"))]
use super::FileData;

/// The file at an `http:` or `https:` address, of so many bytes at most.
#[cfg(not(feature = "fetch"))]
pub(crate) fn fetch(_address: &str, _most: Option<u64>) -> Result<FileData, String> {
    Err(
        "a file at another address is not fetched: upload it to /gradio_api/upload and pass the path it answers"
            .into(),
    )
}

#[cfg(feature = "fetch")]
pub(crate) use fetching::fetch;

#[cfg(feature = "fetch")]
mod fetching {
    use std::{
        io::Write as _,
        net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
        sync::{Arc, LazyLock},
        time::Duration,
    };

    use reqwest::{
        Client, Response, Url,
        dns::{Addrs, Name, Resolve, Resolving},
        header,
        redirect::Policy,
    };

    use crate::file::{FileData, store::Store};

    /// How long a file may take.
    const PATIENCE: Duration = Duration::from_secs(60);
    /// From one address to the next so often.
    const MOST_STEPS: usize = 5;
    /// Larger ones are refused, whatever the app takes from uploads.
    const LARGEST: u64 = 256 << 20;

    type Allowed = fn(IpAddr) -> bool;

    pub(crate) fn fetch(address: &str, most: Option<u64>) -> Result<FileData, String> {
        static CLIENT: LazyLock<Result<Client, String>> = LazyLock::new(|| client(is_public));
        let client = CLIENT.as_ref().map_err(Clone::clone)?;
        let runtime = tokio::runtime::Handle::try_current().map_err(|error| error.to_string())?;
        runtime.block_on(get(client, is_public, address, most))
    }

    fn client(allowed: Allowed) -> Result<Client, String> {
        // Another part of the program may have chosen one; then that one is used.
        _ = rustls::crypto::ring::default_provider().install_default();
        let redirects = Policy::custom(move |step| {
            if step.previous().len() > MOST_STEPS {
                step.error("it leads from one address to the next")
            } else if is_named(step.url(), allowed) {
                step.follow()
            } else {
                step.error("it leads to an address that is not public")
            }
        });
        Client::builder()
            .dns_resolver(Arc::new(Checked(allowed)))
            .redirect(redirects)
            .timeout(PATIENCE)
            .connect_timeout(Duration::from_secs(10))
            .no_proxy()
            .user_agent(concat!("vetrina/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| error.to_string())
    }

    /// Finds the addresses behind a name, public ones only.
    struct Checked(Allowed);

    impl Resolve for Checked {
        fn resolve(&self, name: Name) -> Resolving {
            let allowed = self.0;
            Box::pin(async move {
                let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
                let public: Vec<SocketAddr> = found.filter(|it| allowed(it.ip())).collect();
                if public.is_empty() {
                    return Err(format!("{} is not a public address", name.as_str()).into());
                }
                Ok(Box::new(public.into_iter()) as Addrs)
            })
        }
    }

    /// Whether an address in numbers, which nobody looks up, is allowed; names are looked at later.
    fn is_named(url: &Url, allowed: Allowed) -> bool {
        let host = url.host_str().unwrap_or_default();
        let number = host.trim_matches(['[', ']']).parse::<IpAddr>();
        matches!(url.scheme(), "http" | "https") && !host.is_empty() && number.map_or(true, allowed)
    }

    async fn get(
        client: &Client,
        allowed: Allowed,
        address: &str,
        most: Option<u64>,
    ) -> Result<FileData, String> {
        let url = Url::parse(address).map_err(|error| format!("{address}: {error}"))?;
        if !is_named(&url, allowed) {
            return Err(format!("{url} is not a public address"));
        }
        let failed = |error: reqwest::Error| format!("{url} cannot be fetched: {}", cause(&error));
        let answer = client.get(url.clone()).send().await.map_err(failed)?;
        let mut answer = answer.error_for_status().map_err(failed)?;
        let most = most.unwrap_or(LARGEST).min(LARGEST);
        let name = name(&answer);
        let mut incoming = Store::open()?.begin().map_err(|error| error.to_string())?;
        while let Some(bytes) = answer.chunk().await.map_err(failed)? {
            if incoming.size() + bytes.len() as u64 > most {
                return Err(format!("{url} has more than {most} bytes"));
            }
            incoming
                .write_all(&bytes)
                .map_err(|error| error.to_string())?;
        }
        let kept = incoming.finish(&name).map_err(|error| error.to_string())?;
        Ok(FileData::kept(kept, Some(&name)))
    }

    /// What is at the bottom of an error: the rest only says that there is one.
    fn cause(error: &dyn std::error::Error) -> String {
        let mut error = error;
        while let Some(deeper) = error.source() {
            error = deeper;
        }
        error.to_string()
    }

    /// The last part of the address, with the ending that its type calls for.
    fn name(answer: &Response) -> String {
        let last = answer
            .url()
            .path_segments()
            .and_then(|mut all| all.next_back());
        let last = percent_encoding::percent_decode_str(last.unwrap_or_default());
        let last = last.decode_utf8_lossy().into_owned();
        if last.contains('.') {
            return last;
        }
        let kind = answer.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let ending = mime_guess::get_mime_extensions_str(kind).and_then(|all| all.first());
        let stem = if last.is_empty() { "file" } else { &last };
        ending.map_or_else(|| stem.to_owned(), |ending| format!("{stem}.{ending}"))
    }

    /// Whether an address is one of the open net, and nothing of this machine or its neighbours.
    fn is_public(ip: IpAddr) -> bool {
        match ip.to_canonical() {
            IpAddr::V4(ip) => is_public_4(ip),
            IpAddr::V6(ip) => is_public_6(ip),
        }
    }

    fn is_public_4(ip: Ipv4Addr) -> bool {
        let [a, b, c, _] = ip.octets();
        let other = ip.is_private()
            || ip.is_loopback()
            || ip.is_link_local()
            || ip.is_multicast()
            || ip.is_documentation();
        let reserved = a == 0
            || a >= 240
            || (a == 100 && (64..128).contains(&b))
            || (a == 192 && b == 0 && c == 0)
            || (a == 198 && (b == 18 || b == 19));
        !other && !reserved
    }

    fn is_public_6(ip: Ipv6Addr) -> bool {
        let [a, b, ..] = ip.segments();
        // All that is given out; of it, what stands for other addresses, tests and examples is not
        // asked.
        let given_out = a & 0xe000 == 0x2000;
        let special = a == 0x2002 || (a == 0x2001 && (b < 0x200 || b == 0xdb8)) || a == 0x3fff;
        given_out && !special
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use std::{io::Read as _, net::TcpListener, thread};

        #[test]
        fn only_the_open_net_is_public() {
            for ip in [
                "1.1.1.1",
                "93.184.216.34",
                "2606:4700::1111",
                "::ffff:8.8.8.8",
            ] {
                assert!(is_public(ip.parse().unwrap()), "{ip}");
            }
            for ip in [
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
            ] {
                assert!(!is_public(ip.parse().unwrap()), "{ip}");
            }
        }

        /// A server that answers every request with this.
        fn serving(answer: &'static str) -> u16 {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let port = listener.local_addr().unwrap().port();
            thread::spawn(move || {
                for stream in listener.incoming() {
                    let mut stream = stream.unwrap();
                    let _ = stream.read(&mut [0; 1024]);
                    let _ = stream.write_all(answer.as_bytes());
                }
            });
            port
        }

        fn asked(address: &str, allowed: Allowed, most: u64) -> Result<FileData, String> {
            let client = client(allowed).unwrap();
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            runtime
                .unwrap()
                .block_on(get(&client, allowed, address, Some(most)))
        }

        #[test]
        fn a_file_is_fetched_if_it_is_not_too_large() {
            let port = serving(
                "HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-length: 5\r\nconnection: close\r\n\r\nhello",
            );
            let address = format!("http://localhost:{port}/some%20dot");
            let file = asked(&address, |_| true, 5).unwrap();
            assert_eq!(
                (file.read().unwrap(), file.name()),
                (b"hello".to_vec(), "some dot.png")
            );
            assert!(
                asked(&address, |_| true, 4)
                    .unwrap_err()
                    .contains("more than 4 bytes")
            );
        }

        #[test]
        fn neighbours_are_not_asked_by_any_name() {
            let port = serving("HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            for host in [
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "0x7f000001",
                "2130706433",
            ] {
                let why = asked(&format!("http://{host}:{port}/"), is_public, 5).unwrap_err();
                assert!(why.contains("not a public address"), "{host}: {why}");
            }
            let away = format!(
                "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.2:{port}/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
            );
            let away = serving(away.leak());
            let only_first: Allowed = |ip| ip == IpAddr::V4(Ipv4Addr::LOCALHOST);
            let why = asked(&format!("http://127.0.0.1:{away}/"), only_first, 5).unwrap_err();
            assert!(why.contains("not public"), "{why}");
        }
    }
}
