//! Files in models: sent, kept, shown, and nothing else of the disk.

use serde_json::{Value, json};
use vetrina::component::AnyComponent;
use vetrina_tests::{get, post, request};

use super::Served;

mod app {
    use serde_json::Value;
    use vetrina::prelude::*;

    /// The guide's.
    #[data_model]
    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct VideoData {
        /// The video.
        pub(super) video: FileData,
        /// Its subtitles.
        pub(super) subtitles: Option<FileData>,
    }

    #[component(data_model = VideoData, events(change))]
    pub(super) struct Video {}

    /// Its model has a path, but no file.
    #[component(data_model = String, events(change))]
    pub(super) struct Place {}

    #[endpoint]
    fn read(#[input(Video::new())] video: VideoData) -> Result<String, Error> {
        let bytes = video
            .video
            .read()
            .map_err(|why| Error::new(why.to_string()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    #[endpoint(output = Video::new())]
    fn again(#[input(Video::new())] video: VideoData) -> VideoData {
        video
    }

    #[endpoint(output = Json::new())]
    fn plain(#[input(Json::new())] data: Value) -> Value {
        data
    }

    #[endpoint(output = Place::new())]
    fn place(#[input(Place::new())] place: String) -> String {
        place
    }
}

/// The path that an upload answers.
fn upload(app: &Served, name: &str, bytes: &str) -> String {
    let body = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n{bytes}\r\n--edge--\r\n"
    );
    let answer = request("POST", app.at("/gradio_api/upload"))
        .body("multipart/form-data; boundary=edge", body)
        .send()
        .expect(200)
        .json();
    answer[0].as_str().expect("a path").to_owned()
}

fn file(path: &str) -> Value {
    json!({"path": path, "meta": {"_type": "gradio.FileData"}})
}

#[test]
fn check_001_35_the_model_of_a_video_has_two_files() {
    let app = Served::new("files");
    let schema = &app.info("again")["returns"][0]["type"];
    let properties = schema["properties"].as_object().expect("an object");
    assert_eq!(
        properties.keys().collect::<Vec<_>>(),
        ["video", "subtitles"]
    );
    assert_eq!(properties["video"]["title"], "FileData");
    assert_eq!(schema["required"], json!(["video"]));
    // The library's own has the same two.
    let schema = AnyComponent::api_info(&vetrina::components::Video::new());
    let text = schema.to_string();
    assert!(
        text.contains("\"video\":") && text.contains("\"subtitles\":"),
        "{text}"
    );
}

#[test]
fn check_001_38_files_of_the_page_are_files_only_in_a_model_that_says_so() {
    let app = Served::new("files");
    let path = upload(&app, "clip.webm", "moving pictures");
    let data = json!([{"video": file(&path)}]);
    assert_eq!(app.call("read", &data), json!(["moving pictures"]));
    // Anything else is data that looks like one.
    let data = json!([file(&path)]);
    assert_eq!(app.call("plain", &data), data);
}

#[test]
fn check_001_39_a_file_that_is_returned_is_served() {
    let app = Served::new("files");
    let path = upload(&app, "clip.webm", "moving pictures");
    let answer = app.call("again", &json!([{"video": file(&path), "subtitles": null}]));
    let url = answer[0]["video"]["url"].as_str().expect("an address");
    assert_eq!(get(url).expect(200).body, "moving pictures");
    assert_eq!(answer[0]["subtitles"], Value::Null);
}

#[test]
fn check_001_40_no_other_file_is_served() {
    let app = Served::new("files");
    let path = upload(&app, "clip.webm", "moving pictures");
    let folder = path.split('/').next().expect("a folder");
    for named in [
        "/etc/passwd".to_owned(),
        "%2Fetc%2Fpasswd".into(),
        "../../../etc/passwd".into(),
        "..%2F..%2F..%2Fetc%2Fpasswd".into(),
        format!("{folder}/../../../etc/passwd"),
        format!("{folder}/..%2F..%2F..%2F..%2Fetc%2Fpasswd"),
        "Cargo.toml".into(),
    ] {
        let answer = get(app.at(&format!("/gradio_api/file={named}")));
        assert!([403, 404].contains(&answer.status), "{answer}");
    }
    let _ = get(app.at("/gradio_api/file=/etc/passwd")).expect(403);
}

#[test]
fn check_001_41_no_payload_can_name_a_file_of_the_server() {
    let app = Served::new("files");
    for video in [file("/etc/passwd"), json!({"path": "/etc/passwd"})] {
        let body = json!({"data": [{ "video": video }]});
        let answer = post(app.at("/gradio_api/run/read"), &body).expect(422);
        assert!(!answer.body.contains("root:"), "{answer}");
        assert_eq!(answer.json()["detail"][0]["parameter_name"], "video");
    }
}

#[test]
fn check_001_42_equal_bytes_are_kept_once() {
    let app = Served::new("files");
    let first = upload(&app, "clip.webm", "the same");
    assert_eq!(upload(&app, "clip.webm", "the same"), first);
    assert_ne!(upload(&app, "clip.webm", "another"), first);
}

#[test]
fn check_001_43_and_001_44_clients_send_and_load_files_by_themselves() {
    Served::new("files").python("files");
}

#[test]
fn check_001_45_a_text_that_is_a_path_is_a_text() {
    let app = Served::new("files");
    assert_eq!(
        app.call("place", &json!(["/etc/passwd"])),
        json!(["/etc/passwd"])
    );
    let _ = get(app.at("/gradio_api/file=/etc/passwd")).expect(403);
}
