//! Files on their way through: each app has its own store, and neither trusts the other's paths.

use serde_json::{Value, json};

use crate::{
    Error,
    client::{Remote, RemoteFile, Upload},
    endpoint::Ctx,
    file::FileData,
};

/// Puts an upload into the place of each file that this app was sent.
pub(super) fn to_there(value: &mut Value) -> Result<(), String> {
    each(value, &mut |file| {
        // Only a file of this app's own store can be read from JSON.
        let own = serde_json::from_value::<FileData>(file.take());
        let own = own.map_err(|error| error.to_string())?;
        *file = serde_json::to_value(Upload::from(&own)).map_err(|error| error.to_string())?;
        Ok(())
    })
}

/// Takes over each file that the other app gave.
pub(super) async fn from_there(
    value: &mut Value,
    remote: &Remote,
    ctx: Option<&Ctx>,
) -> Result<(), Error> {
    let mut found = Vec::new();
    each(value, &mut |file| {
        found.push(file.take());
        Ok(())
    })
    .map_err(Error::new)?;
    let mut own = Vec::with_capacity(found.len());
    for file in found {
        let theirs: RemoteFile = remote.read(&file)?;
        let file = theirs.fetch().await?;
        let write = || serde_json::to_value(&file);
        let written = match ctx {
            Some(ctx) => ctx.sending(write),
            None => write(),
        };
        own.push(written.map_err(|error| Error::new(error.to_string()))?);
    }
    let mut own = own.into_iter();
    each(value, &mut |file| {
        *file = own.next().unwrap_or_default();
        Ok(())
    })
    .map_err(Error::new)
}

/// Does `work` for each file in `value`. A place that held one is found again by a mark.
fn each(
    value: &mut Value,
    work: &mut dyn FnMut(&mut Value) -> Result<(), String>,
) -> Result<(), String> {
    if is_file(value) {
        work(value)?;
        if value.is_null() {
            *value = json!({"meta": {"_type": FILE}, "path": ""});
        }
        return Ok(());
    }
    match value {
        Value::Array(all) => all.iter_mut().try_for_each(|value| each(value, work)),
        Value::Object(all) => all.values_mut().try_for_each(|value| each(value, work)),
        _ => Ok(()),
    }
}

const FILE: &str = "gradio.FileData";

fn is_file(value: &Value) -> bool {
    value.get("path").is_some_and(Value::is_string) && value["meta"]["_type"] == FILE
}
