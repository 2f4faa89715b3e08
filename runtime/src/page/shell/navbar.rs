//! The bar that leads to the other pages of an app.

use serde_json::Value;

use super::{Page, config::Config, config::Node, frame, markup::Markup};

/// A link of the bar.
struct Link<'a> {
    name: &'a str,
    address: String,
    hidden: bool,
}

/// The component that says what the bar of this page shows, if there is one.
fn own<'a>(config: &Config<'a>) -> Option<Node<'a>> {
    config.all().into_iter().find(|node| node.kind == "navbar")
}

/// Whether this page has a bar.
pub(super) fn is_there(config: &Config<'_>) -> bool {
    own(config).is_some() || config.pages().filter(|(.., shown)| *shown).count() > 1
}

pub(super) fn draw(out: &mut Markup, config: &Config<'_>, page: &Page<'_>) {
    if !is_there(config) {
        return;
    }
    let own = own(config);
    let tag = if own.is_some() { "v-navbar" } else { "div" };
    out.raw("<").raw(tag);
    match &own {
        Some(node) => frame::identity(out, node, "navbar"),
        None => {
            out.attr("class", "navbar");
        }
    }
    out.raw("><nav")
        .attr("aria-label", page.language.say("Pages"))
        .raw(">\n");
    for Link {
        name,
        address,
        hidden,
    } in links(config, own.as_ref(), page.base)
    {
        let leads_here = path_of(&address, page.base) == config.path();
        out.raw("<a").attr("href", &address);
        if address.contains("://") {
            out.raw(" target=\"_blank\" rel=\"noopener\"");
        }
        out.maybe("aria-current", leads_here.then_some("page"));
        out.flag("hidden", hidden).raw(">").text(name).raw("</a>\n");
    }
    out.raw("</nav></").raw(tag).raw(">\n");
}

fn links<'a>(config: &Config<'a>, own: Option<&Node<'a>>, base: &str) -> Vec<Link<'a>> {
    let mut links: Vec<Link<'a>> = Vec::new();
    for (path, name, shown) in config.pages() {
        let mut link = Link {
            name,
            address: address(path, base),
            hidden: !shown,
        };
        // The first of them stays in the document: the script of the page finds the root by it.
        if links.is_empty() {
            match own.map(|node| &node.props["main_page_name"]) {
                Some(Value::String(name)) => link.name = name,
                Some(_) => link.hidden = true,
                None => {}
            }
        } else if !shown {
            continue;
        }
        links.push(link);
    }
    let more = own.into_iter().flat_map(|node| node.list("value"));
    links.extend(more.filter_map(|link| {
        Some(Link {
            name: link[0].as_str()?,
            address: address(link[1].as_str()?, base),
            hidden: false,
        })
    }));
    links
}

/// Paths begin at the root of the app.
fn address(path: &str, base: &str) -> String {
    let root = if base.is_empty() { "./" } else { base };
    match path.trim_start_matches('/') {
        other if other.contains(':') => other.to_owned(),
        path => format!("{root}{path}"),
    }
}

/// The path that an address leads to.
fn path_of<'a>(address: &'a str, base: &str) -> &'a str {
    let root = if base.is_empty() { "./" } else { base };
    let path = address.strip_prefix(root).unwrap_or(address);
    path.split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_end_matches('/')
}
