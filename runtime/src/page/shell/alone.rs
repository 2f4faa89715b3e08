//! Blocks by themselves: what comes when the page is already there.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::{
    Page,
    config::Config,
    layout::{self, Place},
    markup::Markup,
    modules,
};
use crate::{i18n::Language, server::assets::Assets};

/// Blocks as a page that is there already adds them to itself; addresses are seen from the root of the app.
#[derive(Debug, Serialize)]
pub(crate) struct Alone {
    /// Each as its element will find it.
    html: Vec<String>,
    /// The modules of their kinds.
    modules: BTreeMap<String, String>,
    /// The style sheets that go with them.
    sheets: Vec<String>,
}

/// Draws these components as a page would, one by one.
pub(crate) fn alone(components: &[Value]) -> Alone {
    let children: Vec<_> = components
        .iter()
        .map(|it| json!({"id": it["id"]}))
        .collect();
    let json = json!({"components": components, "layout": {"children": children}});
    let config = Config::new(&json, "");
    let assets = Assets::current();
    let page = Page {
        path: "",
        assets: &assets,
        theme: None,
        base: "",
        language: &Language::default(),
    };
    let modules = modules::of(&config, &page);
    let html = config.top().map(|node| {
        let mut out = Markup::new(page.language);
        layout::draw(&mut out, &config, &node, Place::Column);
        out.finish()
    });
    let sheets = modules.sheets();
    let modules = modules.by_type().into_iter();
    Alone {
        html: html.collect(),
        sheets: sheets.into_iter().map(|sheet| assets.url(sheet)).collect(),
        modules: modules.map(|(kind, url)| (kind.to_owned(), url)).collect(),
    }
}
