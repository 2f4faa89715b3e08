//! Reading what is not offered.

use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde_json::json;
use vetrina_tests::{get, request};

use super::{super::files::Place, refused};

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
