//! Settings from the environment: `VETRINA_*`, then `GRADIO_*`.

use std::path::PathBuf;

use super::StartError;
use crate::{examples::Settings, flagging::FlaggingMode};

fn read(name: &str) -> Option<(String, String)> {
    [format!("VETRINA_{name}"), format!("GRADIO_{name}")]
        .into_iter()
        .find_map(|variable| {
            let value = std::env::var(&variable)
                .ok()
                .filter(|value| !value.is_empty())?;
            Some((variable, value))
        })
}

/// `…_ROOT_PATH`
pub(super) fn root_path() -> Option<String> {
    read("ROOT_PATH").map(|(_, value)| value)
}

/// `…_SERVER_NAME`
pub(super) fn server_name() -> Option<String> {
    read("SERVER_NAME").map(|(_, value)| value)
}

/// `…_SERVER_PORT`
pub(super) fn server_port() -> Result<Option<u16>, StartError> {
    number("SERVER_PORT", "a port, from 0 to 65535")
}

/// `…_MCP_SERVER`
#[cfg(feature = "mcp")]
pub(super) fn mcp_server() -> Option<bool> {
    let (_, value) = read("MCP_SERVER")?;
    Some(is_true(&value))
}

/// `…_MCP_SERVER` cannot be had without the feature.
#[cfg(not(feature = "mcp"))]
pub(super) fn no_mcp_server() -> Result<(), StartError> {
    match read("MCP_SERVER") {
        Some((name, value)) if is_true(&value) => Err(StartError::Setting {
            name,
            value,
            expected: "`false`, as this program was built without the feature `mcp` of vetrina",
        }),
        _ => Ok(()),
    }
}

fn is_true(value: &str) -> bool {
    matches!(value.to_ascii_lowercase().as_str(), "true" | "1")
}

/// `…_NUM_PORTS`: how many ports are tried from the first one on.
pub(super) fn num_ports() -> Result<Option<u16>, StartError> {
    number("NUM_PORTS", "how many ports to try")
}

/// `…_DEFAULT_CONCURRENCY_LIMIT`, where `none` stands for no limit; without it `limit` stays.
pub(super) fn default_concurrency(limit: &mut Option<usize>) -> Result<(), StartError> {
    const NAME: &str = "DEFAULT_CONCURRENCY_LIMIT";
    if read(NAME).is_some_and(|(_, value)| value.eq_ignore_ascii_case("none")) {
        *limit = None;
    } else if let Some(given) = number(NAME, "a number of calls, or `none`")? {
        *limit = Some(given);
    }
    Ok(())
}

/// `…_CACHE_EXAMPLES`, `…_CACHE_MODE`, `…_EXAMPLES_CACHE`, `…_RESET_EXAMPLES_CACHE`: whether, when
/// and where the results of examples are kept, and whether they are made anew.
pub(super) fn examples() -> Result<Settings, StartError> {
    let folder = read("EXAMPLES_CACHE").map(|(_, folder)| PathBuf::from(folder));
    let cache = choice(
        "CACHE_EXAMPLES",
        &["false", "true", "lazy"],
        "`true`, `false` or `lazy`",
    )?;
    let mode = choice("CACHE_MODE", &["eager", "lazy"], "`eager` or `lazy`")?;
    let reset = choice(
        "RESET_EXAMPLES_CACHE",
        &["false", "true"],
        "`true` or `false`",
    )?;
    Ok(Settings {
        cache: cache.is_some_and(|it| it > 0),
        lazy: cache == Some(2) || mode == Some(1),
        folder: folder.unwrap_or_else(|| PathBuf::from(".vetrina/cached_examples")),
        reset: reset == Some(1),
    })
}

/// `…_FLAGGING_MODE`: when runs are written down where nobody says so.
pub(super) fn flagging_mode() -> Result<FlaggingMode, StartError> {
    let words = ["never", "manual", "auto"];
    let given = choice("FLAGGING_MODE", &words, "`never`, `manual` or `auto`")?;
    Ok(match given {
        Some(1) => FlaggingMode::Manual,
        Some(2) => FlaggingMode::Auto,
        _ => FlaggingMode::Never,
    })
}

/// The place of the word that was given among those that may be.
fn choice(name: &str, words: &[&str], expected: &'static str) -> Result<Option<usize>, StartError> {
    let Some((name, value)) = read(name) else {
        return Ok(None);
    };
    let is_meant = |word: &str| value.trim().eq_ignore_ascii_case(word);
    match words.iter().position(|word| is_meant(word)) {
        Some(place) => Ok(Some(place)),
        None => Err(StartError::Setting {
            name,
            value,
            expected,
        }),
    }
}

fn number<T: std::str::FromStr>(
    name: &str,
    expected: &'static str,
) -> Result<Option<T>, StartError> {
    let Some((name, value)) = read(name) else {
        return Ok(None);
    };
    match value.trim().parse() {
        Ok(number) => Ok(Some(number)),
        Err(_) => Err(StartError::Setting {
            name,
            value,
            expected,
        }),
    }
}
