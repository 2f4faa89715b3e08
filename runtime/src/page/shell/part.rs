//! A part of a page that a function drew, as the page takes it in.

use serde_json::{Value, json};

use super::{
    Page,
    config::Config,
    layout::{self, Place},
    markup::Markup,
    modules,
};
use crate::{i18n::Language, server::assets::Assets};

/// What the page needs to put the part in its place; addresses are seen from the root of the app.
pub(crate) fn part(json: &Value, path: &str, language: &Language) -> Value {
    let config = Config::new(json, path);
    let page = Page {
        path,
        assets: &Assets::current(),
        theme: None,
        base: "",
        language,
    };
    let modules = modules::of(&config, &page);
    let sheets: Vec<_> = modules
        .sheets()
        .into_iter()
        .map(|sheet| page.assets.url(sheet))
        .collect();
    let container = &json["layout"]["id"];
    let is_row = json["components"][0]["type"] == "row";
    let mut out = Markup::new(language);
    layout::part(
        &mut out,
        &config,
        if is_row { Place::Row } else { Place::Column },
    );
    let (components, dependencies) = config.of_part(container);
    json!({
        "render_id": json["render_id"],
        "container": container,
        "html": out.finish(),
        "components": components,
        "dependencies": dependencies,
        "modules": modules.by_type(),
        "sheets": sheets,
    })
}
