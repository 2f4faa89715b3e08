//! How files come and go.

use serde_json::{Value, json};

use super::{json_answer, schemas::reference};

pub(super) fn upload() -> Value {
    let files = json!({
        "type": "object",
        "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
    });
    let names = json!({"type": "array", "items": {"type": "string"}});
    let progress = json!({
        "name": "upload_id",
        "in": "query",
        "description": "A name of your choice, to ask for the progress of the upload by.",
        "schema": {"type": "string"},
    });
    json!({"post": {
        "operationId": "upload",
        "summary": "Sends files",
        "description": "What is answered stands for the files in later calls: `{\"path\": …}` is a file argument.",
        "tags": ["files"],
        "parameters": [progress],
        "requestBody": {"required": true, "content": {"multipart/form-data": {"schema": files}}},
        "responses": {
            "200": json_answer("The paths of the files, in their order.", &names),
            "400": json!({"description": "This is no upload.", "content": {
                "text/plain": {"schema": {"type": "string"}},
                "application/json": {"schema": reference("Detail")},
            }}),
            "403": json_answer("A page of another origin asks.", &reference("Detail")),
            "413": json!({
                "description": "A file is larger than the server takes.",
                "content": {"text/plain": {"schema": {"type": "string"}}},
            }),
            "507": json_answer("The disk is full.", &reference("Detail")),
        },
    }})
}

pub(super) fn file() -> Value {
    let path = json!({
        "name": "path",
        "in": "path",
        "required": true,
        "description": "The `path` of a file that was answered or sent.",
        "schema": {"type": "string", "minLength": 1},
    });
    let bytes =
        json!({"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}});
    json!({"get": {
        "operationId": "file",
        "summary": "Brings a file",
        "tags": ["files"],
        "parameters": [path],
        "responses": {
            "200": {"description": "The bytes of the file.", "content": bytes},
            "206": {"description": "The part of the file that was asked for.", "content": bytes},
            "304": {"description": "It is the file that the caller has."},
            "403": json_answer("There is no such file, or it is not for this caller.", &reference("Detail")),
            "416": {"description": "The file has no such part."},
        },
    }})
}
