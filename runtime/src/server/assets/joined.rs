//! Modules that are always asked for together, as one: each file is a request, and they are small.
//!
//! They stay modules to those who import them: the import map of a page leads all their names to the one file, and it
//! gives what each of them gives.

use std::sync::Arc;

use super::asset::{Asset, resolved};

/// Modules that travel as one.
#[derive(Debug)]
pub(super) struct Group {
    /// The file that stands for them.
    pub(super) module: &'static str,
    /// In the order in which they import each other. Others may be imported by them too, and stay files of their own.
    pub(super) parts: &'static [&'static str],
}

pub(super) const GROUPS: &[Group] = &[
    Group {
        module: "api/api.js",
        parts: &[
            "api/address.js",
            "api/copy.js",
            "api/find.js",
            "api/mcp.js",
            "api/recorded.js",
            "api/json.js",
            "api/values.js",
            "api/try.js",
            "api/api.js",
        ],
    },
    Group {
        module: "core/page.js",
        parts: &[
            "core/status.js",
            "core/connection.js",
            "core/blocks.js",
            "core/scripts.js",
            "core/runs.js",
            "core/events.js",
            "core/app.js",
        ],
    },
    Group {
        module: "components/chatbot.js",
        parts: &[
            "components/chat/content.js",
            "components/chat/shown.js",
            "components/chat/talk.js",
            "components/chat/row.js",
            "components/chat/group.js",
            "components/chatbot.js",
        ],
    },
    Group {
        module: "components/code.js",
        parts: &[
            "components/code/languages.js",
            "components/code/highlighter.js",
            "components/code/typing.js",
            "components/code.js",
        ],
    },
    Group {
        module: "components/dataframe.js",
        parts: &[
            "components/dataframe/arrange.js",
            "components/dataframe/selection.js",
            "components/dataframe/sheet.js",
            "components/dataframe/heights.js",
            "components/dataframe/widths.js",
            "components/dataframe/grid.js",
            "components/dataframe/writing.js",
            "components/dataframe/menu.js",
            "components/dataframe/menus.js",
            "components/dataframe/keys.js",
            "components/dataframe/headers.js",
            "components/dataframe/cells.js",
            "components/dataframe/text.js",
            "components/dataframe/clip.js",
            "components/dataframe/editor.js",
            "components/dataframe/paging.js",
            "components/dataframe/pointers.js",
            "components/dataframe/tools.js",
            "components/dataframe/view.js",
            "components/dataframe.js",
        ],
    },
    // What every picture has.
    Group {
        module: "components/media/picture.js",
        parts: &[
            "components/media/pictures.js",
            "components/media/point.js",
            "components/media/source.js",
            "components/media/tools.js",
        ],
    },
    // What every sound has.
    Group {
        module: "components/media/listening.js",
        parts: &[
            "components/media/sound.js",
            "components/media/wave.js",
            "components/media/player.js",
        ],
    },
];

/// The file that a module is served in.
pub(super) fn home(path: &str) -> &str {
    let group = GROUPS.iter().find(|group| group.parts.contains(&path));
    group.map_or(path, |group| group.module)
}

/// One module, `path`, that does what `parts` do. An import stands on one line in each of them, and a name at the top
/// of one is that of no other.
pub(super) fn joined(path: &str, parts: &[Arc<Asset>]) -> String {
    let mut imports: Vec<(String, Vec<&str>)> = Vec::new();
    let (mut body, mut given) = (String::new(), Vec::new());
    for part in parts {
        for line in str::from_utf8(part.bytes()).unwrap_or_default().lines() {
            if let Some(import) = line.strip_prefix("import ") {
                let (names, from) = import.rsplit_once('"').map_or(("", ""), |(import, _)| {
                    import.rsplit_once('"').unwrap_or_default()
                });
                let from = resolved(&part.path, from);
                if home(&from) != path {
                    add(&mut imports, from, names);
                }
                continue;
            }
            let mut declared = line.strip_prefix("export ").unwrap_or(line);
            if let Some(default) = declared.strip_prefix("default ") {
                declared = default;
                given.extend(declared_name(declared).map(|name| format!("{name} as default")));
            } else if declared.len() < line.len() {
                given.extend(declared_name(declared).map(str::to_owned));
            }
            body.push_str(declared);
            body.push('\n');
        }
    }
    let up = "../".repeat(path.matches('/').count());
    let imports = imports.iter().map(|(from, names)| {
        if names.is_empty() {
            format!("import \"{up}{from}\";\n")
        } else {
            format!("import {{ {} }} from \"{up}{from}\";\n", names.join(", "))
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

    use super::{
        super::{Assets, FILES},
        *,
    };

    /// The file that stands for a group, as it is sent.
    fn text<'a>(assets: &'a Assets, group: &Group) -> &'a str {
        let file = assets.file(group.module).expect("it is there");
        str::from_utf8(file.bytes()).expect("it is text")
    }

    #[test]
    fn the_parts_import_one_file_less_each_and_give_what_they_gave() {
        let assets = Assets::load();
        for group in GROUPS {
            let text = text(&assets, group);
            for part in group.parts {
                assert_eq!(assets.url(part), assets.url(group.module));
                let file = part.rsplit('/').next().unwrap_or_default();
                assert!(
                    !text.contains(&format!("/{file}\"")),
                    "{part} in {}",
                    group.module
                );
            }
        }
        let page = text(&assets, &GROUPS[1]);
        assert!(page.starts_with("import { "), "{page}");
        let given = page.lines().last().expect("it ends");
        for name in ["toast", "post", "define", "scriptAt", "call", "listen"] {
            assert!(given.contains(&format!(" {name}")), "{name}: {given}");
        }
        let frame = assets.file("components/dataframe.js").expect("it is there");
        let frame = str::from_utf8(frame.bytes()).expect("it is text");
        assert!(frame.contains("Dataframe as default"), "{frame}");
    }

    /// A part as it stands in its file.
    fn source(part: &str) -> &'static str {
        let (_, bytes) = FILES
            .iter()
            .find(|(path, _)| *path == part)
            .expect("it is there");
        str::from_utf8(bytes).expect("it is text")
    }

    #[test]
    fn names_at_the_top_are_those_of_one_part() {
        for Group { module, parts } in GROUPS {
            let mut seen = HashSet::new();
            for line in parts.iter().flat_map(|part| source(part).lines()) {
                let line = line.strip_prefix("export ").unwrap_or(line);
                let line = line.strip_prefix("default ").unwrap_or(line);
                if let Some(name) = declared_name(line) {
                    assert!(
                        seen.insert(name),
                        "`{name}` stands at the top of two parts of {module}"
                    );
                }
            }
            assert!(seen.len() >= parts.len());
        }
    }

    #[test]
    fn what_is_imported_late_is_found_from_where_the_parts_come_to_stand() {
        for group in GROUPS {
            let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
            for part in group.parts {
                let late = source(part).contains("await import(\"");
                assert!(!late || folder(part) == folder(group.module), "{part}");
            }
        }
    }
}
