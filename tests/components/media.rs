//! Sounds and films.

mod app {
    use std::path::PathBuf;

    use vetrina::prelude::*;

    #[endpoint]
    fn backwards(sound: Samples) -> Samples {
        Samples {
            data: sound.frames().rev().flatten().copied().collect(),
            ..sound
        }
    }

    #[endpoint(output = Audio::new())]
    fn keep(#[input(Audio::new().max_length(5))] sound: PathBuf) -> PathBuf {
        sound
    }

    /// How loud a sound is at most, and for how long it sounds.
    #[endpoint]
    fn measure(sound: Option<Samples>) -> String {
        let Some(sound) = sound else {
            return "silence".into();
        };
        let peak = sound.to_f32().into_iter().fold(0.0, f32::max);
        format!("{:.1} s, up to {peak:.2}", sound.duration().as_secs_f64())
    }

    #[endpoint(output = Video::new())]
    fn film(
        #[input(Video::new().max_length(5))] video: FileData,
        #[input(Textbox::new())] words: Option<String>,
    ) -> Result<VideoData, Error> {
        let srt = words.map(|words| format!("1\n00:00:00,000 --> 00:00:09,000\n{words}\n"));
        let subtitles = srt.map(|srt| {
            let words = Subtitles::parse(&srt)?;
            FileData::from_bytes("words.vtt", words.to_vtt())
        });
        let subtitles = subtitles
            .transpose()
            .map_err(|why| Error::new(why.to_string()))?;
        Ok(VideoData { video, subtitles })
    }

    #[page(path = "/page")]
    fn media(ui: &mut Ui) {
        ui.row(|ui| {
            let heard = ui.add(Audio::new().label("Heard"));
            let words = Subtitles::from([(0.0, 60.0, "Words to read")]);
            let played = ui.add(Audio::new().label("Played").subtitles(words));
            heard.stop_recording(backwards, &heard, &played);
            heard.upload(backwards, &heard, &played);
        });
        ui.row(|ui| {
            let seen = ui.add(Video::new().label("Seen"));
            let shown = ui.add(Video::new().label("Shown"));
            seen.stop_recording(again, &seen, &shown);
        });
        let subtitles = Subtitles::from([(0.0, 0.5, "First words"), (1.5, 9.0, "Last words")]);
        ui.add(Video::new().label("Titled").subtitles(subtitles));
        let kept = |name, bytes: &[u8]| FileData::from_bytes(name, bytes).expect("there is room");
        let [from, to] = ["From", "Noted"].map(|label| ui.add(Textbox::new().label(label)));
        let placed = ui.add(
            Video::new()
                .label("Placed")
                .interactive(false)
                .playback_position(1.5)
                .value(kept(
                    "placed.webm",
                    include_bytes!("../../examples/gallery/assets/hills.webm"),
                )),
        );
        from.submit(place, &from, &placed);
        placed.pause(noted, (), &to);
        let film = kept(
            "hills.webm",
            include_bytes!("../../examples/gallery/assets/hills.webm"),
        );
        let still = kept(
            "hills.webp",
            include_bytes!("../../examples/gallery/assets/hills.webp"),
        );
        let words = Subtitles::from([(0.0, 60.0, "Words to read")]);
        ui.add(
            Video::new()
                .label("Hills")
                .interactive(false)
                .value(film)
                .poster(still)
                .subtitles(words)
                .looping(true),
        );
    }

    fn place(seconds: String) -> Result<Update<Video>, Error> {
        let seconds = seconds
            .parse::<f64>()
            .map_err(|why| Error::new(why.to_string()))?;
        Ok(Update(Video::new().playback_position(seconds)))
    }

    fn noted(at: PlaybackData) -> String {
        format!("{:.2}", at.playback_position)
    }

    fn again(video: PathBuf) -> PathBuf {
        video
    }
}
