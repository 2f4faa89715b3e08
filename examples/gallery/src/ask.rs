//! What the command line asks for.

use crate::demos::{ALL, Demo};

/// What to do.
#[derive(Debug)]
pub(crate) enum Asked {
    /// Serve all demos behind the front page.
    Gallery,
    /// Serve one, alone.
    Demo(&'static Demo),
    /// Say something.
    Text(String),
}

const HELP: &str = "\
Serves the demos of Vetrina.

  cargo run              all of them, behind a front page
  cargo run -- <name>    one of them, alone
  cargo run -- --list    their names

VETRINA_SERVER_NAME and VETRINA_SERVER_PORT choose the address.";

/// Reads the arguments after the program's name.
///
/// # Errors
/// What is wrong with them, for the person who typed them.
pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Asked, String> {
    let arguments: Vec<_> = arguments.collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Ok(Asked::Gallery),
        ["--list" | "-l"] => Ok(Asked::Text(list())),
        ["--help" | "-h"] => Ok(Asked::Text(HELP.into())),
        [option] if option.starts_with('-') => {
            Err(format!("there is no option `{option}`\n\n{HELP}"))
        }
        [name] => Demo::named(name)
            .map(Asked::Demo)
            .ok_or_else(|| unknown(name)),
        [_, more, ..] => Err(format!("one name is enough: leave out `{more}`")),
    }
}

fn list() -> String {
    let widest = ALL
        .iter()
        .map(|demo| demo.name.len())
        .max()
        .unwrap_or_default();
    let lines = ALL
        .iter()
        .map(|demo| format!("{:widest$}  {}", demo.name, demo.about()));
    lines.collect::<Vec<_>>().join("\n")
}

fn unknown(name: &str) -> String {
    let near = similar(name);
    let mend = match near[..] {
        [] => "`--list` shows all names".to_owned(),
        _ => format!("did you mean `{}`?", near.join("`, `")),
    };
    format!("there is no demo `{name}`: {mend}")
}

/// The demos somebody may have meant, nearest first.
fn similar(name: &str) -> Vec<&'static str> {
    let meant = name
        .trim_end_matches(".rs")
        .to_lowercase()
        .replace(['-', ' '], "_");
    let mut near: Vec<_> = ALL
        .iter()
        .map(|demo| (distance(&meant, demo.name), demo.name))
        .filter(|(distance, name)| *distance <= 2 || !meant.is_empty() && name.contains(&meant))
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(_, name)| name).take(4).collect()
}

/// How many letters have to be put in, left out or changed.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut before = i;
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let changed = before + usize::from(letter != *other);
            before = row[j + 1];
            row[j + 1] = changed.min(before + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Result<Asked, String> {
        read(arguments.iter().map(ToString::to_string))
    }

    #[test]
    fn one_demo_is_asked_for_by_its_name() {
        assert!(matches!(asked(&[]), Ok(Asked::Gallery)));
        assert!(matches!(asked(&["iris"]), Ok(Asked::Demo(demo)) if demo.name == "iris"));
    }

    #[test]
    fn a_wrong_name_is_answered_with_near_ones() {
        let text = asked(&["helo-world"]).unwrap_err();
        assert_eq!(
            text,
            "there is no demo `helo-world`: did you mean `hello_world`?"
        );
        let text = asked(&["calculator_"]).unwrap_err();
        assert_eq!(
            text,
            "there is no demo `calculator_`: did you mean `calculator`, `calculator_live`, `calculator_blocks`, `calculator_blocks_cached`?"
        );
        assert_eq!(
            asked(&["xyz"]).unwrap_err(),
            "there is no demo `xyz`: `--list` shows all names"
        );
        assert!(asked(&["--lst"]).unwrap_err().contains("--list"));
        assert!(
            asked(&["iris", "no_input"])
                .unwrap_err()
                .contains("leave out `no_input`")
        );
    }

    #[test]
    fn the_list_names_every_demo_once() {
        let Ok(Asked::Text(text)) = asked(&["--list"]) else {
            panic!("no list")
        };
        let names: Vec<_> = text
            .lines()
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        assert_eq!(names, ALL.iter().map(|demo| demo.name).collect::<Vec<_>>());
    }
}
