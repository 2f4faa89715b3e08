//! Modules that every page needs, as one: each file is a request, and they are small.
//!
//! They stay modules to those who import them: the import map of a page leads all their names to the one file, and it
//! gives what each of them gives.

use std::sync::Arc;

use super::asset::{Asset, resolved};

/// The parts in the order in which they import each other. Others may be imported by them too, and stay files of
/// their own.
pub(super) const PARTS: &[&str] = &[
    "core/status.js",
    "core/connection.js",
    "core/blocks.js",
    "core/scripts.js",
    "core/runs.js",
    "core/events.js",
    "core/app.js",
];

/// What they are joined to.
pub(super) const MODULE: &str = "core/page.js";

/// One module that does what `parts` do. An import stands on one line in each of them, and a name at the top of one is
/// that of no other.
pub(super) fn joined(parts: &[Arc<Asset>]) -> String {
    let mut imports: Vec<(String, Vec<&str>)> = Vec::new();
    let (mut body, mut given) = (String::new(), Vec::new());
    for part in parts {
        for line in str::from_utf8(part.bytes()).unwrap_or_default().lines() {
            if let Some(import) = line.strip_prefix("import ") {
                let (names, path) = import.rsplit_once('"').map_or(("", ""), |(import, _)| {
                    import.rsplit_once('"').unwrap_or_default()
                });
                let path = resolved(&part.path, path);
                if !PARTS.contains(&&*path) {
                    add(&mut imports, path, names);
                }
                continue;
            }
            let declared = line.strip_prefix("export ").unwrap_or(line);
            if declared.len() < line.len() {
                given.extend(declared_name(declared));
            }
            body.push_str(declared);
            body.push('\n');
        }
    }
    let imports = imports.iter().map(|(path, names)| {
        let path = path.trim_start_matches("core/");
        if names.is_empty() {
            format!("import \"./{path}\";\n")
        } else {
            format!("import {{ {} }} from \"./{path}\";\n", names.join(", "))
        }
    });
    let imports: String = imports.collect();
    format!("{imports}{body}export {{ {} }};\n", given.join(", "))
}

/// Adds the names between the braces of an import.
fn add<'a>(imports: &mut Vec<(String, Vec<&'a str>)>, path: String, names: &'a str) {
    let known = imports.iter().position(|(known, _)| *known == path);
    let place = known.unwrap_or_else(|| {
        imports.push((path, Vec::new()));
        imports.len() - 1
    });
    let names = names.trim_start_matches('{');
    let names = names.split('}').next().unwrap_or_default().split(',');
    for name in names.map(str::trim).filter(|name| !name.is_empty()) {
        if !imports[place].1.contains(&name) {
            imports[place].1.push(name);
        }
    }
}

/// What a line at the top of a module declares.
fn declared_name(line: &str) -> Option<&str> {
    let line = line.strip_prefix("async ").unwrap_or(line);
    let (kind, rest) = line.split_once([' ', '*'])?;
    let names = ["function", "class", "const", "let"].contains(&kind);
    let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$');
    names.then(|| name.into_iter().next()).flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{super::Assets, *};

    #[test]
    fn the_parts_import_one_file_less_each_and_give_what_they_gave() {
        let assets = Assets::load();
        let page = assets.file(MODULE).expect("it is there");
        let text = str::from_utf8(page.bytes()).expect("it is text");
        for part in PARTS {
            assert_eq!(assets.url(part), assets.url(MODULE));
            let file = part.trim_start_matches("core/");
            assert!(!text.contains(&format!("from \"./{file}\"")), "{part}");
        }
        assert!(text.starts_with("import { "), "{text}");
        let given = text.lines().last().expect("it ends");
        for name in ["toast", "post", "define", "scriptAt", "call", "listen"] {
            assert!(given.contains(&format!(" {name}")), "{name}: {given}");
        }
    }

    #[test]
    fn names_at_the_top_are_those_of_one_part() {
        let assets = Assets::load();
        let page = assets.file(MODULE).expect("it is there");
        let mut seen = HashSet::new();
        for line in str::from_utf8(page.bytes()).expect("it is text").lines() {
            if let Some(name) = declared_name(line) {
                assert!(seen.insert(name), "`{name}` stands at the top of two parts");
            }
        }
        assert!(seen.len() > 50);
    }
}
