//! Wrong requests: the answer is 4xx, in JSON, and says which parameter is wrong and what was expected.

use serde_json::{Value, json};
use vetrina_tests::{Answer, Server, post, request};

use super::{index, session};

/// The ways in, each with a form of the same body.
const WAYS: [&str; 4] = ["run/", "api/", "call/", "queue/join"];

/// Sends `data` through one of the ways.
fn send(server: &Server, way: &str, name: &str, data: &Value) -> Answer {
    if way == "queue/join" {
        let body =
            json!({"data": data, "fn_index": index(server, name), "session_hash": session()});
        post(server.at("/gradio_api/queue/join"), &body)
    } else {
        post(
            server.at(&format!("/gradio_api/{way}{name}")),
            &json!({ "data": data }),
        )
    }
}

/// The answer must name the parameter in the form that clients read, and say all of `words`.
fn refuses(server: &Server, name: &str, data: &Value, parameter: &str, words: &[&str]) {
    for way in WAYS {
        let answer = send(server, way, name, data).expect(422);
        let item = details(&answer)
            .into_iter()
            .find(|item| item["parameter_name"] == parameter)
            .unwrap_or_else(|| panic!("{parameter} is not named: {answer}"));
        // The Python clients show what is of this kind, and nothing else.
        assert_eq!(item["__type__"], "validate", "{answer}");
        assert_eq!(item["is_valid"], false, "{answer}");
        assert_eq!(
            (&item["loc"][0], &item["loc"][1]),
            (&json!("body"), &json!("data")),
            "{answer}"
        );
        let message = item["message"]
            .as_str()
            .unwrap_or_else(|| panic!("no message: {answer}"));
        for word in words {
            assert!(
                message.contains(word),
                "{way}: the message should say {word:?}: {answer}"
            );
        }
        let whole = item["msg"].as_str().unwrap_or_default();
        assert!(
            whole.contains(parameter) && whole.ends_with(message),
            "{way}: it should name {parameter}: {answer}"
        );
    }
}

/// The items of the answer's `detail`, which the Python clients take to be a list of objects.
fn details(answer: &Answer) -> Vec<Value> {
    let body = answer.json();
    let detail = body["detail"]
        .as_array()
        .unwrap_or_else(|| panic!("no list of details: {answer}"));
    assert!(
        !detail.is_empty() && detail.iter().all(Value::is_object),
        "{answer}"
    );
    detail.clone()
}

fn named(answer: &Answer) -> Vec<Value> {
    details(answer)
        .iter()
        .map(|item| item["parameter_name"].clone())
        .collect()
}

#[test]
fn a_missing_argument_is_named() {
    let server = Server::app("defaults");
    refuses(&server, "shout", &json!([]), "text", &[]);
}

#[test]
fn every_missing_argument_is_named_at_once() {
    let server = Server::app("api_only");
    for way in WAYS {
        let answer = send(&server, way, "add_and_slice", &json!([])).expect(422);
        assert_eq!(named(&answer), ["a", "b", "c"], "{answer}");
    }
}

#[test]
fn a_missing_argument_with_a_default_is_filled_in() {
    let server = Server::app("defaults");
    let answer = post(
        server.at("/gradio_api/run/shout"),
        &json!({"data": ["Hey"]}),
    )
    .expect(200);
    assert_eq!(answer.json()["data"], json!(["Hey!!"]));
}

#[test]
fn a_surplus_argument_is_refused_with_the_number_that_is_taken() {
    let server = Server::app("defaults");
    for way in WAYS {
        let answer = send(&server, way, "shout", &json!(["a", 2, "!", "surplus"]));
        assert!((400..500).contains(&answer.status), "{answer}");
        details(&answer);
        assert!(
            answer.body.contains('3') && answer.body.contains('4'),
            "it should say 3 and 4: {answer}"
        );
    }
}

#[test]
fn a_wrong_type_is_told_with_the_right_one() {
    let server = Server::app("defaults");
    refuses(&server, "shout", &json!([5]), "text", &["text", "number"]);
    refuses(&server, "shout", &json!([["a"]]), "text", &["text", "list"]);
    refuses(
        &server,
        "shout",
        &json!(["a", "many"]),
        "times",
        &["number", "text"],
    );
    refuses(&server, "shout", &json!(["a", true]), "times", &["number"]);
    refuses(
        &server,
        "shout",
        &json!(["a", {"n": 1}]),
        "times",
        &["number"],
    );

    let server = Server::app("api_only");
    refuses(
        &server,
        "add_and_slice",
        &json!(["1", 2, []]),
        "a",
        &["number"],
    );
    refuses(
        &server,
        "add_and_slice",
        &json!([1, 2, "x"]),
        "c",
        &["list"],
    );
    refuses(&server, "add_and_slice", &json!([1, 2, ["x", 3]]), "c", &[]);
}

#[test]
fn a_number_that_does_not_fit_is_told_with_its_bounds() {
    let server = Server::app("defaults");
    refuses(&server, "shout", &json!(["a", 99]), "times", &["99", "5"]);
    refuses(&server, "shout", &json!(["a", 0]), "times", &["0", "1"]);
    refuses(&server, "shout", &json!(["a", -3]), "times", &["-3", "1"]);
    refuses(&server, "shout", &json!(["a", 2.5]), "times", &["2.5"]);
    refuses(&server, "shout", &json!(["a", 1e300]), "times", &["5"]);

    let server = Server::app("inputs");
    refuses(
        &server,
        "everything",
        &json!(["t", "", 1.5, 300]),
        "integer",
        &["300", "10"],
    );
    refuses(
        &server,
        "everything",
        &json!(["t", "", "1.5"]),
        "num",
        &["number"],
    );
}

#[test]
fn a_value_that_is_no_choice_is_told_with_the_choices() {
    let server = Server::app("choices");
    refuses(
        &server,
        "pick",
        &json!([4, "Rome", 1, []]),
        "city",
        &["Rome", "paris", "rome"],
    );
    refuses(&server, "pick", &json!([4, "rome", 3, []]), "size", &["3"]);
    refuses(
        &server,
        "pick",
        &json!([4, "rome", 1, ["t1", "nope"]]),
        "tags",
        &["nope", "t1", "t2"],
    );
    refuses(
        &server,
        "pick",
        &json!([4, "rome", 1, "t1"]),
        "tags",
        &["list"],
    );
}

#[test]
fn all_wrong_arguments_are_told_at_once() {
    let server = Server::app("choices");
    let answer = send(&server, "call/", "pick", &json!([99, "Rome", 3, ["nope"]])).expect(422);
    assert_eq!(
        named(&answer),
        ["number", "city", "size", "tags"],
        "{answer}"
    );
}

#[test]
fn version_two_names_what_is_missing_unknown_or_wrong() {
    let server = Server::app("defaults");
    let call = |body: &Value| post(server.at("/gradio_api/call/v2/shout"), body).expect(422);
    for (body, word) in [
        (json!({}), "text"),
        (json!({"text": "a", "volume": 11}), "volume"),
        (json!({"text": "a", "times": "many"}), "times"),
        (json!({"text": "a", "times": 99}), "times"),
        (json!({"data": ["a"]}), "text"),
    ] {
        let answer = call(&body);
        assert!(
            named(&answer).contains(&json!(word)),
            "{word} is not named: {answer}"
        );
    }
    for body in [json!(["a"]), json!("a"), json!(null)] {
        let _ = call(&body);
    }
}

#[test]
fn an_unknown_name_is_not_found() {
    let server = Server::app("hello");
    for path in ["run/nope", "api/nope", "call/nope", "call/v2/nope"] {
        let answer = post(
            server.at(&format!("/gradio_api/{path}")),
            &json!({"data": ["x"]}),
        )
        .expect(404);
        let body = answer.json();
        assert!(
            body["detail"]
                .as_str()
                .is_some_and(|detail| detail.contains("nope")),
            "{answer}"
        );
    }
    let answer = post(
        server.at("/gradio_api/run/greet"),
        &json!({"data": ["x"], "fn_index": 999}),
    )
    .expect(404);
    assert!(
        answer.json()["detail"]
            .as_str()
            .is_some_and(|detail| detail.contains("999")),
        "{answer}"
    );
}

#[test]
fn a_body_without_data_is_told_so() {
    let server = Server::app("hello");
    for path in ["run/greet", "api/greet", "call/greet", "queue/join"] {
        let body = json!({"nodata": 1, "fn_index": index(&server, "greet"), "session_hash": "s"});
        let answer = post(server.at(&format!("/gradio_api/{path}")), &body).expect(422);
        let detail = &answer.json()["detail"][0];
        assert_eq!(
            (&detail["type"], &detail["loc"]),
            (&json!("missing"), &json!(["body", "data"])),
            "{answer}"
        );
    }
}

#[test]
fn broken_json_is_told_so() {
    let server = Server::app("hello");
    for path in [
        "run/greet",
        "api/greet",
        "call/greet",
        "call/v2/greet",
        "queue/join",
        "cancel",
    ] {
        for body in ["{bad", "{\"data\": [", "{\"data\": [\"x\"],}", "nonsense"] {
            let url = server.at(&format!("/gradio_api/{path}"));
            let answer = request("POST", url)
                .body("application/json", body)
                .send()
                .expect(422);
            assert_eq!(
                answer.json()["detail"][0]["type"],
                "json_invalid",
                "{answer}"
            );
        }
    }
}

/// Bodies that nobody sends by accident, and that must not get through to a crash either.
fn strange_bodies() -> Vec<Vec<u8>> {
    let mut bodies: Vec<Vec<u8>> = [
        "",
        "null",
        "[]",
        "\"x\"",
        "0",
        "{}",
        "{\"data\": null}",
        "{\"data\": {}}",
        "{\"data\": \"x\"}",
        "{\"data\": [null]}",
        "{\"data\": [1e999]}",
        "{\"data\": [-0]}",
        "{\"data\": [\"\\ud800\"]}",
        "{\"data\": [\"x\"], \"fn_index\": \"zero\", \"session_hash\": \"s\"}",
        "{\"data\": [\"x\"], \"fn_index\": -1, \"session_hash\": \"s\"}",
        "{\"data\": [\"x\"], \"fn_index\": 1e30, \"session_hash\": \"s\"}",
        "{\"data\": [\"x\"], \"fn_index\": 99999999999999999999, \"session_hash\": \"s\"}",
        "{\"data\": [\"x\"], \"fn_index\": 0, \"session_hash\": 5}",
        "{\"data\": [\"x\"], \"fn_index\": 0, \"session_hash\": []}",
        "{\"data\": [\"x\"], \"data\": [1]}",
        "{\"data\": [99999999999999999999999999999]}",
        "{\"session_hash\": \"s\", \"fn_index\": 0, \"event_id\": 5}",
    ]
    .map(|body| body.as_bytes().to_vec())
    .to_vec();
    bodies.push(b"{\"data\": [\"\xff\xfe\"]}".to_vec());
    bodies.push(
        format!(
            "{{\"data\": [{}{}]}}",
            "[".repeat(100_000),
            "]".repeat(100_000)
        )
        .into_bytes(),
    );
    bodies.push(format!("{{\"data\": [{}]}}", "0,".repeat(100_000) + "0").into_bytes());
    bodies
}

#[test]
fn nothing_a_client_sends_is_an_error_of_the_server() {
    let mut server = Server::app("defaults");
    let paths = [
        "run/shout",
        "api/shout",
        "call/shout",
        "call/v2/shout",
        "queue/join",
        "cancel",
        "reset",
        "component_server",
    ];
    for path in paths {
        for body in strange_bodies() {
            let url = server.at(&format!("/gradio_api/{path}"));
            let start = String::from_utf8_lossy(&body[..body.len().min(80)]).into_owned();
            let answer = request("POST", url).body("application/json", body).send();
            assert!(answer.status < 500, "{start}: {answer}");
            let _ = answer.json();
            for word in ["panicked", "backtrace", "src/", ".rs:"] {
                assert!(!answer.body.contains(word), "{start}: {answer}");
            }
        }
    }
    assert!(server.lives());
    let answer = post(
        server.at("/gradio_api/run/shout"),
        &json!({"data": ["Hey"]}),
    )
    .expect(200);
    assert_eq!(answer.json()["data"], json!(["Hey!!"]));
    assert!(!server.said().contains("panicked"), "{}", server.said());
}

#[test]
fn a_body_of_another_kind_is_refused() {
    let server = Server::app("hello");
    for content_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ] {
        let url = server.at("/gradio_api/run/greet");
        let answer = request("POST", url).body(content_type, "data=x").send();
        assert!((400..500).contains(&answer.status), "{answer}");
        let _ = answer.json();
    }
}

#[test]
fn a_panic_is_an_error_event_and_the_server_lives_on() {
    let mut server = Server::app("error");
    let session = session();
    super::join(&server, "panics", &json!(["x"]), &session);
    let done = super::stream(&server, &session).wait_for("process_completed");
    assert_eq!(
        (&done["success"], &done["title"]),
        (&json!(false), &json!("Error"))
    );
    let error = done["output"].as_object().expect("an object");
    for key in error.keys() {
        // The Python clients give these to a function by name, and know no others.
        assert!(
            ["error", "duration", "visible", "title"].contains(&key.as_str()),
            "{done}"
        );
    }
    assert!(!done.to_string().contains("secret detail"), "{done}");
    assert!(server.lives());
    assert!(
        server.said().contains("secret detail"),
        "the log should tell more: {}",
        server.said()
    );

    let answer = post(server.at("/gradio_api/run/panics"), &json!({"data": ["x"]})).expect(500);
    assert!(!answer.body.contains("secret detail"), "{answer}");
    let answer = post(server.at("/gradio_api/run/fine"), &json!({"data": ["x"]})).expect(200);
    assert_eq!(answer.json()["data"], json!(["x"]));
}

#[test]
fn an_app_that_shows_errors_shows_them() {
    let server = Server::app("error_show");
    let answer = post(server.at("/gradio_api/run/panics"), &json!({"data": ["x"]})).expect(500);
    assert!(
        answer.json()["error"]
            .as_str()
            .is_some_and(|error| error.contains("secret detail")),
        "{answer}"
    );
}
