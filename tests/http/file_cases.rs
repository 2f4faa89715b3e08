//! What attackers try with files. Each test carries the number of its case.

use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use vetrina_tests::{get, request};

use super::files::{LIMIT, MULTIPART, Place, multipart};

/// Asks for a name in every way there is, and is refused each time.
fn refused(place: &Place, name: &str) {
    for route in ["/gradio_api/file=", "/gradio_api/file/"] {
        for target in [
            format!("{route}{name}"),
            format!("{route}{name}/"),
            format!("{route}{}", percent(name)),
        ] {
            let answer = place.raw_get(&target);
            let status = answer.split(' ').nth(1).unwrap_or_default();
            assert!(
                ["400", "403", "404"].contains(&status),
                "{target}: {answer}"
            );
            assert!(!answer.contains("CANARY"), "{target}: {answer}");
            assert!(!answer.contains("text/html"), "{target}: {answer}");
        }
    }
}

fn percent(name: &str) -> String {
    name.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn file(path: impl Into<Value>) -> Value {
    json!({"path": path.into(), "meta": {"_type": "gradio.FileData"}})
}

/// Sends a value for a file, and is refused before anything is stored.
fn not_taken(place: &Place, api_name: &str, argument: &Value) {
    let before = place.stored();
    let answer = place.run(api_name, argument);
    assert!((400..500).contains(&answer.status), "{argument}: {answer}");
    assert!(
        !answer.body.contains("CANARY") && !answer.body.contains("root:"),
        "{answer}"
    );
    assert_eq!(place.stored(), before, "{argument} was stored");
}

#[test]
fn a01_files_of_the_system_are_not_served() {
    let place = Place::new();
    refused(&place, "/etc/passwd");
    refused(&place, &place.path("out/c.txt"));
    refused(&place, &place.path("out/none.txt"));
    let missing = place.load("/etc/none").expect(403);
    let there = place.load("/etc/passwd").expect(403);
    assert_eq!(
        missing.body.replace("none", "passwd"),
        there.body,
        "what exists is not told"
    );
    let ok = place.load(&place.path("pub/ok.txt")).expect(200);
    assert_eq!(ok.body, "fine");
}

#[test]
fn a02_a_way_up_leads_nowhere() {
    let place = Place::new();
    refused(&place, &place.path("pub/../out/c.txt"));
    refused(&place, &place.path("pub/x/../../out/c.txt"));
}

#[test]
fn a03_nor_does_one_that_is_encoded() {
    let place = Place::new();
    for up in ["%2e%2e", "%252e%252e", "..%5c..", "%c0%ae%c0%ae", "%2E%2E"] {
        refused(&place, &place.path(&format!("pub/{up}/out/c.txt")));
    }
}

#[test]
fn a04_there_is_no_listing_and_no_working_folder() {
    let place = Place::new();
    for name in [
        "./pub/ok.txt",
        "pub/ok.txt",
        "",
        ".",
        "/",
        "Cargo.toml",
        "secret",
    ] {
        refused(&place, name);
    }
    refused(&place, &place.path("pub"));
    refused(&place, &place.path("store/secret"));
}

#[cfg(unix)]
#[test]
fn a05_a_link_out_of_the_folder_is_not_followed() {
    let place = Place::new();
    refused(&place, &place.path("pub/link"));
}

/// Tells a thread to end, also when the test fails.
struct End<'a>(&'a AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[cfg(unix)]
#[test]
fn a06_nor_one_that_comes_and_goes() {
    let place = Place::new();
    let (real, link) = (place.root.join("pub/real"), place.root.join("aside"));
    fs::create_dir(&real).expect("there is room");
    fs::write(real.join("c.txt"), "fine").expect("there is room");
    std::os::unix::fs::symlink(place.root.join("out"), &link).expect("links can be made");
    let over = AtomicBool::new(false);
    let at = place.address(&place.path("pub/turn/c.txt"));
    thread::scope(|scope| {
        scope.spawn(|| {
            let turn = place.root.join("pub/turn");
            while !over.load(Ordering::Relaxed) {
                // One moment it is the folder, the next a link that leads out.
                let _ = fs::rename(&real, &turn);
                let _ = fs::rename(&turn, &real);
                let _ = fs::rename(&link, &turn);
                let _ = fs::rename(&turn, &link);
            }
        });
        let _end = End(&over);
        let mut seen = 0;
        for _ in 0..10_000 {
            let answer = get(&at);
            seen += usize::from(answer.status == 200);
            assert!(!answer.body.contains("CANARY"), "{answer}");
            assert!([200, 403].contains(&answer.status), "{answer}");
        }
        assert!(seen > 0, "the folder was never seen, so nothing was tried");
    });
}

#[test]
fn a07_hidden_files_stay_hidden() {
    let place = Place::new();
    refused(&place, &place.path("pub/.env"));
    refused(&place, &place.path("pub/.git/config"));
}

#[test]
fn a08_a_zero_ends_no_name() {
    let place = Place::new();
    refused(&place, &place.path("pub/ok.txt%00.png"));
    refused(&place, &place.path("pub/ok.txt%00"));
}

#[test]
fn a09_only_regular_files_are_opened() {
    let place = Place::new();
    let pipe = place.root.join("pub/pipe");
    let made = std::process::Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .expect("`mkfifo` is there");
    assert!(made.success());
    let began = Instant::now();
    for name in [
        "/proc/self/environ",
        "/proc/self/fd/0",
        "/dev/zero",
        "/dev/null",
    ] {
        refused(&place, name);
    }
    refused(&place, &place.path("pub/pipe"));
    refused(&place, &place.path("pub/secret"));
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "something was opened and read"
    );
}

#[test]
fn a14_what_is_blocked_is_blocked_inside_of_what_is_allowed() {
    let place = Place::new();
    refused(&place, &place.path("pub/secret/s.txt"));
    // Neither can a function be made to show it.
    let secret = place.run("path", &json!(place.path("pub/secret/s.txt")));
    assert_ne!(secret.status, 200, "{secret}");
}

#[test]
fn a16_a_name_that_begins_alike_is_another_folder() {
    let place = Place::new();
    refused(&place, &place.path("public2/x.txt"));
}

#[test]
fn a17_a_crooked_range_is_answered() {
    let place = Place::new();
    let [name] = &place.upload(&[("a.txt", b"0123456789")])[..] else {
        panic!("one name")
    };
    let many = (0..500)
        .map(|n| format!("{n}-{n}"))
        .collect::<Vec<_>>()
        .join(",");
    for range in [
        "bytes=0-1,3-4",
        "bytes=-",
        "bytes=5-2",
        "bytes=99999999999999999999-",
        "bytes=a-b",
        "bytes=",
        "bytes=-0",
        "bytes=0-99999999999999999999",
        "lines=1-2",
        &format!("bytes={many}"),
    ] {
        let answer = request("GET", place.address(name))
            .header("range", range)
            .send();
        assert!(
            [200, 206, 416].contains(&answer.status),
            "{range}: {answer}"
        );
        assert!(answer.body.len() <= 10, "{range}: {answer}");
    }
}

#[test]
fn a18_what_was_asked_does_not_come_back() {
    let place = Place::new();
    let [name] = &place.upload(&[("a.txt", b"0123456789")])[..] else {
        panic!("one name")
    };
    let asked = request("GET", place.address(name))
        .header("range", "bytes=1-3")
        .header("cookie", "x=1");
    let answer = asked.header("x-probe", "y").send().expect(206);
    assert!(answer.header("cookie").is_none() && answer.header("x-probe").is_none());
}

#[test]
fn a20_a_name_adds_no_header_and_no_html() {
    let place = Place::new();
    for name in [
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "x%0d%0aset-cookie:%20a=b",
        "x%0d%0a%0d%0a%3Cb%3E",
    ] {
        let answer = place.raw_get(&format!("/gradio_api/file={name}"));
        assert!(answer.starts_with("HTTP/1.1 403"), "{answer}");
        let head = answer
            .split("\r\n\r\n")
            .next()
            .unwrap_or_default()
            .to_lowercase();
        assert!(head.contains("content-type: application/json"), "{answer}");
        assert!(!head.contains("set-cookie"), "{answer}");
    }
}

#[test]
fn b01_a_path_of_the_disk_is_no_file() {
    let place = Place::new();
    for path in [
        "/etc/passwd".to_owned(),
        place.path("out/c.txt"),
        place.path("pub/ok.txt"),
        place.path("store/secret"),
    ] {
        not_taken(&place, "file", &file(path));
    }
}

#[test]
fn b02_whatever_stands_beside_it() {
    let place = Place::new();
    for argument in [
        json!({"path": "/etc/passwd"}),
        json!({"path": "/etc/passwd", "meta": null}),
        json!({"path": "/etc/passwd", "meta": {}}),
        json!({"path": "/etc/passwd", "meta": {"_type": "other"}}),
        json!({"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}, "is_file": true, "data": "x"}),
        json!({"path": ["/etc/passwd"], "meta": {"_type": "gradio.FileData"}}),
        json!({"path": {"path": "/etc/passwd"}}),
        json!([file("/etc/passwd")]),
        json!({"file": file("/etc/passwd")}),
    ] {
        not_taken(&place, "file", &argument);
    }
    not_taken(&place, "several", &json!([file("/etc/passwd")]));
    not_taken(&place, "several", &json!([[file("/etc/passwd")]]));
    not_taken(
        &place,
        "message",
        &json!({"text": "", "files": [file("/etc/passwd")]}),
    );
}

#[test]
fn b03_a_choice_is_one_of_the_choices() {
    let place = Place::new();
    not_taken(&place, "pick", &json!("/etc/passwd"));
    place.run("pick", &json!("A")).expect(200);
}

#[test]
fn b04_a_text_is_no_file() {
    let place = Place::new();
    not_taken(&place, "file", &json!("/etc/passwd"));
    not_taken(&place, "several", &json!(["/etc/passwd"]));
}

#[test]
fn b05_data_that_looks_like_a_file_is_data() {
    let place = Place::new();
    let text = file("/etc/passwd").to_string();
    let answer = place.run("json", &json!(text)).expect(200).json();
    assert_eq!(answer["data"][0], file("/etc/passwd"));
    assert_eq!(place.stored().len(), 0);
}

#[test]
fn b07_nor_does_a_function_show_what_it_is_told_to() {
    let place = Place::new();
    for path in ["/etc/passwd".to_owned(), place.path("store/secret")] {
        let answer = place.run("path", &json!(path));
        assert_ne!(answer.status, 200, "{answer}");
        assert!(!answer.body.contains("root:"), "{answer}");
        assert_eq!(place.stored().len(), 0);
    }
}

#[test]
fn b10_the_name_of_a_file_cannot_be_guessed() {
    let (here, there) = (Place::new(), Place::new());
    let [mine] = &here.upload(&[("a.txt", b"known bytes")])[..] else {
        panic!("one name")
    };
    let [theirs] = &there.upload(&[("a.txt", b"known bytes")])[..] else {
        panic!("one name")
    };
    assert_ne!(
        mine, theirs,
        "to know the bytes is not enough to know the name"
    );
    not_taken(&here, "file", &file(theirs.as_str()));
    refused(&here, theirs);
    let (hash, _) = mine.split_once('/').expect("a hash and a name");
    for name in [
        format!("{hash}/b.txt"),
        format!("{hash}/"),
        hash.to_owned(),
        format!("{hash}/../{hash}/a.txt"),
    ] {
        not_taken(&here, "file", &file(name.as_str()));
        refused(&here, &name);
    }
}

#[test]
fn b13_nothing_is_fetched() {
    let place = Place::new();
    let sink = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    sink.set_nonblocking(true).expect("it can be asked");
    let url = format!("http://{}/x", sink.local_addr().expect("it has one"));
    for argument in [
        json!({"url": url, "path": null}),
        json!({"url": url, "path": ""}),
        json!({"path": url, "meta": {"_type": "gradio.FileData"}}),
        json!({"url": "file:///etc/passwd"}),
        json!({"path": "file:///etc/passwd"}),
    ] {
        not_taken(&place, "file", &argument);
    }
    assert!(sink.accept().is_err(), "somebody called");
    // What travels in the request itself is no larger than a request may be.
    let head = "{\"data\": [{\"url\": \"data:text/plain;base64,";
    let body = head.to_owned() + &"A".repeat((16 << 20) + 1 - head.len());
    let url = place.server.at("/gradio_api/run/file");
    let answer = request("POST", url).body("application/json", body).send();
    assert_eq!(answer.status, 413, "{answer}");
    assert_eq!(place.stored().len(), 0);
}

#[test]
fn b14_what_is_said_of_a_file_changes_nothing() {
    let place = Place::new();
    let [name] = &place.upload(&[("a.txt", b"1234")])[..] else {
        panic!("one name")
    };
    for about in [
        json!({"size": -1}),
        json!({"size": 1_000_000_000_000_000_000_u64}),
        json!({"is_stream": true}),
        json!({"orig_name": "x".repeat(1 << 20)}),
        json!({"orig_name": "../../x"}),
        json!({"mime_type": "text/html\r\nx: y"}),
    ] {
        let mut argument = file(name.as_str());
        argument
            .as_object_mut()
            .expect("an object")
            .extend(about.as_object().expect("an object").clone());
        let answer = place.run("file", &argument).expect(200).json();
        let back = &answer["data"][0];
        assert_eq!(
            (&back["size"], &back["path"]),
            (&json!(4), &json!(name)),
            "{about}"
        );
        let called = back["orig_name"].as_str().expect("a name");
        assert!(called.len() <= 255 && !called.contains('/'), "{called}");
    }
    assert_eq!(place.stored().len(), 1);
}

#[test]
fn e01_what_is_too_large_is_refused_and_gone() {
    let place = Place::new();
    place
        .try_upload("", &[("most.bin", &vec![1; LIMIT])])
        .expect(200);
    let before = place.stored();
    let more = vec![2; LIMIT + 1];
    let answer = place.try_upload("", &[("more.bin", &more)]).expect(413);
    assert!(answer.body.contains(&LIMIT.to_string()), "{answer}");
    assert_eq!(place.stored(), before);
    // The same without saying how much will come.
    let mut body = String::from(
        "POST /gradio_api/upload HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n",
    );
    body += &format!("content-type: {MULTIPART}\r\ntransfer-encoding: chunked\r\n\r\n");
    let mut body = body.into_bytes();
    for chunk in multipart(&[("more.bin", &more)]).chunks(64 << 10) {
        body.extend(format!("{:x}\r\n", chunk.len()).bytes());
        body.extend_from_slice(chunk);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"0\r\n\r\n");
    let answer = place.raw(&body);
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert_eq!(place.stored(), before);
}

#[test]
fn e03_there_is_a_limit_to_how_many() {
    let place = Place::new();
    let names: Vec<String> = (0..1001).map(|n| format!("{n}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), name.as_bytes()))
        .collect();
    let answer = place.try_upload("", &files);
    assert!([400, 413].contains(&answer.status), "{answer}");
    assert_eq!(place.upload(&files[..1000]).len(), 1000);
    let empty: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!([400, 413].contains(&place.try_upload("", &empty).status));
    // Fields that are no files are read past, but not without end.
    let field = "------vetrina\r\ncontent-disposition: form-data; name=\"x\"\r\n\r\ny\r\n";
    let body = field.repeat(10_000) + "------vetrina--\r\n";
    let answer = request("POST", place.server.at("/gradio_api/upload"))
        .body(MULTIPART, body)
        .send();
    assert!([400, 413].contains(&answer.status), "{answer}");
}

#[test]
fn e06_a_name_is_only_a_name() {
    let place = Place::new();
    let outside = |place: &Place| {
        let mut all = fs::read_dir(&place.root)
            .expect("it is there")
            .map(|it| it.expect("it can be read").file_name())
            .collect::<Vec<_>>();
        all.sort();
        all
    };
    let before = outside(&place);
    let long = "x".repeat(10 << 10) + ".txt";
    for name in [
        "../../x",
        "..\\x",
        "/abs",
        "C:\\x",
        "a/b",
        "",
        ".",
        "..",
        "x; rm -rf",
        "gpj.\u{202e}exe",
        "CON",
        "NUL.txt",
        "COM1",
        "x\0y.txt",
        "x%0d%0aset-cookie: a=b",
        "\\\\\"; rm -rf /",
        ".bashrc",
        "~",
        "$HOME",
        "`id`",
        long.as_str(),
    ] {
        let answer = place.try_upload("", &[(name, b"bytes")]);
        assert!(
            [200, 400, 413, 431].contains(&answer.status),
            "{name:?}: {answer}"
        );
        if answer.status != 200 {
            continue;
        }
        let stored = answer.json()[0].as_str().expect("a name").to_owned();
        let (hash, kept) = stored.split_once('/').expect("a hash and a name");
        assert_eq!(hash.len(), 64, "{stored}");
        assert!(
            kept.len() <= 255 && !kept.is_empty() && !kept.starts_with('.'),
            "{name:?}: {kept:?}"
        );
        assert!(
            !kept.contains(['/', '\\', ':', '\0', '\r', '\n', '"', '\u{202e}']),
            "{name:?}: {kept:?}"
        );
        assert!(place.root.join("store").join(&stored).is_file(), "{stored}");
        let loaded = place.raw_get(&format!("/gradio_api/file={}", percent(&stored)));
        assert!(loaded.starts_with("HTTP/1.1 200"), "{loaded}");
        assert!(!loaded.to_lowercase().contains("set-cookie"), "{loaded}");
    }
    assert_eq!(outside(&place), before.iter().cloned().collect::<Vec<_>>());
}

#[test]
fn e10_types_are_judged_by_the_server() {
    let place = Place::new();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let names = place.upload(&[
        ("a.png", png),
        ("a.exe", b"MZ"),
        ("b.png", b"MZ not a picture"),
        ("c.PNG", png),
    ]);
    let take = |name: &str| place.run("picture", &file(name));
    take(&names[0]).expect(200);
    take(&names[3]).expect(200);
    for (name, why) in [(&names[1], ".png"), (&names[2], "b.png")] {
        let answer = take(name).expect(422);
        assert!(answer.body.contains(why), "{answer}");
    }
    // What it is called on its way is not what it is.
    let mut renamed = file(names[1].as_str());
    renamed["orig_name"] = json!("a.png");
    place.run("picture", &renamed).expect(422);
}

#[test]
fn e12_a_thousand_uploads_that_are_cut_off_leave_nothing() {
    let place = Place::new();
    let body = multipart(&[("half.bin", &vec![1; 64 << 10])]);
    let head = format!(
        "POST /gradio_api/upload HTTP/1.1\r\nhost: localhost\r\ncontent-type: {MULTIPART}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    for _ in 0..1000 {
        use std::io::Write as _;
        let mut line =
            std::net::TcpStream::connect(("127.0.0.1", place.server.port())).expect("it listens");
        line.write_all(head.as_bytes()).expect("it reads");
        line.write_all(&body[..body.len() / 2]).expect("it reads");
    }
    let end = Instant::now() + Duration::from_secs(30);
    while !place.stored().is_empty() {
        assert!(
            Instant::now() < end,
            "{} files are left",
            place.stored().len()
        );
        thread::sleep(Duration::from_millis(100));
    }
    place.run("echo", &json!("still here")).expect(200);
}

#[test]
fn f01_a_page_that_was_uploaded_is_not_shown_as_one() {
    let place = Place::new();
    let script: &[u8] = b"<script>alert(document.domain)</script>";
    for name in [
        "x.html", "x.htm", "x.xhtml", "x.js", "x.mjs", "x.xml", "x.svgz", "x.pdf", "x.swf", "x",
        "x.php", "x.mhtml",
    ] {
        let [stored] = &place.upload(&[(name, script)])[..] else {
            panic!("one name")
        };
        inert(&place, stored);
    }
    for name in ["x.txt", "x.json", "x.png"] {
        let [stored] = &place.upload(&[(name, script)])[..] else {
            panic!("one name")
        };
        let answer = place.load(stored).expect(200);
        let kind = answer.header("content-type").expect("it has one");
        assert!(
            !kind.contains("html") && !kind.contains("xml"),
            "{name}: {kind}"
        );
        assert_eq!(
            answer.header("x-content-type-options"),
            Some("nosniff"),
            "{name}"
        );
    }
}

#[test]
fn f02_nor_is_a_drawing_that_brings_a_script() {
    let place = Place::new();
    for drawing in [
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject><iframe src='javascript:alert(1)'/></foreignObject></svg>",
    ] {
        let [stored] = &place.upload(&[("x.svg", drawing.as_bytes())])[..] else {
            panic!("one name")
        };
        inert(&place, stored);
    }
}

fn inert(place: &Place, stored: &str) {
    let answer = place.load(stored).expect(200);
    let header = |name: &str| answer.header(name).unwrap_or_default().to_owned();
    assert_eq!(
        header("content-type"),
        "application/octet-stream",
        "{stored}"
    );
    assert!(
        header("content-disposition").starts_with("attachment"),
        "{stored}"
    );
    assert_eq!(header("x-content-type-options"), "nosniff", "{stored}");
    assert!(
        header("content-security-policy").contains("sandbox"),
        "{stored}"
    );
}
