//! `Navbar`: what the navigation bar of a page shows.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::{
    component,
    component::{Derived, Invalid, Postprocess, Preprocess},
};

/// Names and addresses.
type Links = Vec<(String, String)>;

/// The navigation bar of the page it stands on, wherever that is. An app of several pages has one
/// anyway; this changes it, and can do so again on events.
///
/// Its value is further links, as names and addresses: the path of a page of the app, or the
/// address of something else.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn dashboard(ui: &mut Ui) {
///     let links = [("About us", "https://example.org/about")];
///     let navbar = ui.add(Navbar::new(links).main_page_name("Dashboard"));
///     ui.add(Button::new("Hide")).click(|| Update(Navbar::default().visible(false)), (), &navbar);
/// }
///
/// #[page(path = "settings")]
/// fn settings(ui: &mut Ui) {
///     ui.markdown("# Settings");
/// }
/// ```
#[component(data_model = Option<Links>, events(change), manual(new))]
#[derive(Debug, Clone)]
pub struct Navbar {
    /// What the first page is called in it; `None` leaves that page out.
    #[prop(default = "Home")]
    pub main_page_name: MainPageName,
}

/// What the first page of an app is called in its navigation bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MainPageName {
    /// This.
    Named(String),
    /// Nothing: the bar does not lead there.
    LeftOut,
}

impl From<&str> for MainPageName {
    fn from(name: &str) -> Self {
        Self::Named(name.into())
    }
}

impl From<String> for MainPageName {
    fn from(name: String) -> Self {
        Self::Named(name)
    }
}

impl From<Option<String>> for MainPageName {
    fn from(name: Option<String>) -> Self {
        name.map_or(Self::LeftOut, Self::Named)
    }
}

impl Serialize for MainPageName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Named(name) => serializer.serialize_str(name),
            Self::LeftOut => serializer.serialize_bool(false),
        }
    }
}

impl Navbar {
    /// A bar with these further links.
    #[must_use]
    pub fn new<N: Into<String>, A: Into<String>>(links: impl IntoIterator<Item = (N, A)>) -> Self {
        let links = links.into_iter();
        let links: Links = links
            .map(|(name, address)| (name.into(), address.into()))
            .collect();
        Self::default().value(links)
    }

    fn api_info(&self) -> Value {
        json!({})
    }

    fn example_payload(&self) -> Value {
        json!([["Settings", "settings"]])
    }

    fn props(&self) -> Map<String, Value> {
        const SENT: [&str; 7] = [
            "value",
            "visible",
            "main_page_name",
            "elem_id",
            "elem_classes",
            "name",
            "_selectable",
        ];
        let mut props = Derived::props(self);
        props.retain(|name, _| SENT.contains(&name.as_str()));
        props
    }
}

impl Preprocess<Links> for Navbar {
    fn preprocess(&self, links: Option<Links>) -> Result<Links, Invalid> {
        Ok(links.unwrap_or_default())
    }
}

impl Postprocess<Links> for Navbar {
    fn postprocess(&self, links: Links) -> Result<Option<Links>, Invalid> {
        Ok(Some(links))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let navbar = Navbar::new([("About", "https://example.org")]).main_page_name(None);
        assert_eq!(
            Value::from(AnyComponent::props(&navbar)),
            json!({
                "value": [["About", "https://example.org"]], "visible": true, "main_page_name": false,
                "name": "navbar", "_selectable": false, "elem_classes": [],
            })
        );
        let named = AnyComponent::props(&Navbar::default());
        assert_eq!(named["main_page_name"], "Home");
    }

    #[test]
    fn links_go_in_and_out() {
        let links: Links = vec![("Two".into(), "two".into())];
        let navbar = Navbar::default();
        assert_eq!(shown(&navbar, links.clone()), json!([["Two", "two"]]));
        assert_eq!(read::<Links>(&navbar, r#"[["Two","two"]]"#), Ok(links));
        assert!(read::<Links>(&navbar, r#"[["Two"]]"#).is_err());
        assert_eq!(read::<Links>(&navbar, "null"), Ok(Vec::new()));
    }
}
