//! Uploads that are too large, too many, misnamed, cut off or dangerous to look at.

use std::{
    fs, thread,
    time::{Duration, Instant},
};

use serde_json::json;
use vetrina_tests::request;

use super::{
    super::files::{LIMIT, MULTIPART, Place, multipart},
    file, percent,
};

#[test]
fn e01_what_is_too_large_is_refused_and_gone() {
    let place = Place::new();
    let most = place.try_upload("", &[("most.bin", &vec![1; LIMIT])]);
    assert_eq!(most.status, 200, "{most}");
    let before = place.stored();
    let more = vec![2; LIMIT + 1];
    let answer = place.try_upload("", &[("more.bin", &more)]).expect(413);
    assert!(answer.body.contains(&LIMIT.to_string()), "{answer}");
    assert_eq!(place.stored(), before);
    // The same without saying how much will come.
    let mut body = format!(
        "POST /gradio_api/upload HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
         content-type: {MULTIPART}\r\ntransfer-encoding: chunked\r\n\r\n"
    )
    .into_bytes();
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
    assert_eq!(outside(&place), before.clone());
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
    assert_eq!(take(&names[0]).status, 200);
    assert_eq!(take(&names[3]).status, 200);
    for (name, why) in [(&names[1], ".png"), (&names[2], "b.png")] {
        let answer = take(name).expect(422);
        assert!(answer.body.contains(why), "{answer}");
    }
    // What it is called on its way is not what it is.
    let mut renamed = file(names[1].as_str());
    renamed["orig_name"] = json!("a.png");
    assert_eq!(place.run("picture", &renamed).status, 422);
}

#[test]
fn e11_a_part_is_told_of_in_few_words() {
    let place = Place::new();
    let head = "------vetrina\r\ncontent-disposition: form-data; name=";
    let end = "\r\n------vetrina--\r\n";
    let send = |part: &str| {
        let began = Instant::now();
        let answer = request("POST", place.server.at("/gradio_api/upload"))
            .body(MULTIPART, format!("{head}{part}{end}"))
            .send();
        assert!(began.elapsed() < Duration::from_secs(5), "{part:.40}");
        answer
    };
    // A name of 10 MiB, and a field of as much that is no file.
    let long = "a".repeat(10 << 20);
    let named = send(&format!("\"files\"; filename=\"{long}\"\r\n\r\nx")).expect(400);
    assert!(named.body.contains("head of a part"), "{named}");
    let beside = send(&format!("\"other\"\r\n\r\n{long}")).expect(400);
    assert!(beside.body.contains("beside the files"), "{beside}");
    assert_eq!(place.stored(), Vec::<std::path::PathBuf>::new());
    assert_eq!(send("\"files\"; filename=\"a.txt\"\r\n\r\nx").status, 200);
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
    assert_eq!(place.run("echo", &json!("still here")).status, 200);
}

#[test]
fn e16_a_picture_that_is_none_or_too_large_is_refused() {
    let place = Place::new();
    let begin = |width: u32, height: u32| {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([width.to_be_bytes(), height.to_be_bytes()].concat());
        png.extend([8, 2, 0, 0, 0]);
        png
    };
    for bytes in [begin(1, 1), begin(50_000, 50_000)] {
        let name = place.upload(&[("a.png", &bytes)]).remove(0);
        let answer = place.run("width", &file(name)).expect(422);
        let told = answer.json();
        assert_eq!(told["failure"]["field"], "picture", "{answer}");
        assert!(answer.body.contains("a.png cannot be read"), "{answer}");
    }
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
