//! The official clients, unchanged, against a server: each behaviour is one short script, run with
//! both lines of the Python client and both of the JavaScript one.

use std::{collections::BTreeSet, fs, path::Path, time::Duration};

use vetrina_tests::{
    Server, run,
    tools::{self, Line},
};

const LIMIT: Duration = Duration::from_secs(120);

fn python(line: Line, script: &str, app: &str) {
    let server = Server::app(app);
    let path = tools::sources().join(format!("clients/python/{script}.py"));
    let mut command = tools::python(line);
    // Byte code of scripts in the source tree would only be in the way.
    command.arg("-B").arg(path).arg(server.url());
    run(
        &format!("{script} with the Python client"),
        &mut command,
        LIMIT,
    );
}

fn javascript(line: Line, script: &str, app: &str) {
    let server = Server::app(app);
    let path = tools::sources().join(format!("clients/javascript/{script}.mjs"));
    let mut command = tools::node(line);
    command.arg(path).arg(server.url());
    run(
        &format!("{script} with the JavaScript client"),
        &mut command,
        LIMIT,
    );
}

/// A module per client with a test per script, and the list of the scripts.
macro_rules! suite {
    ($run:ident, $one:ident, $two:ident, $listed:ident: $($script:ident on $app:literal),* $(,)?) => {
        mod $one {
            $(#[test] fn $script() { super::$run(super::Line::One, stringify!($script), $app); })*
        }
        mod $two {
            $(#[test] fn $script() { super::$run(super::Line::Two, stringify!($script), $app); })*
        }
        const $listed: &[&str] = &[$(stringify!($script)),*];
    };
}

suite!(python, python_1, python_2, PYTHON:
    cancel_stops_work on "cancel",
    connect on "hello",
    defaults_left_out on "defaults",
    direct_calls on "queue_false",
    disabled_is_not_found on "visibility",
    errors_arrive on "error",
    every_input on "inputs",
    hidden_answers_by_name on "visibility",
    judged_before_they_run on "judged",
    many_threads on "hello",
    predict_by_keyword on "defaults",
    predict_by_position on "hello",
    queue_full on "queue_full",
    refused_values on "choices",
    request_is_known on "request",
    streams_come_item_by_item on "counter",
    submit_and_iterate on "hello",
    together_in_batches on "judged",
    two_sessions on "hello",
    typed_values on "api_only",
    view_api on "hello",
);

suite!(javascript, javascript_1, javascript_2, JAVASCRIPT:
    cancel_stops_work on "cancel",
    connect on "hello",
    defaults_left_out on "defaults",
    direct_calls on "queue_false",
    disabled_is_not_found on "visibility",
    errors_arrive on "error",
    every_input on "inputs",
    hidden_answers_by_name on "visibility",
    judged_before_they_run on "judged",
    many_calls on "hello",
    nameless_files on "nameless",
    predict_by_keyword on "defaults",
    predict_by_position on "hello",
    queue_full on "queue_full",
    refused_values on "choices",
    request_is_known on "request",
    streams_come_item_by_item on "counter",
    submit_and_iterate on "hello",
    talks on "talk",
    together_in_batches on "judged",
    two_sessions on "hello",
    typed_values on "api_only",
    view_api on "hello",
);

/// A script that nobody runs would be no test.
#[test]
fn every_script_is_listed() {
    for (folder, extension, listed) in [("python", "py", PYTHON), ("javascript", "mjs", JAVASCRIPT)]
    {
        let folder = tools::sources().join("clients").join(folder);
        let files = fs::read_dir(&folder).expect("the scripts are here");
        let scripts: BTreeSet<String> = files
            .map(|file| file.expect("a file").path())
            .filter(|file| file.extension().is_some_and(|found| found == extension))
            .filter_map(|file| Some(Path::new(&file).file_stem()?.to_str()?.to_owned()))
            .filter(|name| name != "common")
            .collect();
        let listed: BTreeSet<String> = listed.iter().map(ToString::to_string).collect();
        assert_eq!(scripts, listed, "{}", folder.display());
    }
}
