//! A part of a page as it is sent.

use serde_json::Value;

use super::{render::Site, shell};
use crate::{endpoint::Drawing, i18n::Language};

/// What a function drew.
#[derive(Debug)]
pub(super) struct Rendered {
    /// With the keys of the app's config, for clients.
    config: Value,
    /// Where the page is found.
    path: String,
}

impl Rendered {
    pub(super) fn new(config: Value, site: &Site) -> Self {
        let path = site.around.get().path(site.page);
        Self { config, path }
    }
}

impl Drawing for Rendered {
    fn config(&self) -> String {
        self.config.to_string()
    }

    fn for_page(&self, language: &Language) -> String {
        let config = language.translated(&self.config);
        shell::part(&config, &self.path, language).to_string()
    }
}
