//! `/monitoring/<key>`: how the functions of an app do, for whoever runs it.
//!
//! The page is drawn here and asks for itself again, so it needs no script.

use std::{fmt::Write as _, sync::Arc};

use axum::{
    extract::{Path, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{
    Served,
    answer::{Detail, json_text},
    assets::Assets,
    own::style_url,
    pages::scheme,
    root,
};
use crate::{api::escape, page::Scheme, run::Summary};

/// The functions that were called by name, and how they did.
fn functions(app: &Served) -> impl Iterator<Item = (&str, Summary)> {
    let run = app.dependencies.iter().filter(|it| it.handler.is_some());
    run.map(|it| {
        let name = it.api_name.as_deref().unwrap_or(&it.function);
        (name, it.stats.summary())
    })
}

/// Whether `key` is the one of the app. Takes as long for any key.
fn is_known(app: &Served, key: &str) -> bool {
    let Some(own) = &app.monitoring else {
        return false;
    };
    let pairs = own.bytes().zip(key.bytes());
    own.len() == key.len() && pairs.fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

fn not_found() -> Response {
    Detail(StatusCode::NOT_FOUND, "Not Found".into()).into_response()
}

pub(super) async fn summary(State(app): State<Arc<Served>>, Path(key): Path<String>) -> Response {
    if !is_known(&app, &key) {
        return not_found();
    }
    let described = |(name, it): (&str, Summary)| {
        let [half, most, nearly_all] = match it.quantiles {
            Some(quantiles) => quantiles.map(|seconds| json!(seconds)),
            None => [Value::Null, Value::Null, Value::Null],
        };
        let told = json!({
            "total_requests": it.done + it.failed + it.cancelled + it.reused,
            "done": it.done,
            "failed": it.failed,
            "cancelled": it.cancelled,
            "from_cache": it.reused,
            "mean_seconds": it.mean,
            "process_time_percentiles": {"50th": half, "90th": most, "99th": nearly_all},
        });
        (name.to_owned(), told)
    };
    let functions: serde_json::Map<_, _> = functions(&app).map(described).collect();
    let waiting = app.engine.queue_size();
    json_text(json!({"queue_size": waiting, "functions": functions}).to_string())
}

pub(super) async fn page(
    State(app): State<Arc<Served>>,
    Path(key): Path<String>,
    request: Request,
) -> Response {
    if !is_known(&app, &key) {
        return not_found();
    }
    let (parts, _) = request.into_parts();
    let headers: [(HeaderName, HeaderValue); 4] = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        // The address is a secret.
        (
            header::REFERRER_POLICY,
            HeaderValue::from_static("no-referrer"),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(
                "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'",
            ),
        ),
    ];
    (headers, draw(&app, &parts)).into_response()
}

fn draw(app: &Served, parts: &Parts) -> String {
    let (assets, base) = (Assets::current(), root::to_root(parts));
    let theme = scheme(app, &parts.headers).map(Scheme::name);
    let class = theme.map_or_else(String::new, |theme| format!(" class=\"{theme}\""));
    let own = app.theme.css("").map_or_else(String::new, |css| {
        format!(
            "<link rel=\"stylesheet\" href=\"{base}{}\">\n",
            style_url(&css)
        )
    });
    let title = escape(&app.title);
    format!(
        "<!doctype html>\n<html lang=\"en\"{class}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"refresh\" content=\"5\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>Monitoring · {title}</title>\n\
         <link rel=\"stylesheet\" href=\"{base}{}\">\n{own}<link rel=\"stylesheet\" href=\"{base}{}\">\n\
         <link rel=\"stylesheet\" href=\"{base}{}\">\n<link rel=\"icon\" href=\"{base}favicon.ico\">\n</head>\n\
         <body class=\"gradio-container\">\n<main class=\"page\">\n<h1>{title}</h1>\n{}{}</main>\n</body>\n</html>\n",
        assets.styles(),
        assets.url("styles/site.css"),
        assets.url("api/monitoring.css"),
        totals(app),
        table(app),
    )
}

/// The numbers that are looked at first.
fn totals(app: &Served) -> String {
    let (mut done, mut failed) = (0, 0);
    for (_, it) in functions(app) {
        done += it.done + it.reused;
        failed += it.failed;
    }
    let ended = done + failed;
    let share = (done * 100).checked_div(ended);
    let share = share.map_or_else(|| "–".into(), |share| format!("{share} %"));
    let figures = [
        ("Waiting in the queue", app.engine.queue_size().to_string()),
        ("Calls that ended", ended.to_string()),
        ("Ended well", share),
    ];
    let mut html = String::from("<dl class=\"figures\">\n");
    for (name, figure) in figures {
        let _ = writeln!(html, "<div><dt>{name}</dt><dd>{figure}</dd></div>");
    }
    html + "</dl>\n"
}

fn table(app: &Served) -> String {
    let heads = [
        "Function",
        "Calls",
        "Failed",
        "Cancelled",
        "From cache",
        "Average",
        "50 % in",
        "90 % in",
        "99 % in",
    ];
    let mut html = String::from(
        "<div class=\"wide\" role=\"region\" aria-label=\"Functions\" tabindex=\"0\">\n<table class=\"calls\">\n<thead><tr>",
    );
    for head in heads {
        let _ = write!(html, "<th scope=\"col\">{head}</th>");
    }
    html += "</tr></thead>\n<tbody>\n";
    let mut all: Vec<_> = functions(app).collect();
    all.sort_by_key(|(_, it)| std::cmp::Reverse(it.done + it.failed + it.reused));
    for (name, it) in all {
        let times = it.quantiles.map_or([None; 3], |times| times.map(Some));
        let _ = write!(html, "<tr><th scope=\"row\">{}</th>", escape(name));
        for count in [
            it.done + it.failed + it.cancelled + it.reused,
            it.failed,
            it.cancelled,
            it.reused,
        ] {
            let _ = write!(html, "<td>{count}</td>");
        }
        for seconds in [it.mean, times[0], times[1], times[2]] {
            let _ = write!(
                html,
                "<td>{}</td>",
                seconds.map_or_else(|| "–".into(), time)
            );
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n</table>\n</div>\n<p class=\"note\">Brought up to date every 5 seconds. \
            <a href=\"?\" rel=\"nofollow\">Now</a></p>\n"
}

/// A time that is read at a glance.
fn time(seconds: f64) -> String {
    match seconds {
        ..0.001 => format!("{:.2} ms", seconds * 1_000.0),
        ..1.0 => format!("{:.0} ms", seconds * 1_000.0),
        ..60.0 => format!("{seconds:.1} s"),
        _ => format!("{:.1} min", seconds / 60.0),
    }
}
