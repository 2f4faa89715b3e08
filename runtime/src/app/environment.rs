//! Settings from the environment: `VETRINA_*`, then `GRADIO_*`.

use super::StartError;

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
    Some(matches!(value.to_ascii_lowercase().as_str(), "true" | "1"))
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
