//! Writes the crate.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::Asked;

/// The name in the templates, as a module, a type and an element have it.
const MODULE: &str = "my_component";
const TYPE: &str = "MyComponent";

/// Writes all files and gives the folder.
pub(crate) fn all(asked: &Asked) -> Result<PathBuf, String> {
    let folder = &asked.folder;
    if folder.exists() {
        return Err(format!("{} is there already", folder.display()));
    }
    let block = asked.template.is_block();
    let choose = |field: &'static str, other: &'static str| if block { other } else { field };
    let source = choose(
        include_str!("../templates/field.rs"),
        include_str!("../templates/group.rs"),
    );
    let demo = choose(
        include_str!("../templates/field_demo.rs"),
        include_str!("../templates/group_demo.rs"),
    );
    for (path, text) in [
        ("Cargo.toml", include_str!("../templates/Cargo.toml.txt")),
        ("README.md", include_str!("../templates/README.md")),
        ("src/lib.rs", source),
        ("src/my_component.js", asked.template.script),
        ("src/my_component.css", asked.template.styles),
        ("examples/demo.rs", demo),
    ] {
        let path = folder.join(path.replace(MODULE, &asked.name));
        put(&path, &filled(text, asked)?)
            .map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    }
    Ok(folder.clone())
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn filled(text: &str, asked: &Asked) -> Result<String, String> {
    let template = asked.template;
    Ok(text
        .replace("{vetrina}", &dependency(asked.vetrina.as_deref())?)
        .replace("{template}", template.name)
        .replace("{kind}", template.kind)
        .replace("{model}", template.model)
        .replace("{props}\n", template.props)
        .replace("{payload}", template.examples[0])
        .replace("{value}", template.examples[1])
        .replace(MODULE, &asked.name)
        .replace(TYPE, &in_camels(&asked.name)))
}

/// How the crate names `vetrina`.
fn dependency(folder: Option<&Path>) -> Result<String, String> {
    let Some(folder) = folder else {
        return Ok(format!("\"{}\"", env!("CARGO_PKG_VERSION")));
    };
    let folder = folder
        .canonicalize()
        .map_err(|error| format!("{} cannot be found: {error}", folder.display()))?;
    // A quote in a path would end the text.
    let folder = folder.display().to_string().escape_default().to_string();
    Ok(format!("{{ path = \"{folder}\" }}"))
}

/// `star_rating` is `StarRating`.
fn in_camels(name: &str) -> String {
    let parts = name.split('_').map(|part| {
        let mut letters = part.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_named_like_types() {
        assert_eq!(in_camels("stars"), "Stars");
        assert_eq!(in_camels("star_rating_2"), "StarRating2");
    }
}
