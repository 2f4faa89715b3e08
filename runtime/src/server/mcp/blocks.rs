//! Parts of an answer in the words of the protocol.

use rmcp::model::{ContentBlock, PromptMessage, Resource, ResourceContents, Role};
use serde_json::Value;

use super::content::{self, Part};

/// A part as clients of that revision know it.
fn block(part: Part, version: &str) -> Vec<ContentBlock> {
    let block = match part {
        Part::Text(text) => ContentBlock::text(text),
        Part::Image {
            data,
            mime_type,
            url,
        } => {
            let address = ContentBlock::text(format!("Image URL: {url}"));
            return vec![ContentBlock::image(data, mime_type), address];
        }
        Part::Embedded {
            url,
            mime_type,
            text,
        } => ContentBlock::resource(ResourceContents::text(text, url).with_mime_type(mime_type)),
        Part::Audio { data, mime_type } if version >= "2025-03-26" => {
            ContentBlock::audio(data, mime_type)
        }
        Part::Audio { mime_type, .. } => ContentBlock::text(format!("A sound: {mime_type}")),
        Part::Link {
            url,
            name,
            mime_type,
            size,
        } if version >= "2025-06-18" => {
            let mut link = Resource::new(url, name);
            link.mime_type = mime_type;
            link.size = size;
            ContentBlock::resource_link(link)
        }
        Part::Link { url, .. } => ContentBlock::text(url),
    };
    vec![block]
}

/// The parts that show the results.
pub(super) fn blocks(results: &[Value], version: &str) -> Vec<ContentBlock> {
    let mut parts = Vec::new();
    for result in results {
        content::parts(result, &mut parts);
    }
    let parts = parts.into_iter();
    parts.flat_map(|part| block(part, version)).collect()
}

/// The messages of a prompt: those of a conversation, or one of the person.
pub(super) fn messages(results: &[Value], version: &str) -> Vec<PromptMessage> {
    let conversation = match results {
        [Value::Array(all)] => all
            .iter()
            .map(|it| {
                let role = match it["role"].as_str()? {
                    "user" => Role::User,
                    "assistant" => Role::Assistant,
                    _ => return None,
                };
                Some((role, it.get("content")?))
            })
            .collect::<Option<Vec<_>>>(),
        _ => None,
    };
    let said: Vec<(Role, &Value)> =
        conversation.unwrap_or_else(|| results.iter().map(|it| (Role::User, it)).collect());
    let message = |(role, value): (Role, &Value)| {
        let blocks = blocks(std::slice::from_ref(value), version);
        blocks
            .into_iter()
            .map(move |block| PromptMessage::new(role.clone(), block))
    };
    said.into_iter().flat_map(message).collect()
}

/// What is read at an address.
pub(super) fn contents(result: &Value, uri: &str, mime_type: &str) -> Vec<ResourceContents> {
    let mut parts = Vec::new();
    content::parts(result, &mut parts);
    parts
        .into_iter()
        .map(|part| match part {
            Part::Text(text) => ResourceContents::text(text, uri).with_mime_type(mime_type),
            Part::Embedded {
                mime_type, text, ..
            } => ResourceContents::text(text, uri).with_mime_type(mime_type),
            Part::Image {
                data, mime_type, ..
            }
            | Part::Audio { data, mime_type } => {
                ResourceContents::blob(data, uri).with_mime_type(mime_type)
            }
            Part::Link { url, .. } => {
                ResourceContents::text(url, uri).with_mime_type("text/uri-list")
            }
        })
        .collect()
}
