//! `cargo vetrina new stars --template Slider` begins a crate with a component of one's own.

mod template;
mod write;

use std::{path::PathBuf, process::ExitCode};

use template::Template;

const USAGE: &str = "\
Begins a crate with a component of one's own for Vetrina.

cargo vetrina new NAME [--template COMPONENT] [--vetrina PATH]

  NAME        the crate and the folder it gets: stars
  --template  the component to begin from; Textbox unless said otherwise
  --vetrina   the folder of the crate `vetrina`, for work on both

Components to begin from:
";

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    // Cargo says its subcommand once more.
    if arguments.first().is_some_and(|first| first == "vetrina") {
        arguments.remove(0);
    }
    let asks = |it: &String| matches!(it.as_str(), "help" | "--help" | "-h");
    if arguments.iter().any(asks) {
        println!("{}", usage());
        return ExitCode::SUCCESS;
    }
    match Asked::read(&arguments).and_then(|asked| write::all(&asked)) {
        Ok(folder) => {
            let folder = folder.display();
            println!("{folder} is begun. Look at it: cd {folder} && cargo run --example demo");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// What was asked for.
#[derive(Debug)]
struct Asked {
    /// Where the crate goes; its last part is its name.
    folder: PathBuf,
    /// `stars`.
    name: String,
    template: &'static Template,
    /// The crate `vetrina` on this disk, in place of the published one.
    vetrina: Option<PathBuf>,
}

impl Asked {
    fn read(arguments: &[String]) -> Result<Self, String> {
        let mut given = arguments.iter();
        if given.next().map(String::as_str) != Some("new") {
            return Err(usage());
        }
        let folder = PathBuf::from(given.next().ok_or_else(usage)?);
        let (mut template, mut vetrina) = (Template::named("Textbox")?, None);
        while let Some(option) = given.next() {
            let value = given
                .next()
                .ok_or_else(|| format!("{option} needs a value"))?;
            match option.as_str() {
                "--template" => template = Template::named(value)?,
                "--vetrina" => vetrina = Some(PathBuf::from(value)),
                other => return Err(format!("there is no option {other}\n\n{}", usage())),
            }
        }
        let name = folder.file_name().and_then(|name| name.to_str());
        let name = name.unwrap_or_default().to_owned();
        let mut letters = name.chars();
        let fits = letters
            .next()
            .is_some_and(|first| first.is_ascii_lowercase())
            && letters.all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_');
        if !fits {
            return Err(format!(
                "`{name}` cannot name a component: small letters, digits and `_`, as in `star_rating`"
            ));
        }
        Ok(Self {
            folder,
            name,
            template,
            vetrina,
        })
    }
}

fn usage() -> String {
    format!("{USAGE}{}", template::listed())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Asked, String> {
        let arguments: Vec<String> = line.split(' ').map(Into::into).collect();
        Asked::read(&arguments)
    }

    #[test]
    fn what_is_asked_is_understood() {
        let asked = read("new some/star_rating --template Slider --vetrina ../runtime").unwrap();
        assert_eq!(asked.name, "star_rating");
        assert_eq!(asked.template.name, "Slider");
        assert_eq!(asked.vetrina, Some("../runtime".into()));
        assert_eq!(read("new stars").unwrap().template.name, "Textbox");
    }

    #[test]
    fn mistakes_are_told_with_the_mend() {
        for (line, why) in [
            ("make stars", "cargo vetrina new NAME"),
            ("new", "cargo vetrina new NAME"),
            ("new Stars", "small letters, digits and `_`"),
            ("new stars --template Slide", "there is no template `Slide`"),
            ("new stars --template", "--template needs a value"),
            ("new stars --colour red", "there is no option --colour"),
        ] {
            let told = read(line).unwrap_err();
            assert!(told.contains(why), "{told}");
        }
    }
}
