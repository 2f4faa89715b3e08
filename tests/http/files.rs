//! Files to the server and back: `/upload`, `/upload_progress` and `/file=`.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use vetrina_tests::{Answer, Server, get, post, request};

/// The limit of the app under test, in bytes.
pub(crate) const LIMIT: usize = 1 << 20;

/// A server with folders of its own: `pub` may be loaded from, `out` may not, `store` is where it
/// keeps files.
pub(crate) struct Place {
    pub(crate) root: PathBuf,
    pub(crate) server: Server,
}

impl Place {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "vetrina-files-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let root = std::env::temp_dir().join(name);
        for (file, text) in [
            ("pub/ok.txt", "fine"),
            ("pub/.env", "CANARY-DOT"),
            ("pub/.git/config", "CANARY-GIT"),
            ("pub/secret/s.txt", "CANARY-BLK"),
            ("public2/x.txt", "CANARY-TWIN"),
            ("out/c.txt", "CANARY-OUT"),
        ] {
            let path = root.join(file);
            fs::create_dir_all(path.parent().expect("in a folder")).expect("there is room");
            fs::write(path, text).expect("there is room");
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(root.join("out/c.txt"), root.join("pub/link"))
            .expect("links can be made");
        let root = root.canonicalize().expect("it was just made");
        let mut command = Server::apps(&["files"]);
        command
            .env("FILES_ROOT", &root)
            .env("VETRINA_TEMP_DIR", root.join("store"));
        Self {
            server: Server::start(&mut command),
            root,
        }
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.root.join(name).display().to_string()
    }

    /// Uploads files; the names the server calls them by.
    pub(crate) fn upload(&self, files: &[(&str, &[u8])]) -> Vec<String> {
        let names = self.try_upload("", files).expect(200).json();
        serde_json::from_value(names).expect("a list of names")
    }

    pub(crate) fn try_upload(&self, query: &str, files: &[(&str, &[u8])]) -> Answer {
        let url = self.server.at(&format!("/gradio_api/upload{query}"));
        request("POST", url)
            .body(MULTIPART, multipart(files))
            .send()
    }

    pub(crate) fn load(&self, name: &str) -> Answer {
        get(self.address(name))
    }

    pub(crate) fn address(&self, name: &str) -> String {
        self.server.at(&format!("/gradio_api/file={name}"))
    }

    pub(crate) fn run(&self, api_name: &str, argument: &Value) -> Answer {
        let url = self.server.at(&format!("/gradio_api/run/{api_name}"));
        post(url, &json!({"data": [argument]}))
    }

    /// Every file in the store, but for the secret and the example that callers may try.
    pub(crate) fn stored(&self) -> Vec<PathBuf> {
        let mut all = files_below(&self.root.join("store"));
        // The server's own: its secret, and the files that it offers to try things with.
        let own = |path: &PathBuf| {
            path.ends_with("secret")
                || path
                    .file_stem()
                    .is_some_and(|stem| stem == "sample_file" || stem == "image")
        };
        all.retain(|path| !own(path));
        all
    }

    /// Sends these bytes as they are, and gives what comes back until the server ends it.
    pub(crate) fn raw(&self, bytes: &[u8]) -> String {
        let mut line = TcpStream::connect(("127.0.0.1", self.server.port())).expect("it listens");
        line.set_read_timeout(Some(Duration::from_secs(5)))
            .expect("times can be set");
        line.write_all(bytes).expect("it reads");
        let mut answer = Vec::new();
        line.read_to_end(&mut answer)
            .expect("it answers within 5 s");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// `GET` of a target that no client would write like this.
    pub(crate) fn raw_get(&self, target: &str) -> String {
        self.raw(
            format!("GET {target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
                .as_bytes(),
        )
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // The system empties the folder for temporary files.
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .map(|entry| entry.expect("it can be read").path())
        .flat_map(|path| {
            if path.is_dir() {
                files_below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

pub(crate) const MULTIPART: &str = "multipart/form-data; boundary=----vetrina";

pub(crate) fn multipart(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head = format!(
            "------vetrina\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"------vetrina--\r\n");
    body
}

#[test]
fn what_was_uploaded_comes_back() {
    let place = Place::new();
    let names = place.upload(&[("hello world.txt", b"Hello"), ("b.csv", b"a,b")]);
    assert!(names[0].ends_with("/hello world.txt"), "{names:?}");
    let (hash, _) = names[0].split_once('/').expect("a hash and a name");
    assert!(
        hash.len() == 64 && hash.bytes().all(|c| c.is_ascii_hexdigit()),
        "{hash}"
    );
    for name in ["hello world.txt", "hello%20world.txt"] {
        let target = format!("/gradio_api/file={hash}/{}", name.replace(' ', "%20"));
        let answer = get(place.server.at(&target)).expect(200);
        assert_eq!(answer.body, "Hello");
    }
    // The other way to write it.
    let other = place.server.at(&format!("/gradio_api/file/{}", names[1]));
    assert_eq!(get(other).expect(200).body, "a,b");
    let sent =
        json!({"path": names[1], "orig_name": "b.csv", "meta": {"_type": "gradio.FileData"}});
    let back = &place.run("file", &sent).expect(200).json()["data"][0];
    assert_eq!(back["path"], names[1]);
    assert_eq!(back["orig_name"], "b.csv");
    assert_eq!(back["size"], 3);
    let url = back["url"].as_str().expect("an address");
    assert_eq!(url, place.address(&names[1]));
}

#[test]
fn what_has_no_name_is_called_what_its_bytes_are() {
    let place = Place::new();
    let names = place.upload(&[
        ("blob", b"\x89PNG\r\n\x1a\n..."),
        ("blob", b"words"),
        ("drawing", b"GIF89a"),
    ]);
    for (name, ending) in names.iter().zip(["/blob.png", "/blob", "/drawing"]) {
        assert!(name.ends_with(ending), "{name}");
    }
}

#[test]
fn equal_bytes_are_stored_once() {
    let place = Place::new();
    let one = place.upload(&[("a.txt", b"same")]);
    assert_eq!(place.upload(&[("a.txt", b"same")]), one);
    assert_eq!(place.stored().len(), 1);
    assert_ne!(place.upload(&[("a.txt", b"other")]), one);
}

#[test]
fn heads_say_what_a_file_is() {
    let place = Place::new();
    let [text, picture] = &place.upload(&[("a.txt", b"0123456789"), ("a.png", b"\x89PNG")])[..]
    else {
        panic!("two names")
    };
    let answer = place.load(text).expect(200);
    assert_eq!(
        answer.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    assert_eq!(
        answer.header("content-disposition"),
        Some("inline; filename=\"a.txt\"")
    );
    assert_eq!(answer.header("accept-ranges"), Some("bytes"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(answer.header("content-length"), Some("10"));
    assert!(
        answer
            .header("last-modified")
            .is_some_and(|date| date.ends_with("GMT"))
    );
    let picture = request("GET", place.address(picture)).bytes();
    assert_eq!(picture.header("content-type"), Some("image/png"));

    let head = request("HEAD", place.address(text)).send().expect(200);
    assert_eq!(head.body, "");
    for name in ["content-length", "content-type", "etag", "accept-ranges"] {
        assert_eq!(head.header(name), answer.header(name), "{name}");
    }
    assert_eq!(post(place.address(text), &json!({})).status, 405);
}

#[test]
fn a_name_with_other_letters_is_told_whole() {
    let place = Place::new();
    let [name] = &place.upload(&[("Übung 1.txt", b"x")])[..] else {
        panic!("one name")
    };
    let target = name.replace('Ü', "%C3%9C").replace(' ', "%20");
    let answer = place.load(&target).expect(200);
    let disposition = answer.header("content-disposition").expect("it has one");
    assert!(
        disposition.starts_with("inline; filename*=utf-8''%C3%9Cbung"),
        "{disposition}"
    );
}

#[test]
fn what_the_reader_has_is_not_sent_again() {
    let place = Place::new();
    let [name] = &place.upload(&[("a.txt", b"0123456789")])[..] else {
        panic!("one name")
    };
    let tag = place
        .load(name)
        .header("etag")
        .expect("it has one")
        .to_owned();
    let known = |tags: &str| {
        request("GET", place.address(name))
            .header("if-none-match", tags)
            .send()
    };
    let answer = known(&tag).expect(304);
    assert_eq!(
        (answer.body.as_str(), answer.header("etag")),
        ("", Some(tag.as_str()))
    );
    assert_eq!(known(&format!("\"x\", W/{tag}")).status, 304);
    assert_eq!(known("*").status, 304);
    assert_eq!(known("\"x\"").expect(200).body, "0123456789");
}

#[test]
fn parts_of_a_file_are_sent() {
    let place = Place::new();
    let [name] = &place.upload(&[("a.txt", b"0123456789")])[..] else {
        panic!("one name")
    };
    let part = |range: &str| {
        request("GET", place.address(name))
            .header("range", range)
            .send()
    };
    for (range, bytes, told) in [
        ("bytes=1-3", "123", "bytes 1-3/10"),
        ("bytes=7-", "789", "bytes 7-9/10"),
        ("bytes=-2", "89", "bytes 8-9/10"),
        ("bytes=5-99", "56789", "bytes 5-9/10"),
        ("bytes=0-0", "0", "bytes 0-0/10"),
    ] {
        let answer = part(range).expect(206);
        assert_eq!(
            (answer.body.as_str(), answer.header("content-range")),
            (bytes, Some(told)),
            "{range}"
        );
    }
    let beyond = part("bytes=10-").expect(416);
    assert_eq!(beyond.header("content-range"), Some("bytes */10"));
    let tag = place
        .load(name)
        .header("etag")
        .expect("it has one")
        .to_owned();
    let unless_changed = |tag: &str| {
        request("GET", place.address(name))
            .header("range", "bytes=1-3")
            .header("if-range", tag)
            .send()
    };
    assert_eq!(unless_changed(&tag).expect(206).body, "123");
    assert_eq!(unless_changed("\"old\"").expect(200).body, "0123456789");
}

#[test]
fn progress_is_told_while_it_lasts() {
    let place = Place::new();
    let body = multipart(&[("big.bin", &vec![7; LIMIT])]);
    let head = format!(
        "POST /gradio_api/upload?upload_id=u1 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: {MULTIPART}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let mut line = TcpStream::connect(("127.0.0.1", place.server.port())).expect("it listens");
    line.write_all(head.as_bytes()).expect("it reads");
    line.write_all(&body[..body.len() / 2]).expect("it reads");
    let mut told = request(
        "GET",
        place.server.at("/gradio_api/upload_progress?upload_id=u1"),
    )
    .events();
    let first = told.message().expect("half has come");
    assert_eq!(
        (&first["msg"], &first["orig_name"]),
        (&json!("update"), &json!("big.bin"))
    );
    line.write_all(&body[body.len() / 2..]).expect("it reads");
    let mut answer = String::new();
    line.read_to_string(&mut answer).expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let mut whole = first["chunk_size"].as_u64().expect("a number");
    let rest = told.messages();
    for message in &rest[..rest.len() - 1] {
        whole += message["chunk_size"].as_u64().expect("a number");
    }
    assert_eq!(whole, LIMIT as u64);
    assert_eq!(rest.last(), Some(&json!({"msg": "done"})));
}

#[test]
fn progress_of_nothing_is_not_found() {
    let place = Place::new();
    let began = Instant::now();
    let answer = get(place
        .server
        .at("/gradio_api/upload_progress?upload_id=none"));
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (404, "Upload not found")
    );
    assert!(began.elapsed() < Duration::from_secs(6));
}

#[test]
fn an_upload_that_is_cut_off_leaves_nothing() {
    let place = Place::new();
    let body = multipart(&[("half.bin", &vec![1; LIMIT])]);
    let head = format!(
        "POST /gradio_api/upload HTTP/1.1\r\nhost: localhost\r\ncontent-type: {MULTIPART}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    for _ in 0..50 {
        let mut line = TcpStream::connect(("127.0.0.1", place.server.port())).expect("it listens");
        line.write_all(head.as_bytes()).expect("it reads");
        line.write_all(&body[..body.len() / 2]).expect("it reads");
    }
    let end = Instant::now() + Duration::from_secs(10);
    while !place.stored().is_empty() {
        assert!(Instant::now() < end, "left behind: {:?}", place.stored());
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn what_is_no_upload_is_told_so() {
    let place = Place::new();
    let send = |kind: &str, body: &str| {
        request("POST", place.server.at("/gradio_api/upload"))
            .body(kind, body)
            .send()
    };
    let answer = send("application/json", "{}").expect(400);
    assert_eq!(answer.json()["detail"], "Invalid content type.");
    assert_eq!(send("multipart/form-data", "x").status, 400);
    assert_eq!(send(MULTIPART, "no boundary at all").status, 400);
    assert_eq!(send(MULTIPART, "------vetrina\r\ncontent-disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nhalf").status, 400);
    assert_eq!(place.stored(), Vec::<PathBuf>::new());
    // Parts by other names are not for us.
    let other = "------vetrina\r\ncontent-disposition: form-data; name=\"other\"; filename=\"a\"\r\n\r\nx\r\n------vetrina--\r\n";
    assert_eq!(send(MULTIPART, other).expect(200).json(), json!([]));
    let foreign = request("POST", place.server.at("/gradio_api/upload"))
        .header("origin", "https://evil.example")
        .body(MULTIPART, multipart(&[("a", b"x")]));
    assert_eq!(foreign.send().status, 403);
}
