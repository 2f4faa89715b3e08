//! Programs that speak the Model Context Protocol: the official clients, the official conformance
//! suite, and those that may not come in.

use std::{process::Command, time::Duration};

use serde_json::json;
use vetrina_tests::{Server, get, post, request, run, tools};

const LIMIT: Duration = Duration::from_secs(120);

/// The one address of the protocol.
const MCP: &str = "/gradio_api/mcp/";

/// What does not apply to an app of functions, and why not.
const NOT_OURS: &[(&str, &str)] = &[
    (
        "tools-call-sampling",
        "a function answers; which model its caller has is the caller's",
    ),
    (
        "tools-call-elicitation",
        "a function has its arguments before it runs, on the page as here",
    ),
    ("elicitation-sep1034-defaults", "the same"),
    ("elicitation-sep1330-enums", "the same"),
    (
        "json-schema-2020-12",
        "schemas are in one piece, for callers that follow no references",
    ),
    (
        "resources-subscribe",
        "nobody knows before a function is called that it would give something else",
    ),
    ("resources-unsubscribe", "the same"),
];

fn python(line: u8, script: &str, arguments: &[&str]) {
    let path = tools::sources().join(format!("mcp/{script}.py"));
    let mut command = tools::installed(&format!("mcp-python-{line}/bin/python"));
    // Byte code of scripts in the source tree would only be in the way.
    command.arg("-B").arg(path).args(arguments);
    let name = format!("{script} with line {line} of the Python SDK");
    let _ = run(&name, &mut command, LIMIT);
}

fn javascript(transport: &str) {
    let server = Server::app("mcp");
    let sdk = tools::folder().join("mcp-javascript/node_modules/@modelcontextprotocol/sdk");
    let mut command = Command::new("node");
    command
        .env("MCP_SDK", tools::found(&sdk))
        .arg(tools::sources().join("mcp/client.mjs"))
        .args([server.url(), transport]);
    let _ = run("the TypeScript SDK", &mut command, LIMIT);
}

#[test]
fn the_first_line_of_the_python_sdk_with_a_session() {
    python(1, "client", &[Server::app("mcp").url(), "http"]);
}

#[test]
fn the_first_line_of_the_python_sdk_over_the_older_transport() {
    python(1, "client", &[Server::app("mcp").url(), "sse"]);
}

#[test]
fn the_second_line_of_the_python_sdk_without_a_session() {
    python(2, "client", &[Server::app("mcp").url(), "http"]);
}

#[test]
fn the_typescript_sdk_with_a_session() {
    javascript("http");
}

#[test]
fn the_typescript_sdk_over_the_older_transport() {
    javascript("sse");
}

fn conformance(arguments: &[&str]) -> String {
    let mut command = tools::installed("mcp-javascript/node_modules/.bin/conformance");
    // It leaves notes where it is called.
    command
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .args(arguments);
    run(&format!("conformance {arguments:?}"), &mut command, LIMIT)
}

#[test]
fn the_conformance_suite_passes() {
    let listed = conformance(&["list", "--server"]);
    let scenarios: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- "))
        .collect();
    assert!(scenarios.len() > 25, "{listed}");
    for (name, _) in NOT_OURS {
        assert!(scenarios.contains(name), "{name} is no scenario any more");
    }
    let server = Server::app("mcp");
    for name in scenarios
        .iter()
        .filter(|name| !NOT_OURS.iter().any(|(other, _)| other == *name))
    {
        let url = server.at(MCP);
        let _ = conformance(&["server", "--url", &url, "--scenario", name]);
    }
}

const LIST: &str = r#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#;

fn listed(server: &Server, headers: &[(&str, &str)]) -> u16 {
    let mut asked =
        request("POST", server.at(MCP)).header("accept", "application/json, text/event-stream");
    for (name, value) in headers {
        asked = asked.header(name, value);
    }
    asked.body("application/json", LIST).send().status
}

/// M01 and M02 of the security cases.
#[test]
fn pages_of_strangers_do_not_speak_with_a_local_app() {
    let server = Server::app("mcp");
    assert_eq!(listed(&server, &[]), 200);
    assert_eq!(listed(&server, &[("origin", "http://localhost:6274")]), 200);
    for stranger in [
        [("host", "evil.example")],
        [("origin", "http://evil.example")],
        [("origin", "null")],
    ] {
        assert_eq!(listed(&server, &stranger), 403, "{stranger:?}");
    }
}

/// M08: what somebody made up is no session.
#[test]
fn sessions_cannot_be_made_up() {
    let server = Server::app("mcp");
    assert_eq!(listed(&server, &[("mcp-session-id", "made-up")]), 404);
}

/// 002-29.
#[test]
fn seed_002_29_each_tool_is_listed_with_its_parameters() {
    let server = Server::app("mcp");
    let all = get(server.at("/gradio_api/mcp/schema")).expect(200).json();
    let all = all.as_array().expect("a list");
    let named = |name: &str| all.iter().find(|tool| tool["name"] == name);
    let counter = named("letter_counter").expect("a tool");
    assert_eq!(counter["description"], "Counts a letter in a word.");
    let word = &counter["inputSchema"]["properties"]["word"];
    assert_eq!(word["description"], "Where to look.");
    assert_eq!(word["default"], "strawberry");
    assert_eq!(counter["meta"]["mcp_type"], "tool");
    assert_eq!(
        named("test_simple_prompt").expect("a prompt")["meta"]["mcp_type"],
        "prompt"
    );
    assert_eq!(
        named("static_text").expect("a resource")["meta"]["mcp_type"],
        "resource"
    );
    for hidden in ["quiet", "undocumented"] {
        assert!(named(hidden).is_none(), "{hidden}");
    }
    let some = get(server.at("/gradio_api/mcp/schema?tools=size,halve"));
    let some = some.expect(200).json();
    assert_eq!(some.as_array().map(Vec::len), Some(2));
    // The page lists the same.
    let page = get(server.at("/?view=api")).expect(200).body;
    for tool in all {
        let name = tool["name"].as_str().expect("a name");
        assert!(page.contains(&format!("data-offered=\"{name}\"")), "{name}");
    }
}

#[test]
fn seed_002_28_and_002_30_the_settings_on_the_page_connect() {
    let server = Server::app("mcp");
    python(2, "settings", &[server.url()]);
}

#[test]
fn an_app_may_keep_to_itself() {
    let mut command = Server::apps(&["mcp"]);
    let server = Server::start(command.env("GRADIO_MCP_SERVER", "false"));
    assert_eq!(listed(&server, &[]), 404);
    assert_eq!(
        get(server.at("/config")).expect(200).json()["mcp_server"],
        false
    );
    let page = get(server.at("/?view=api")).expect(200).body;
    assert!(!page.contains("id=\"mcp\""), "{page}");
}

/// A chat is a tool of a message; each call by itself, for there is no conversation to keep.
#[test]
fn a_chat_is_a_tool() {
    let mut command = Server::apps(&["talk"]);
    let server = Server::start(command.env("VETRINA_MCP_SERVER", "true"));
    let ask = |method: &str, params: serde_json::Value| {
        let asked = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params});
        let answer = request("POST", server.at(MCP))
            .header("accept", "application/json, text/event-stream")
            .body("application/json", asked.to_string())
            .send();
        let told = answer.expect(200).body;
        let mut data = told.lines().filter_map(|line| line.strip_prefix("data: "));
        let last = data.next_back().unwrap_or(&told).to_owned();
        let last: serde_json::Value = serde_json::from_str(&last).expect("JSON");
        last["result"].clone()
    };
    let tools = ask("tools/list", json!({}));
    let properties = tools["tools"][0]["inputSchema"]["properties"].as_object();
    let names: Vec<_> = properties.expect("parameters").keys().collect();
    assert_eq!(names, ["message", "end"]);
    let name = &tools["tools"][0]["name"];
    for _ in 0..2 {
        let called = json!({"name": name, "arguments": {"message": "one two"}});
        let told = ask("tools/call", called);
        assert_eq!(told["content"][0]["text"], "one two! after 0", "{told}");
    }
}

#[test]
fn every_tool_of_the_gallery_has_valid_schemas() {
    let server = Server::start(&mut Server::example("gallery", &[]));
    let demos = tools::demos();
    let urls: Vec<String> = demos
        .iter()
        .map(|demo| server.at(&format!("/{demo}/gradio_api/mcp/")))
        .collect();
    let urls: Vec<&str> = urls.iter().map(String::as_str).collect();
    python(1, "schemas", &urls);
}

/// One error, told alike over HTTP: what the clients are told of it, their scripts check.
#[test]
fn an_error_is_the_same_value_everywhere() {
    let server = Server::app("mcp");
    let failure = json!({
        "code": "out_of_stock", "message": "There are only ten left", "field": "amount", "retry": true,
    });
    let body = json!({"data": [11]});
    let direct = post(server.at("/gradio_api/run/order"), &body)
        .expect(500)
        .json();
    assert_eq!(
        (&direct["error"], &direct["failure"]),
        (&failure["message"], &failure)
    );
    let call = server.at("/gradio_api/call/order");
    let id = post(&call, &body).expect(200).json()["event_id"].clone();
    let id = id.as_str().expect("an id");
    let told = get(format!("{call}/{id}")).expect(200).body;
    assert!(told.contains("\"code\": \"out_of_stock\""), "{told}");
    let refused = post(&call, &json!({"data": ["many"]})).expect(422).json();
    assert_eq!(refused["failure"]["code"], "invalid");
    assert_eq!(refused["failure"]["field"], "amount");
    assert_eq!(refused["detail"][0]["parameter_name"], "amount");
    let unknown = post(server.at("/gradio_api/call/nobody"), &body)
        .expect(404)
        .json();
    assert_eq!(unknown["failure"]["code"], "not_found");
}
