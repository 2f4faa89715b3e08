//! What stands beside a component: its module, its styles, and the methods it may ask.

use serde_json::{Value, json};
use vetrina::App;
use vetrina_tests::{Answer, get, post};

use super::{RUNTIME, Served, of_type};

mod app {
    use vetrina::prelude::*;

    /// Asks its server.
    #[component(
        data_model = String,
        events(change),
        frontend = "text_submit.js",
        styles = "page_sides.css",
        server(shout, later, fail, size, panic)
    )]
    pub(super) struct Asking {}

    impl Asking {
        fn shout(&self, word: String, times: usize) -> String {
            word.to_uppercase().repeat(times)
        }

        async fn later(&self, word: Option<String>) -> Option<String> {
            tokio::task::yield_now().await;
            word
        }

        fn fail(&self) -> Result<(), Error> {
            Err(Error::new("Not today"))
        }

        fn size(&self, file: FileData) -> Option<u64> {
            file.size()
        }

        fn panic(&self) -> u8 {
            panic!("only this call is lost")
        }

        #[allow(dead_code, reason = "a page may not ask it")]
        fn secret(&self) -> &'static str {
            "secret"
        }
    }

    #[page]
    fn page(ui: &mut Ui) {
        ui.add(Asking::new());
    }
}

/// Two components of one name.
mod twice {
    use vetrina::prelude::*;

    mod one {
        use vetrina::prelude::*;

        #[component(data_model = String, frontend = "text_submit.js", wire = "twice")]
        pub(super) struct Note {}
    }

    mod two {
        use vetrina::prelude::*;

        #[component(data_model = String, frontend = "text_submit.js", wire = "twice")]
        pub(super) struct Note {}
    }

    #[page]
    fn page(ui: &mut Ui) {
        ui.add(one::Note::new());
        ui.add(two::Note::new());
    }
}

#[test]
fn files_beside_a_component_are_served_under_the_hash_of_their_bytes() {
    let app = Served::new("page_sides");
    let page = get(app.at("/")).expect(200).body;
    for (extension, kind) in [(".js", "text/javascript"), (".css", "text/css")] {
        let mut names = page.split('"').map(|name| name.trim_start_matches("./"));
        let address = names
            .find(|name| {
                name.starts_with("assets/own/guide/page_sides/app/asking-")
                    && name.ends_with(extension)
            })
            .expect("the page names it");
        let answer = get(app.at(&format!("/{address}"))).expect(200);
        let header = answer.header("content-type").expect("it has a type");
        assert!(header.starts_with(kind), "{header}");
        let cache = answer.header("cache-control").expect("it says how long");
        assert!(cache.contains("immutable"), "{cache}");
    }
}

fn ask(app: &Served, method: &str, data: &Value) -> Answer {
    let config = app.config();
    let id = &of_type(&config, "asking")[0]["id"];
    let body = json!({
        "component_id": id, "fn_name": method, "data": data, "session_hash": "asking",
    });
    post(app.at("/gradio_api/component_server"), &body)
}

#[test]
fn listed_methods_answer_and_no_others() {
    let app = Served::new("page_sides");
    let answer = |method: &str, data: Value| ask(&app, method, &data).expect(200).json();
    assert_eq!(answer("shout", json!(["ha", 3])), "HAHAHA");
    assert_eq!(answer("later", json!(["in time"])), "in time");
    assert_eq!(answer("later", json!([null])), Value::Null);
    for method in ["secret", "props", ""] {
        let _ = ask(&app, method, &json!([])).expect(404);
    }
}

#[test]
fn what_does_not_fit_a_method_is_told() {
    let app = Served::new("page_sides");
    let told =
        |method: &str, data: Value| ask(&app, method, &data).expect(422).json()["detail"].clone();
    assert_eq!(told("shout", json!(["ha"])), "expected 2 values, got 1");
    assert_eq!(
        told("shout", json!(["ha", -1])),
        "value 2: invalid value: integer `-1`, expected usize"
    );
    assert_eq!(told("fail", json!([])), "Not today");
    let theft = told("size", json!([{"path": "/etc/passwd"}]));
    assert!(
        theft
            .as_str()
            .is_some_and(|why| why.contains("not one that was uploaded")),
        "{theft}"
    );
    // The server lives on.
    let _ = ask(&app, "panic", &json!([])).expect(500);
    let _ = ask(&app, "shout", &json!(["ha", 1])).expect(200);
}

#[test]
fn two_page_sides_cannot_go_by_one_name() {
    let app = App::module(format!("{}::twice", module_path!())).port(0);
    let refused = RUNTIME
        .block_on(app.start())
        .expect_err("it cannot be told apart");
    let text = refused.to_string();
    assert!(
        text.contains("two components of this app are called `twice`"),
        "{text}"
    );
    assert!(text.contains("#[component(wire = \"…\")]"), "{text}");
}
