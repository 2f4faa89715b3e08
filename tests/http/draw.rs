//! Components that come when a page is already there are drawn as the page draws its own.

use serde_json::json;
use vetrina_tests::{Server, get, post, request};

#[test]
fn components_are_drawn_one_by_one() {
    let server = Server::app("hello");
    let asked = json!({"components": [
        {"id": 1_000_000_000, "type": "label", "props": {"label": "<b>Sure</b>", "value": {"label": "a"}}},
        {"id": 1_000_000_001, "type": "html", "props": {"value": "<i onclick=\"alert(1)\">x</i><script>alert(1)</script>"}},
        {"id": 1_000_000_002, "type": "no\" onload=\"such", "props": {"elem_id": "\"><script>"}},
    ]});
    let drawn = post(server.at("/gradio_api/draw"), &asked)
        .expect(200)
        .json();
    let html = drawn["html"].as_array().unwrap();
    assert_eq!(html.len(), 3);
    let text = |index: usize| html[index].as_str().unwrap();
    assert!(text(0).starts_with("<v-label") && text(0).contains("data-id=\"1000000000\""));
    assert!(text(0).contains("&lt;b&gt;Sure&lt;/b&gt;"), "{}", text(0));
    assert!(text(1).contains("<i>x</i>"), "{}", text(1));
    for one in 0..3 {
        assert!(
            !text(one).contains("<script") && !text(one).contains("\" on"),
            "{}",
            text(one)
        );
    }
    // What they need is there to be fetched.
    let module = drawn["modules"]["label"].as_str().unwrap();
    let sheets = drawn["sheets"].as_array().unwrap().iter();
    for path in sheets.filter_map(|sheet| sheet.as_str()).chain([module]) {
        assert_eq!(get(server.at(&format!("/{path}"))).status, 200, "{path}");
    }
}

#[test]
fn what_is_no_list_of_components_is_refused() {
    let server = Server::app("hello");
    for body in [
        "",
        "[]",
        "{}",
        "{\"components\": 1}",
        "{\"components\": [1, null, {}]}",
    ] {
        let answer = request("POST", server.at("/gradio_api/draw"))
            .body("application/json", body)
            .send();
        assert!(
            answer.status == 422 || answer.body.contains("\"html\":[]"),
            "{body}: {answer}"
        );
    }
}
