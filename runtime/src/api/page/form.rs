//! *Try it*: a form with a native field per parameter. The script sends what the shell snippet sends and shows the exchange.

use serde_json::Value;

use crate::api::highlight::{Language, highlight};
use crate::api::snippets::schema::{Kind, Schema};
use crate::api::snippets::value;
use crate::api::snippets::{self, each};

use super::endpoint::Endpoint;
use super::html::{CHEVRON, encode, escape, prose};
use super::words::json;

pub(super) fn try_it(endpoint: &Endpoint, base: &str) -> String {
    let index = endpoint.index;
    let path = format!("gradio_api/call/{}", encode(endpoint.name));
    let fields = each(
        endpoint.parameters().iter().enumerate(),
        |(at, parameter)| Field::new(parameter, format!("try-{index}-{at}")).html(),
    );
    format!(
        "<section class=\"panel column try\" aria-label=\"Try /{name}\">\n\
         <div class=\"section-head\"><h3>Try it</h3><span class=\"count\">Runs on this server and waits its turn in the queue</span></div>\n\
         <noscript><p class=\"muted\">Sending from this page needs JavaScript. The programs above do not need this page.</p></noscript>\n\
         <div class=\"row wide-gap needs-script\">\n\
         <form class=\"column\" data-path=\"{path}\" aria-label=\"Arguments of /{name}\">\n{fields}\
         <div class=\"actions\"><button type=\"submit\" class=\"button primary\">Send</button>\
         <button type=\"button\" class=\"button stop\" data-stop hidden>Stop</button></div>\n</form>\n{exchange}</div>\n</section>\n",
        name = escape(endpoint.name),
        exchange = exchange(endpoint, base, &path),
    )
}

fn exchange(endpoint: &Endpoint, base: &str, path: &str) -> String {
    let body = snippets::body(base, &endpoint.example());
    let name = escape(endpoint.name);
    format!(
        "<div class=\"column exchange\">\n\
         <div class=\"block\"><div class=\"block-head\"><span class=\"block-title\">Request</span></div>\
         <div class=\"code\"><pre tabindex=\"0\" role=\"group\" aria-label=\"Request to /{name}\"><code data-request>\
         <span class=\"k\">POST</span> {path}\n{body}</code></pre></div></div>\n\
         <div class=\"block\"><div class=\"block-head\"><span class=\"block-title\">Answer</span>\
         <span role=\"status\" data-status></span><span class=\"count\" data-clock></span></div>\
         <div class=\"code\"><pre tabindex=\"0\" role=\"group\" aria-label=\"Answer of /{name}\"><code data-answer>\
         <span class=\"c\">Nothing sent yet.</span></code></pre></div></div>\n</div>\n",
        body = highlight(&body, Language::Json),
    )
}

/// One parameter as a block of the form. `data-kind` tells the script how to read it back.
struct Field<'a> {
    parameter: &'a Value,
    id: String,
    /// The schema without `null`, and whether `null` was there.
    schema: Schema<'a>,
    is_nullable: bool,
    value: Value,
}

impl<'a> Field<'a> {
    fn new(parameter: &'a Value, id: String) -> Self {
        let schema = Schema::new(&parameter["type"]);
        let inner = schema.or_null();
        let is_nullable = inner.is_some()
            || parameter["parameter_default"].is_null()
                && parameter["parameter_has_default"] == true;
        Self {
            parameter,
            id,
            schema: inner.unwrap_or(schema),
            is_nullable,
            value: value::shown(parameter),
        }
    }

    fn html(&self) -> String {
        match self.schema.kind() {
            Kind::Bool if !self.is_nullable => self.checkbox(),
            Kind::Bool => self.select(&[Value::Bool(true), Value::Bool(false)]),
            Kind::Enum(choices) => self.select(choices),
            Kind::Integer | Kind::Number => self.number(),
            Kind::Text if self.is_short_text() => self.text(),
            Kind::Text => self.area("text"),
            Kind::File | Kind::Image => self.files(false),
            Kind::List(Some(item)) => match item.kind() {
                Kind::Enum(choices) if !self.is_nullable => self.checkboxes(choices),
                Kind::File => self.files(true),
                _ => self.area("json"),
            },
            _ => self.area("json"),
        }
    }

    fn name(&self) -> String {
        escape(
            self.parameter["parameter_name"]
                .as_str()
                .unwrap_or_default(),
        )
    }

    /// The frame around a control that has one label.
    fn block(&self, kind: &str, control: &str) -> String {
        let (id, nullable) = (&self.id, self.nullable());
        let info = self.info();
        format!(
            "<div class=\"block\" data-kind=\"{kind}\" data-name=\"{name}\"{nullable}><label class=\"block-title mono\" for=\"{id}\">{name}</label>{info}{control}</div>\n",
            name = self.name(),
        )
    }

    fn nullable(&self) -> &'static str {
        if self.is_nullable {
            " data-nullable"
        } else {
            ""
        }
    }

    fn info(&self) -> String {
        let text = self.parameter["description"]
            .as_str()
            .map(str::trim)
            .unwrap_or_default();
        if text.is_empty() {
            String::new()
        } else {
            format!(
                "<p class=\"block-info\" id=\"{}-info\">{}</p>",
                self.id,
                prose(text)
            )
        }
    }

    /// The attributes that every control carries.
    fn attributes(&self) -> String {
        let described = if self.info().is_empty() {
            String::new()
        } else {
            format!(" aria-describedby=\"{}-info\"", self.id)
        };
        format!("id=\"{}\"{described} autocomplete=\"off\"", self.id)
    }

    /// A text that one line can hold. Line breaks do not survive in `<input>`.
    fn is_short_text(&self) -> bool {
        let is_prose = matches!(
            self.parameter["component"].as_str(),
            Some("Code" | "Markdown" | "Html")
        );
        !is_prose && !self.value.as_str().unwrap_or_default().contains('\n')
    }

    fn text(&self) -> String {
        let text = escape(self.value.as_str().unwrap_or_default());
        self.block(
            "text",
            &format!(
                "<input class=\"input\" {} value=\"{text}\">",
                self.attributes()
            ),
        )
    }

    fn number(&self) -> String {
        let is_integer = matches!(self.schema.kind(), Kind::Integer);
        let (least, most) = self.schema.bounds();
        let value = if self.value.is_number() {
            self.value.to_string()
        } else {
            String::new()
        };
        let control = format!(
            "<input class=\"input\" type=\"number\" {} value=\"{value}\" step=\"{step}\"{min}{max}{required}>",
            self.attributes(),
            step = if is_integer { "1" } else { "any" },
            min = least.map(|n| format!(" min=\"{n}\"")).unwrap_or_default(),
            max = most.map(|n| format!(" max=\"{n}\"")).unwrap_or_default(),
            required = if self.is_nullable { "" } else { " required" },
        );
        self.block("number", &control)
    }

    fn checkbox(&self) -> String {
        let checked = if self.value == true { " checked" } else { "" };
        format!(
            "<div class=\"block\" data-kind=\"bool\" data-name=\"{name}\"><label class=\"choice mono\"><input type=\"checkbox\" {attributes}{checked}> {name}</label>{info}</div>\n",
            attributes = self.attributes(),
            name = self.name(),
            info = self.info(),
        )
    }

    fn select(&self, choices: &[Value]) -> String {
        let null = self.is_nullable.then_some(&Value::Null);
        let options = each(null.into_iter().chain(choices), |choice| {
            self.option(choice)
        });
        self.block(
            "choice",
            &format!(
                "<div class=\"field\"><select {}>{options}</select>{CHEVRON}</div>",
                self.attributes()
            ),
        )
    }

    /// The value of an option is JSON, so that `1` and `"1"` stay apart.
    fn option(&self, choice: &Value) -> String {
        let selected = if *choice == self.value {
            " selected"
        } else {
            ""
        };
        format!(
            "<option value=\"{}\"{selected}>{}</option>",
            escape(&json(choice)),
            escape(&shown(choice))
        )
    }

    fn checkboxes(&self, choices: &[Value]) -> String {
        let chosen = self.value.as_array().map(Vec::as_slice).unwrap_or_default();
        let boxes = each(choices, |choice| {
            let checked = if chosen.contains(choice) {
                " checked"
            } else {
                ""
            };
            let (value, shown) = (escape(&json(choice)), escape(&shown(choice)));
            format!(
                "<label class=\"choice\"><input type=\"checkbox\" value=\"{value}\" autocomplete=\"off\"{checked}> {shown}</label>"
            )
        });
        format!(
            "<fieldset class=\"block\" data-kind=\"choices\" data-name=\"{name}\"><legend class=\"block-title mono\">{name}</legend>{info}<div class=\"choices\">{boxes}</div></fieldset>\n",
            name = self.name(),
            info = self.info(),
        )
    }

    fn area(&self, kind: &str) -> String {
        let text = match &self.value {
            Value::String(text) if kind == "text" => text.clone(),
            value => value::pretty(value),
        };
        // The parser eats one line break at the start of a `<textarea>`, so it gets one of its own.
        let mono = if kind == "json" { " mono" } else { "" };
        let control = format!(
            "<textarea class=\"input{mono}\" {} spellcheck=\"false\">\n{}</textarea>",
            self.attributes(),
            escape(&text)
        );
        self.block(kind, &control)
    }

    /// Without a file chosen the example goes out, which `data-value` keeps as JSON.
    fn files(&self, are_many: bool) -> String {
        let multiple = if are_many { " multiple" } else { "" };
        let control = format!(
            "<input class=\"input\" type=\"file\" {} data-value=\"{}\"{multiple}>",
            self.attributes(),
            escape(&self.value.to_string())
        );
        self.block(if are_many { "files" } else { "file" }, &control)
    }
}

/// A choice as a person reads it: without quotes.
fn shown(choice: &Value) -> String {
    choice
        .as_str()
        .map_or_else(|| choice.to_string(), str::to_owned)
}
