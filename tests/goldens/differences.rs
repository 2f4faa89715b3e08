//! What is meant to differ from the recorded server, and why.
//!
//! Every line is needed: one that fits no difference any more fails its test.

use vetrina_tests::golden::rules::{
    Rule,
    Sort::{Extra, Missing, Other},
    rule,
};

const LOOK: &str = "the page has a look of its own";
const UNION: &str = "the next line of servers sends it, and its clients may ask for it";
const INTERFACE: &str = "functions make an interface here, the recorded app is laid out by hand";
const API: &str = "a typed function has a form here; the recorded one is for the API alone";
const FLAG: &str = "there are no flags to put on answers yet";
const OWN_WAY: &str = "a helper of the recorded page; here the page clears its fields itself";
const LATER: &str = "there is no such component yet";
const CHECKED: &str =
    "arguments are checked before a run is let in, and the answer says what is wrong";
const NOT_FOUND: &str = "what is not there is 404, in JSON; the recorded server crashes";
const WORDS: &str = "the answer says in words what was expected";
const NO_ECHO: &str = "what was sent is not sent back";
const NUMBER: &str = "a duration is a number that may have a fraction";
const HIDDEN: &str = "an id leads to the log; the recorded server says nothing at all";
const SHOWN: &str = "errors of every kind have the same four keys";
const CALL_ERROR: &str = "the reason reaches whoever calls by curl, as in the next line of servers";
const EDITS: &str =
    "JSON is sent in edits as well; what they lead to is compared at the end of the stream";
const NO_STATIC: &str = "all files of the page are under assets/";
const NO_LOGIN: &str = "there is no login yet";
const NO_FILES: &str = "there are no files yet";
const CODES: &str = "programs are told what kind of error it is";
const NO_MONITOR: &str = "there is no monitoring";

pub(crate) const CONFIGS: &[Rule] = &[
    rule(Extra, "*.footer_links", UNION),
    rule(Extra, "*.run_history", UNION),
    rule(
        Other,
        "*.mcp_server",
        "functions are tools unless told otherwise",
    ),
    rule(Other, "*.max_file_size", "every limit is finite"),
    rule(Extra, "*.endpoints.*.api_visibility", UNION),
    rule(Extra, "*.endpoints.*.component_prop_inputs", UNION),
    rule(Extra, "*.description", "the page and the API page show it"),
    rule(
        Other,
        "*.title",
        "an app without a title is called after its program or module",
    ),
    rule(
        Missing,
        "*.stylesheets.0",
        "nothing is loaded from other hosts",
    ),
    rule(Other, "*.body_css.*", LOOK),
    rule(
        Other,
        "hello.endpoints.greet.api_name",
        "endpoints are named after their functions",
    ),
    rule(
        Other,
        "*.endpoints.*.api_description",
        "the doc comment describes the endpoint",
    ),
    rule(Missing, "*.endpoints.lambda*", OWN_WAY),
    rule(Missing, "*.endpoints.reset", OWN_WAY),
    rule(Missing, "*.endpoints.Flag", FLAG),
    rule(Missing, "hello.tree.children.2.children.1.children.1", FLAG),
    rule(
        Other,
        "hello.tree.children.2.children.0.children.0.*",
        "one column is enough for the inputs; the recorded page has one in the other",
    ),
    rule(
        Extra,
        "hello.tree.children.2.children.0.children.1.children.2",
        "Stop is there while a function runs",
    ),
    rule(Other, "choices.tree.children.0", "every page has a heading"),
    rule(Extra, "choices.tree.children.1", "every page has a heading"),
    rule(Other, "*.mode", INTERFACE),
    rule(Extra, "*.endpoints.*.targets.*", INTERFACE),
    rule(Other, "*.endpoints.*.scroll_to_output", INTERFACE),
    rule(Other, "*.endpoints.*.event_specific_args", INTERFACE),
    rule(
        Extra,
        "*.endpoints.*.outputs.*.props.interactive",
        "results are for reading; the recorded server finds that out later",
    ),
    rule(Other, "api_only.endpoints.*.show_progress", API),
    rule(Missing, "api_only.endpoints.*puts.*", API),
    rule(Extra, "api_only.endpoints.*puts.*", API),
    rule(
        Other,
        "choices.endpoints.pick.inputs.Size.props.type",
        "functions get the value; an index is not what a typed function asks for",
    ),
    rule(
        Other,
        "api_names.connect_heartbeat",
        "the recorded app has a session state",
    ),
    rule(Missing, "inputs.endpoints.everything.inputs.Color", LATER),
    rule(Missing, "inputs.endpoints.everything.inputs.Code", LATER),
    rule(Missing, "inputs.endpoints.everything.inputs.When", LATER),
];

pub(crate) const LISTINGS: &[Rule] = &[
    rule(Extra, "*.api_visibility", UNION),
    rule(
        Extra,
        "*.parameters.*.description",
        "the doc comment of the parameter",
    ),
    rule(
        Other,
        "*.parameters.*.python_type.description",
        "the bounds are worth telling to whoever reads the type",
    ),
    rule(
        Other,
        "*.parameters.*.example_input",
        "what the form starts with is the example; a typed function has one of its type",
    ),
    rule(
        Missing,
        "choices.named_endpoints./pick.parameters.tags.example_input.0",
        "what the form starts with is the example",
    ),
    rule(Other, "api_only.*.label", API),
    rule(Other, "api_only.*.component", API),
    rule(
        Other,
        "api_only.named_endpoints./rich.parameters.flag.parameter_*",
        "a checkbox starts unticked, and that is its default",
    ),
    rule(
        Extra,
        "api_only.named_endpoints./rich.parameters.mode.type.*",
        "a choice is a text, and says so",
    ),
    rule(
        Extra,
        "api_only.named_endpoints./stream_up.returns.0.type.type",
        "the type of each item is known",
    ),
    rule(
        Other,
        "api_only.named_endpoints./stream_up.returns.0.python_type.type",
        "the type of each item is known",
    ),
    rule(
        Missing,
        "api_only.named_endpoints./rich.returns.0.type.*",
        "a struct has named fields",
    ),
    rule(
        Extra,
        "api_only.named_endpoints./rich.returns.0.type.*",
        "a struct has named fields",
    ),
    rule(
        Other,
        "api_only.named_endpoints./rich.returns.0.python_type.type",
        "a struct has named fields",
    ),
    rule(
        Missing,
        "inputs.named_endpoints./everything.parameters.color",
        LATER,
    ),
    rule(
        Missing,
        "inputs.named_endpoints./everything.parameters.code",
        LATER,
    ),
    rule(
        Missing,
        "inputs.named_endpoints./everything.parameters.dt",
        LATER,
    ),
];

pub(crate) const EXCHANGES: &[Rule] = &[
    rule(Extra, "*.used_cache", UNION),
    rule(Extra, "*.cache_duration", UNION),
    rule(Extra, "*.avg_time", UNION),
    rule(Extra, "*.failure", CODES),
    rule(
        Other,
        "*/mcp/schema: status",
        "functions are tools unless told otherwise",
    ),
    // Names and numbers of nothing.
    rule(Other, "hello/*: unknown * > POST *: status", NOT_FOUND),
    // Arguments.
    rule(Other, "hello/*: too * inputs > POST *: status", CHECKED),
    rule(Other, "hello/call: wrong type: *: status", CHECKED),
    rule(Other, "api_only/call: wrong type *: status", CHECKED),
    rule(
        Other,
        "api_only/call: value outside the Literal *: status",
        CHECKED,
    ),
    rule(
        Other,
        "choices/queue: label instead of value *: status",
        CHECKED,
    ),
    rule(
        Other,
        "choices/queue: slider below minimum *: status",
        CHECKED,
    ),
    rule(
        Other,
        "error*/queue: invalid radio value *: status",
        CHECKED,
    ),
    rule(Extra, "hello/*: body.detail.*.message", WORDS),
    rule(Other, "hello/*: body.detail.*.msg", WORDS),
    rule(Missing, "hello/*: body.detail.*.ctx", WORDS),
    rule(
        Missing,
        "hello/call: malformed json *: body.detail.0.loc.1",
        WORDS,
    ),
    rule(Missing, "hello/*: body.detail.*.input.*", NO_ECHO),
    // Errors.
    rule(Other, "error*: body*.duration", NUMBER),
    rule(Extra, "error*: body*.duration", SHOWN),
    rule(Extra, "error*: body*.visible", SHOWN),
    rule(Extra, "error*: body*.title", SHOWN),
    rule(Other, "error/*: body*.error", HIDDEN),
    rule(Other, "error*/call: * > GET *: body.*.1.data", CALL_ERROR),
    rule(Other, "api_only/call: * > GET *: body.*.1.data", CALL_ERROR),
    // What a function gets and gives.
    rule(
        Other,
        "choices/queue: *: body.*.output.data.*",
        "functions get the value; an index is not what a typed function asks for",
    ),
    rule(
        Other,
        "hello/call: session_hash may be given in the body > GET *: body.*",
        "the event is found in its session, as in the next line of servers",
    ),
    rule(
        Other,
        "queue_false/run: api_open=False: *: status",
        "every endpoint may be called directly; what must not be is disabled",
    ),
    rule(
        Other,
        "api_only/call: * > GET /gradio_api/call/rich/<EVENT_3>: body.0.1.data.0.*",
        "the twin gives back what it got, with its types",
    ),
    rule(
        Other,
        "api_only/call: too few: * > GET *: body.0.0.event",
        "defaults are filled in for whoever leaves them out",
    ),
    rule(Other, "counter/queue: *: body.*.output.data.*", EDITS),
    rule(Extra, "counter/queue: *: body.*.output.data.*", EDITS),
    // Small routes.
    rule(
        Missing,
        "hello/misc_routes: * > GET /gradio_api/info*: body.named_endpoints./predict",
        "renamed",
    ),
    rule(
        Extra,
        "hello/misc_routes: * > GET /gradio_api/info*: body.named_endpoints./greet",
        "renamed",
    ),
    rule(
        Other,
        "hello/misc_routes: * > GET /monitoring*: status",
        NO_MONITOR,
    ),
    rule(
        Other,
        "hello/misc_routes: * > GET /gradio_api/deep_link*: status",
        "an app has no saved states",
    ),
    rule(
        Other,
        "hello/misc_routes: * > GET /gradio_api/custom_component/*: body.detail",
        NO_STATIC,
    ),
    rule(
        Other,
        "hello/misc_routes: * > GET /static/img/logo.svg: status",
        NO_STATIC,
    ),
    rule(
        Other,
        "hello/misc_routes: * > GET /favicon.ico: header.*",
        NO_STATIC,
    ),
    rule(Other, "hello/misc_routes: * > GET /login: status", NO_LOGIN),
    rule(
        Other,
        "hello/misc_routes: * > GET /logout: status",
        NO_LOGIN,
    ),
    rule(
        Other,
        "hello/misc_routes: * > POST /login: status",
        NO_LOGIN,
    ),
    rule(
        Other,
        "hello/misc_routes: * > GET /gradio_api/proxy=*: status",
        "nothing is fetched for others",
    ),
    rule(
        Other,
        "hello/misc_routes: * > GET /gradio_api/file=*: status",
        NO_FILES,
    ),
    rule(
        Other,
        "hello/misc_routes: * > POST /gradio_api/process_recording: status",
        NO_FILES,
    ),
    rule(
        Other,
        "hello/misc_routes: * > GET /openapi.json: status",
        "there is no OpenAPI document yet",
    ),
];
