use serde_json::{Value, json};

use super::*;
use crate::{
    component::AnyComponent,
    components::testing::{assert_props, read, shown},
};

fn file(name: &str, bytes: &[u8]) -> FileData {
    FileData::from_bytes(name, bytes).unwrap()
}

fn sent(name: &str) -> Value {
    serde_json::to_value(file(name, b"film")).unwrap()
}

#[test]
fn props_are_those_of_the_protocol() {
    let own = json!({
        "sources": ["upload", "webcam"], "webcam_options": {"mirror": true, "constraints": null},
        "include_audio": true, "autoplay": false, "show_share_button": false, "loop": false,
        "streaming": false, "watermark": {"watermark": null, "position": "bottom-right"},
    });
    assert_props(&Video::new(), own);
    let props = Value::from(AnyComponent::props(&Video::playable()));
    assert_eq!(
        (&props["sources"], &props["format"]),
        (&json!(["upload"]), &json!("mp4"))
    );
    let webcam = Video::new().sources([VideoSource::Webcam]);
    assert_eq!(AnyComponent::props(&webcam)["include_audio"], false);
    assert_eq!(
        AnyComponent::props(&webcam.include_audio(true))["include_audio"],
        true
    );
}

#[test]
fn both_lines_of_clients_send_a_video() {
    let video = Video::new();
    let of_5 = json!({"video": sent("film.mp4"), "subtitles": null}).to_string();
    let of_6 = sent("film.mp4").to_string();
    for sent in [of_5, of_6] {
        let data = read::<VideoData>(&video, &sent).unwrap();
        assert_eq!((data.video.name(), data.subtitles), ("film.mp4", None));
    }
    let with_words = json!({"video": sent("film.mp4"), "subtitles": sent("film.vtt")});
    let (film, words) = read::<(PathBuf, PathBuf)>(&video, &with_words.to_string()).unwrap();
    assert!(film.ends_with("film.mp4") && words.ends_with("film.vtt"));
    assert_eq!(read::<Option<PathBuf>>(&video, "null"), Ok(None));
    assert_eq!(
        read::<PathBuf>(&video, "null"),
        Err("there is no video".into())
    );
    assert!(read::<PathBuf>(&video, r#"{"video": {"path": "/etc/passwd"}}"#).is_err());
    assert!(read::<PathBuf>(&video, r#""/etc/passwd""#).is_err());
}

#[test]
fn the_wire_is_that_of_the_announced_version() {
    let shown = shown(&Video::new(), file("film.mp4", b"film"));
    assert_eq!(shown["video"]["orig_name"], "film.mp4");
    assert_eq!(shown["video"]["mime_type"], "video/mp4");
    assert_eq!(shown["subtitles"], json!(null));
    let schema = AnyComponent::api_info(&Video::new());
    assert_eq!(schema["required"], json!(["video"]));
    assert!(schema["properties"]["video"]["properties"]["path"].is_object());
}

#[test]
fn subtitles_are_shown_as_vtt() {
    let srt = file("film.srt", b"1\n00:00:00,000 --> 00:00:01,000\nHello\n");
    let film = file("film.mp4", b"film").path().to_owned();
    let data = Video::new().postprocess((film.clone(), srt.path().to_owned()));
    let words = data.unwrap().unwrap().subtitles.unwrap();
    assert_eq!(words.name(), "film.vtt");
    let vtt = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHello\n\n";
    assert_eq!(words.read().unwrap(), vtt.as_bytes());
    let none = Video::new().postprocess((film.clone(), None::<PathBuf>));
    assert_eq!(none.unwrap().unwrap().subtitles, None);
    assert!(Video::new().postprocess((film.clone(), film)).is_err());
}

#[test]
fn what_is_no_video_is_refused() {
    let refused = read::<PathBuf>(&Video::new(), &sent("words.txt").to_string());
    assert_eq!(refused, Err("words.txt is no video file".into()));
    // The same name may be that of a sound.
    assert!(read::<PathBuf>(&Video::new(), &sent("film.ogg").to_string()).is_ok());
}

#[test]
fn a_wanted_format_is_kept_to() {
    let mp4 = Video::playable();
    let refused = read::<PathBuf>(&mp4, &sent("film.webm").to_string());
    assert_eq!(refused, Err("film.webm is not in the format mp4".into()));
    assert!(read::<PathBuf>(&mp4, &sent("film.MP4").to_string()).is_ok());
    // Browsers play it, which is what the format is for.
    assert!(mp4.postprocess(file("film.webm", b"film")).is_ok());
    let refused = mp4.postprocess(file("film.avi", b"film")).unwrap_err();
    let why = "film.avi cannot be turned into mp4 here, and browsers may not play it";
    assert_eq!(refused.to_string(), why);
}

#[test]
fn lengths_are_kept_to() {
    let second = serde_json::to_string(&file("film.webm", &sample::film())).unwrap();
    let refused = |video: Video| read::<PathBuf>(&video, &second).err();
    assert_eq!(refused(Video::new().min_length(1).max_length(1)), None);
    let why = "1.0 s are less than the minimum 2 s";
    assert_eq!(refused(Video::new().min_length(2)), Some(why.into()));
    let none = read::<Option<VideoData>>(&Video::new().max_length(0), &second);
    assert_eq!(none.unwrap_err(), "1.0 s are more than the maximum 0 s");
    // What is none of the formats that say it may last as long as it likes.
    let strange = sent("film.avi").to_string();
    assert!(read::<PathBuf>(&Video::new().min_length(9).max_length(9), &strange).is_ok());
    let props = Value::from(AnyComponent::props(
        &Video::new().min_length(1).max_length(2),
    ));
    assert_eq!(
        (&props["min_length"], &props["max_length"]),
        (&json!(1), &json!(2))
    );
}

#[test]
fn a_place_to_play_from_is_sent_when_it_is_set() {
    let of = |video: &Video| AnyComponent::props(video).get("playback_position").cloned();
    assert_eq!(of(&Video::new()), None);
    assert_eq!(of(&Video::new().playback_position(1.5)), Some(json!(1.5)));
}

#[test]
fn a_poster_is_a_file_like_others() {
    let video = Video::new().poster(file("poster.png", b"picture"));
    let props = Value::from(AnyComponent::props(&video));
    assert_eq!(props["poster"]["orig_name"], "poster.png");
}

#[test]
fn words_to_show_are_plain_numbers_and_texts() {
    let video = Video::new().subtitles([(0.5, 2.0, "Hello")]);
    let props = Value::from(AnyComponent::props(&video));
    assert_eq!(
        props["subtitles"],
        json!([{"start": 0.5, "end": 2.0, "text": "Hello"}])
    );
}

#[test]
fn the_example_is_a_film() {
    for video in [Video::new(), Video::playable()] {
        let example = AnyComponent::example_payload(&video).to_string();
        let film = read::<FileData>(&video, &example).unwrap();
        assert_eq!(film.size(), Some(256));
    }
}
