//! `/llms.txt`: what the API page says, as plain Markdown for programs that read.

use serde_json::Value;

use crate::api::snippets::schema::Schema;
use crate::api::snippets::{self, each};

use super::endpoint::Endpoint;
use super::tables::about;
use super::words::{json, words};

/// The whole text, from the body of `/info`. `base` is the app's absolute address, `has_tools`
/// whether it speaks MCP.
pub(crate) fn llms(
    info: &Value,
    title: &str,
    description: &str,
    base: &str,
    has_tools: bool,
) -> String {
    let endpoints = Endpoint::all(info);
    let base = base.trim_end_matches('/');
    let summary = match description.trim() {
        "" => String::new(),
        text => format!("> {}\n\n", text.replace('\n', " ")),
    };
    let tools = if has_tools {
        format!(
            "- [Model Context Protocol]({base}/gradio_api/mcp/): the same functions as tools, over streamable HTTP\n"
        )
    } else {
        String::new()
    };
    let sections = each(&endpoints, |endpoint| section(endpoint, base));
    format!(
        "# {title}\n\n{summary}\
         An app at <{base}/> whose functions can be called by other programs. A call is two requests: a POST to \
         `{base}/gradio_api/call/<name>` with `{{\"data\": […]}}`, one value per parameter in their order, answers with an \
         `event_id`; a GET of `{base}/gradio_api/call/<name>/<event_id>` streams what comes of it and ends with \
         `event: complete`, whose data is the list of results, or with `event: error`. A POST to \
         `{base}/gradio_api/call/v2/<name>` takes the parameters by their names instead, and those with a default may be left \
         out. The clients `gradio_client` (Python), `@gradio/client` (JavaScript) and `vetrina::client` (Rust) do the same.\n\n\
         A file is a value `{{\"path\": \"…\", \"meta\": {{\"_type\": \"gradio.FileData\"}}}}`: an http address, or what a \
         multipart POST of `files` to `{base}/gradio_api/upload` answers.\n\n\
         - [OpenAPI document]({base}/gradio_api/openapi.json): every way to call, with schemas\n\
         - [Parameters and results as JSON]({base}/gradio_api/info)\n{tools}\
         - [The page for people]({base}/?view=api)\n\n\
         {sections}"
    )
}

fn section(endpoint: &Endpoint, base: &str) -> String {
    let calls = [endpoint.example()];
    let description = match endpoint.description() {
        "" => String::new(),
        text => format!("{text}\n\n"),
    };
    format!(
        "## /{name}\n\n{description}{parameters}{returns}\
         ```python\n{python}```\n\n```sh\n{curl}```\n\n",
        name = endpoint.name,
        parameters = list("Parameters", endpoint.parameters(), parameter),
        returns = list("Returns", endpoint.returns(), returned),
        python = snippets::python(base, &calls),
        curl = snippets::curl(base, &calls),
    )
}

fn list(title: &str, all: &[Value], line: fn(&Value) -> String) -> String {
    match all {
        [] => format!("{title}: none.\n\n"),
        all => format!("{title}:\n\n{}\n", each(all, line)),
    }
}

fn parameter(parameter: &Value) -> String {
    let name = parameter["parameter_name"].as_str().unwrap_or_default();
    let default = if parameter["parameter_has_default"] == true {
        format!("default `{}`", json(&parameter["parameter_default"]))
    } else {
        "required".to_owned()
    };
    line(name, parameter, &format!("; {default}"))
}

fn returned(value: &Value) -> String {
    line(value["label"].as_str().unwrap_or_default(), value, "")
}

fn line(name: &str, value: &Value, more: &str) -> String {
    let kind = words(&Schema::new(&value["type"]));
    let about = match about(value, name).replace('\n', " ") {
        text if text.is_empty() => text,
        text => format!(": {text}"),
    };
    format!("- `{name}` ({kind}{more}){about}\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn it_says_what_there_is() {
        let greet = json!({
            "parameters": [
                {"label": "name", "parameter_name": "name", "parameter_has_default": false,
                 "type": {"type": "string"}, "example_input": "Ada", "description": "Whom to greet."},
                {"label": "times", "parameter_name": "times", "parameter_has_default": true, "parameter_default": 2,
                 "type": {"type": "integer", "minimum": 1, "maximum": 10}},
            ],
            "returns": [{"label": "greeting", "type": {"type": "string"}}],
            "description": "Greets somebody.",
        });
        let info = json!({"named_endpoints": {"/greet": greet, "/quiet": {"parameters": [], "returns": []}}});
        let text = llms(&info, "Greeter", "Says\nhello.", "http://h:1/app/", true);
        for part in [
            "# Greeter\n\n> Says hello.\n\n",
            "## /greet\n\nGreets somebody.\n\nParameters:\n\n\
             - `name` (string; required): Whom to greet.\n\
             - `times` (integer, 1 to 10; default `2`)\n\n\
             Returns:\n\n- `greeting` (string)\n\n\
             ```python\nfrom gradio_client import Client\n",
            "Client(\"http://h:1/app/\")",
            "curl -fsS \"http://h:1/app/gradio_api/call/greet\"",
            "(http://h:1/app/gradio_api/openapi.json)",
            "(http://h:1/app/gradio_api/mcp/)",
            "## /quiet\n\nParameters: none.\n\nReturns: none.\n",
        ] {
            assert!(text.contains(part), "no {part} in\n{text}");
        }
        let text = llms(&info, "Greeter", "", "http://h:1/app/", false);
        assert!(!text.contains("/mcp/"), "{text}");
    }
}
