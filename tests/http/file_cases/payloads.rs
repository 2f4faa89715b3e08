//! Files named in what is sent to functions.

use serde_json::json;
use vetrina_tests::request;

use super::{super::files::Place, file, not_taken, refused};

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
    assert_eq!(place.run("pick", &json!("A")).status, 200);
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
