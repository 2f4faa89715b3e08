//! How programs that speak MCP are told of the app: its address, settings to paste, and what they find there.

use serde_json::{Value, json};

use crate::api::highlight::{Language, highlight};
use crate::api::snippets::each;
use crate::api::snippets::schema::Schema;

use super::html::{COPY, escape, prose};
use super::words::words;

/// A program that is told of a server, and how.
struct Client {
    id: &'static str,
    title: &'static str,
    /// Where the settings go.
    place: &'static str,
    settings: fn(&str, &str) -> (String, Language),
}

const CLIENTS: &[Client] = &[
    Client {
        id: "claude-code",
        title: "Claude Code",
        place: "any shell",
        settings: |name, url| {
            (
                format!("claude mcp add --transport http {name} '{url}'"),
                Language::Shell,
            )
        },
    },
    Client {
        id: "claude-desktop",
        title: "Claude Desktop",
        place: "<span class=\"mono\">claude_desktop_config.json</span>, with Node installed",
        settings: |name, url| {
            json(
                "mcpServers",
                name,
                &json!({"command": "npx", "args": ["-y", "mcp-remote", url]}),
            )
        },
    },
    Client {
        id: "cursor",
        title: "Cursor",
        place: "<span class=\"mono\">.cursor/mcp.json</span>",
        settings: |name, url| json("mcpServers", name, &json!({"url": url})),
    },
    Client {
        id: "vscode",
        title: "VS Code",
        place: "<span class=\"mono\">.vscode/mcp.json</span>",
        settings: |name, url| json("servers", name, &json!({"type": "http", "url": url})),
    },
    Client {
        id: "cline",
        title: "Cline",
        place: "<span class=\"mono\">cline_mcp_settings.json</span>",
        settings: |name, url| {
            json(
                "mcpServers",
                name,
                &json!({"type": "streamableHttp", "url": url, "disabled": false}),
            )
        },
    },
    Client {
        id: "gemini",
        title: "Gemini CLI",
        place: "<span class=\"mono\">~/.gemini/settings.json</span>",
        settings: |name, url| json("mcpServers", name, &json!({"httpUrl": url})),
    },
    Client {
        id: "sse",
        title: "Older ones",
        place: "clients that know only the transport by SSE",
        settings: |name, url| {
            let (url, query) = url
                .split_once('?')
                .map_or((url, None), |(url, query)| (url, Some(query)));
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            json(
                "mcpServers",
                name,
                &json!({"url": format!("{url}sse{query}")}),
            )
        },
    },
];

fn json(key: &str, name: &str, settings: &Value) -> (String, Language) {
    let settings = json!({key: {name: settings}});
    let text = serde_json::to_string_pretty(&settings).unwrap_or_default();
    (text, Language::Json)
}

/// The section, from what `/mcp/schema` lists. `base` is the app's address with a slash at the end.
pub(crate) fn section(title: &str, base: &str, offered: &[Value]) -> String {
    let url = format!("{base}gradio_api/mcp/");
    let name = server_name(title);
    let of = |kind: &str| {
        offered
            .iter()
            .filter(move |it| it["meta"]["mcp_type"] == kind)
            .collect::<Vec<_>>()
    };
    let (tools, resources, prompts) = (of("tool"), of("resource"), of("prompt"));
    format!(
        "<section class=\"panel column mcp\" id=\"mcp\" aria-labelledby=\"mcp-title\">\n\
         <div class=\"section-head\"><h2 id=\"mcp-title\">Use via MCP</h2><span class=\"count\">{count}</span></div>\n\
         <p class=\"muted\">Assistants and editors that speak the Model Context Protocol find the functions of this app at one address.</p>\n\
         {address}{clients}{tools}{resources}{prompts}</section>\n",
        count = counted(tools.len(), resources.len(), prompts.len()),
        address = figure(
            "address",
            "Address",
            "streamable HTTP",
            &url,
            Language::Shell,
            " data-mcp-url"
        ),
        clients = clients(&name, &url),
        tools = list("Tools", &tools, tools.len() > 1),
        resources = list("Resources", &resources, false),
        prompts = list("Prompts", &prompts, false),
    )
}

fn counted(tools: usize, resources: usize, prompts: usize) -> String {
    let all = [
        (tools, "tool"),
        (resources, "resource"),
        (prompts, "prompt"),
    ];
    let said = all
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| {
            let plural = if *count == 1 { "" } else { "s" };
            format!("{count} {noun}{plural}")
        });
    said.collect::<Vec<_>>().join(" · ")
}

/// A name for the settings of others: short, plain, never empty.
fn server_name(title: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let name: String = title.chars().map(plain).collect();
    let parts: Vec<&str> = name.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        "app".into()
    } else {
        parts.join("-")
    }
}

fn clients(name: &str, url: &str) -> String {
    let tabs = each(CLIENTS.iter().enumerate(), |(place, client)| {
        let checked = if place == 0 { " checked" } else { "" };
        format!(
            "<label class=\"tab\"><input class=\"sr-only\" type=\"radio\" name=\"mcp-client\" value=\"{}\" autocomplete=\"off\"{checked}>{}</label>",
            client.id, client.title,
        )
    });
    let figures = each(CLIENTS, |client| {
        let (text, language) = (client.settings)(name, url);
        figure(client.id, client.title, client.place, &text, language, "")
    });
    format!(
        "<div class=\"clients\"><fieldset class=\"tabs\"><legend class=\"sr-only\">Client</legend>{tabs}</fieldset>\n{figures}</div>\n"
    )
}

fn figure(
    id: &str,
    title: &str,
    about: &str,
    text: &str,
    language: Language,
    mark: &str,
) -> String {
    let label = format!("{title} for MCP");
    format!(
        "<figure class=\"code\" data-client=\"{id}\"{mark}><figcaption class=\"code-head\"><span>{about}</span>\
         <button type=\"button\" class=\"button quiet small icon-only needs-script\" data-copy aria-label=\"Copy {label}\">{COPY}</button></figcaption>\
         <pre tabindex=\"0\" role=\"group\" aria-label=\"{label}\"><code>{code}</code></pre></figure>\n",
        code = highlight(text, language),
    )
}

fn list(title: &str, all: &[&Value], is_chosen: bool) -> String {
    if all.is_empty() {
        return String::new();
    }
    let hint = if is_chosen {
        "<span class=\"count needs-script\">Only those that are ticked are offered at the address above.</span>"
    } else {
        ""
    };
    let items = each(all, |item| one(item, is_chosen));
    format!(
        "<div><div class=\"section-head\"><h3>{title}</h3>{hint}</div>\n<ul class=\"offered\">\n{items}</ul></div>\n"
    )
}

fn one(item: &Value, is_chosen: bool) -> String {
    let text = |key: &str| item[key].as_str().unwrap_or_default();
    let name = escape(text("name"));
    let tick = if is_chosen {
        format!(
            "<label class=\"tick needs-script\"><input type=\"checkbox\" name=\"mcp-tool\" value=\"{name}\" checked autocomplete=\"off\"><span class=\"sr-only\">Offer {name}</span></label>"
        )
    } else {
        String::new()
    };
    let about = match text("description") {
        "" => String::new(),
        about => format!("<p class=\"muted\">{}</p>", prose(about)),
    };
    format!(
        "<li data-offered=\"{name}\">{tick}<div><h4 class=\"mono\">{name}</h4>{uri}{about}{parameters}</div></li>\n",
        uri = item["meta"]["uri"]
            .as_str()
            .map_or_else(String::new, |uri| format!(
                "<p><code>{}</code></p>",
                escape(uri)
            )),
        parameters = parameters(&item["inputSchema"]),
    )
}

fn parameters(schema: &Value) -> String {
    let Some(all) = schema["properties"]
        .as_object()
        .filter(|all| !all.is_empty())
    else {
        return String::new();
    };
    let required = |name: &str| {
        let all = schema["required"].as_array();
        all.is_some_and(|all| all.iter().any(|it| it == name))
    };
    let rows = each(all, |(name, schema)| {
        let is_file = schema["format"]
            .as_str()
            .is_some_and(|it| it.contains("File Input"));
        let kind = if is_file {
            "address of a file".into()
        } else {
            words(&Schema::new(schema))
        };
        let mark = if required(name) {
            "<span class=\"badge verb\">required</span>"
        } else {
            ""
        };
        let about = schema["description"]
            .as_str()
            .map(prose)
            .unwrap_or_default();
        format!(
            "<dt><code>{}</code> <span class=\"muted\">{}</span> {mark}</dt><dd>{about}</dd>\n",
            escape(name),
            escape(&kind),
        )
    });
    format!("<dl class=\"arguments\">{rows}</dl>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_json_that_names_the_address() {
        for client in CLIENTS.iter().skip(1) {
            let (text, _) = (client.settings)("my-app", "http://h/x/gradio_api/mcp/?tools=a");
            let settings: Value = serde_json::from_str(&text).expect(client.id);
            assert!(
                settings.to_string().contains("http://h/x/gradio_api/mcp/"),
                "{text}"
            );
            assert!(text.contains("tools=a"), "{text}");
        }
    }

    #[test]
    fn everything_is_listed_and_escaped() {
        let tool = json!({
            "name": "count", "description": "Counts <b>.",
            "inputSchema": {"properties": {"word": {"type": "string", "description": "Where."}}, "required": ["word"]},
            "meta": {"mcp_type": "tool"},
        });
        let html = section("A \"b\"", "http://h/", &[tool]);
        for part in [
            "1 tool<",
            "Counts &lt;b&gt;.",
            "claude mcp add",
            "data-offered=\"count\"",
            "required",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert_eq!(server_name("A \"b\""), "a-b");
        assert_eq!(server_name("…"), "app");
    }
}
