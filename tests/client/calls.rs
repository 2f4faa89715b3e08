//! What a client does with an app, whatever serves it.

use std::{fs, time::Duration};

use futures_util::future::join_all;
use serde_json::{Value, json};
use vetrina::client::{Client, Error, Event, RemoteFile, Upload};

use crate::far::{self, Far};

pub(crate) async fn arguments_go_by_position_and_by_name(far: &Far) {
    let client = far.connect().await;
    let greet = async |arguments: Value| client.predict::<String>("/greet", arguments).await;
    for arguments in [
        json!(["Ada", 2]),
        json!(["Ada"]),
        json!("Ada"),
        json!({"name": "Ada", "times": 2}),
        json!({"name": "Ada"}),
    ] {
        let greeting = greet(arguments.clone()).await.expect("a greeting");
        assert_eq!(greeting, "Hello, Ada! Hello, Ada!", "{arguments}");
    }
    let mistake = greet(json!({"nmae": "Ada"}))
        .await
        .expect_err("no such parameter");
    let text = mistake.to_string();
    assert_eq!(
        text,
        "`/greet` has no parameter `nmae`; there are `name`, `times`"
    );
    let sum: i64 = client.predict("add", (1, [2, 3])).await.expect("a sum");
    assert_eq!(sum, 6);
}

pub(crate) async fn results_may_be_several_or_none(far: &Far) {
    let client = far.connect().await;
    let (head, rest): (String, u32) = client.predict("/split", "two words").await.expect("both");
    assert_eq!((head.as_str(), rest), ("two", 5));
    let () = client.predict("/nothing", "text").await.expect("nothing");
    // A component that changed other things beside its value.
    let text: String = client.predict("/change", "text").await.expect("its value");
    assert_eq!(text, "text");
    let all: Value = client.predict("/change", "text").await.expect("the change");
    assert_eq!(all["label"], "Changed");
    let mistake = client
        .predict::<u32>("/greet", "Ada")
        .await
        .expect_err("a text");
    assert!(matches!(mistake, Error::Type { .. }), "{mistake}");
}

pub(crate) async fn results_come_one_by_one_with_progress_and_notes(far: &Far) {
    let client = far.connect().await;
    let mut job = client
        .submit::<String>("/count", 4)
        .await
        .expect("it is taken");
    let (mut outputs, mut bars, mut notes, mut started) = (vec![], vec![], vec![], 0);
    while let Some(event) = job.next().await {
        match event.expect("all goes well") {
            Event::Output(text) => outputs.push(text),
            Event::Progress(all) => bars.extend(all),
            Event::Note(note) => notes.push((note.title, note.text)),
            Event::Started { .. } => started += 1,
            _ => {}
        }
    }
    assert_eq!(outputs, ["0 ", "0 1 ", "0 1 2 ", "0 1 2 3 "]);
    assert_eq!(notes, [("Look".into(), "Counting".into())]);
    assert_eq!(started, 1);
    assert!(bars.iter().all(|bar| bar.length == Some(4)), "{bars:?}");
    let described = bars
        .iter()
        .any(|bar| bar.description.as_deref() == Some("Counting"));
    assert!(described, "{bars:?}");
    let last: String = client.predict("/count", 3).await.expect("the last one");
    assert_eq!(last, "0 1 2 ");
}

pub(crate) async fn what_grows_arrives_whole(far: &Far) {
    let client = far.connect().await;
    let mut job = client
        .submit::<Value>("/grow", 6)
        .await
        .expect("it is taken");
    let mut steps = Vec::new();
    while let Some(step) = job.output().await {
        steps.push(step.expect("all goes well"));
    }
    assert_eq!(steps.len(), 6);
    assert_eq!(steps[0], json!({"list": [{"n": 0}], "text": "éü"}));
    assert_eq!(steps[2]["late"], json!([2]));
    assert_eq!(steps[3]["list"], json!([{"n": 0}]));
    assert_eq!(steps[5]["list"], json!([{"n": 0}, {"n": 4}, {"n": 5}]));
    assert_eq!(steps[5]["text"], "éüüüüüü");
}

pub(crate) async fn files_go_both_ways(far: &Far) {
    let client = far.connect().await;
    let folder = far::folder(&format!("{far:?}"));
    let poem = folder.join("my poem (1).txt");
    fs::write(&poem, "one\ntwo\n").expect("the disk takes it");
    for upload in [Upload::path(&poem), Upload::bytes("a.txt", "one\ntwo")] {
        let lines: u32 = client.predict("/lines", upload).await.expect("two lines");
        assert_eq!(lines, 2);
    }
    let file: RemoteFile = client.predict("/note", "a\nb\nc").await.expect("a file");
    assert_eq!(file.name(), "a note.txt");
    assert_eq!(file.bytes().await.expect("its bytes"), b"a\nb\nc");
    let first = file.save(&folder).await.expect("it is saved");
    let second = file.save(&folder).await.expect("it is saved beside it");
    assert_eq!(first, folder.join("a note.txt"));
    assert_eq!(second, folder.join("a note 2.txt"));
    assert_eq!(fs::read(second).expect("it is there"), b"a\nb\nc");
    // It is in the app already.
    let lines: u32 = client
        .predict("/lines", (&file,))
        .await
        .expect("three lines");
    assert_eq!(lines, 3);
    let small = Client::builder(client.url()).max_download(4).connect();
    let small = small.await.expect("the app answers");
    let file: RemoteFile = small.predict("/note", "12345").await.expect("a file");
    let mistake = file.save(&folder).await.expect_err("too large");
    assert!(matches!(mistake, Error::TooLarge { most: 4 }), "{mistake}");
    assert!(!folder.join("a note 3.txt").exists(), "half a file stays");
    let missing = client
        .predict::<u32>("/lines", Upload::path("/no/such.txt"))
        .await;
    let mistake = missing.expect_err("there is no such file");
    assert!(matches!(mistake, Error::File { .. }), "{mistake}");
    fs::remove_dir_all(folder).expect("it was there");
}

pub(crate) async fn sessions_keep_what_is_theirs(far: &Far) {
    let mut client = far.connect().await;
    let remember = async |client: &Client, word: &str| {
        client
            .predict::<String>("/remember", word)
            .await
            .expect("the words")
    };
    assert_eq!(remember(&client, "a").await, "a");
    assert_eq!(remember(&client, "b").await, "a b");
    assert_eq!(remember(&client.new_session(), "c").await, "c");
    assert_eq!(remember(&client, "d").await, "a b d");
    client.reset_session();
    assert_eq!(remember(&client, "e").await, "e");
}

pub(crate) async fn failures_say_what_the_function_says(far: &Far) {
    let client = far.connect().await;
    let failed = client.predict::<String>("/fail", "mind").await;
    let Err(Error::Failed(failure)) = failed else {
        panic!("{failed:?}");
    };
    assert_eq!(failure.message.as_deref(), Some("never mind"));
    assert_eq!(failure.title.as_deref(), Some("Oops"));
    assert_eq!(failure.to_string(), "Oops: never mind");
    // One call that failed is no harm to the next.
    let greeting: String = client
        .predict("/greet", ("Ada", 1))
        .await
        .expect("a greeting");
    assert_eq!(greeting, "Hello, Ada!");
}

pub(crate) async fn values_are_judged_first(far: &Far) {
    let client = far.connect().await;
    let refused = client.predict::<String>("/judged", ("Ada", 2)).await;
    let Err(Error::Refused(refusals)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(refusals.len(), 1);
    assert_eq!(refusals[0].message, "Age must be at least 3");
    let greeting: String = client
        .predict("/judged", ("Ada", 3))
        .await
        .expect("a greeting");
    assert_eq!(greeting.matches("Ada").count(), 3);
}

pub(crate) async fn disabled_and_unknown_endpoints_are_told_apart(far: &Far) {
    let client = far.connect().await;
    let call = async |name: &str| client.predict::<String>(name, ("Ada", 1)).await;
    assert_eq!(
        call("/hidden").await.expect("it may be called"),
        "Hello, Ada!"
    );
    let unknown = call("/gret").await.expect_err("there is none");
    assert!(
        unknown
            .to_string()
            .starts_with("there is no endpoint `/gret`; there are `/greet`"),
        "{unknown}"
    );
    // The first line of Gradio takes the name away, the others keep it.
    let closed = call("/closed").await.expect_err("it is disabled");
    match closed {
        Error::NoEndpoint { others, .. } => {
            assert!(*far != Far::Gradio6, "it says that it is disabled");
            assert!(!others.contains(&"/closed".into()));
        }
        Error::Disabled { name } => assert_eq!(name, "/closed"),
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn a_call_that_is_cancelled_stops(far: &Far) {
    let client = far.connect().await;
    let stopped = async || {
        client
            .predict::<u64>("/stopped", ())
            .await
            .expect("a number")
    };
    let before = stopped().await;
    let mut job = client
        .submit::<String>("/slow", "step")
        .await
        .expect("it is taken");
    let first = job
        .output()
        .await
        .expect("a result")
        .expect("all goes well");
    assert_eq!(first, "step 0");
    job.cancel().await.expect("the app is asked");
    assert!(job.next().await.is_none(), "nothing comes after a cancel");
    // So does one that nobody waits for any more.
    let slow = client.predict::<String>("/slow", "again");
    let waited = tokio::time::timeout(Duration::from_millis(700), slow).await;
    assert!(waited.is_err(), "it takes half a minute");
    for _ in 0..100 {
        if stopped().await >= before + 2 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{} stopped", stopped().await - before);
}

pub(crate) async fn many_calls_at_once_share_one_stream(far: &Far) {
    let client = far.connect().await;
    for round in 0..3 {
        let calls = (0..20).map(|i| {
            let client = client.clone();
            async move {
                let name = format!("{round}-{i}");
                let greeting = client.predict::<String>("/greet", (&name, 1)).await;
                assert_eq!(greeting.expect("a greeting"), format!("Hello, {name}!"));
            }
        });
        join_all(calls).await;
    }
}

pub(crate) async fn the_api_is_told(far: &Far) {
    let client = far.connect().await;
    let api = client.view_api();
    let names: Vec<_> = api.endpoints.iter().map(|it| it.name.as_str()).collect();
    let expected = [
        "/greet",
        "/split",
        "/count",
        "/grow",
        "/lines",
        "/note",
        "/remember",
        "/fail",
        "/slow",
        "/stopped",
        "/judged",
        "/change",
        "/nothing",
        "/add",
    ];
    assert_eq!(names, expected);
    let greet = api.endpoint("greet").expect("it is there");
    assert_eq!(greet.parameters[0].default(), None);
    assert_eq!(greet.parameters[1].default(), Some(&json!(2)));
    let add = api.endpoint("/add").expect("it is there");
    assert_eq!(add.parameters[1].rust_type(), "Vec<i64>");
    let told = api.to_string();
    assert!(
        told.starts_with(&format!("{} has 14 endpoints:", client.url())),
        "{told}"
    );
    let expected = "
client.predict(\"/greet\", (name, times)) -> String
    Says hello to somebody.
  Takes:
    name: String (required) · Textbox “Text”
    times: i64 = 2 · Number “Number”
  Gives:
    String · Textbox “Shown”
";
    assert!(told.contains(expected), "{told}");
    let expected = "
client.predict(\"/lines\", (file,)) -> i64
  Takes:
    file: RemoteFile (required) · File “File”
";
    assert!(told.contains(expected), "{told}");
}
