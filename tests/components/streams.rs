//! What comes in pieces: from a camera and a microphone, and to players.

mod app {
    use std::{thread::sleep, time::Duration};

    use vetrina::{image::RgbImage, prelude::*};

    /// Takes its time, so that pieces come faster than it can look at them.
    #[endpoint(time_limit = 20)]
    fn slowly(picture: RgbImage) -> RgbImage {
        sleep(Duration::from_millis(400));
        picture
    }

    /// A second of sound, three times, with time to hear the first before the last is there.
    #[endpoint(output = Audio::new().streaming(true))]
    fn tune() -> impl Iterator<Item = Samples> {
        (1..4_i16).map(|loud| {
            sleep(Duration::from_millis(if loud == 1 { 0 } else { 1500 }));
            Samples::mono(8000, vec![loud * 1000; 8000])
        })
    }

    /// Files that are passed on as they are.
    #[endpoint(output = Audio::new().streaming(true))]
    fn frames() -> impl Iterator<Item = Vec<u8>> {
        // Silence: MPEG 1, layer III, 128 kbit/s at 44.1 kHz, 417 bytes.
        let mut frame = vec![0xff, 0xfb, 0x90, 0xc4];
        frame.resize(417, 0);
        (0..3).map(move |_| frame.repeat(38))
    }

    /// Films that were there before, one after the other.
    fn again(films: Vec<FileData>) -> impl Iterator<Item = FileData> {
        films
            .into_iter()
            .inspect(|_| sleep(Duration::from_millis(800)))
    }

    fn look(picture: RgbImage, factor: u32, count: u32) -> (RgbImage, String, u32) {
        let count = count + 1;
        (picture, format!("{count} at {factor}"), count)
    }

    /// How long all was that was said so far.
    fn listen(sound: Samples, so_far: f64) -> (String, f64) {
        let all = so_far + sound.duration().as_secs_f64();
        (format!("{all:.1} s"), all)
    }

    /// Each clip is a film of its own.
    fn watch(clip: FileData, known: u32) -> Result<(String, u32), Error> {
        let known = known + 1;
        let bytes = clip.read().map_err(|why| Error::new(why.to_string()))?;
        let is_film = bytes.starts_with(b"\x1a\x45\xdf\xa3");
        Ok((format!("{known} {is_film}"), known))
    }

    #[page(path = "/page")]
    fn pieces(ui: &mut Ui) {
        let camera = Image::new().label("Camera").elem_id("camera");
        let camera = ui.add(camera.sources([PictureSource::Webcam]));
        let factor = ui.add(Number::new().label("Factor").value(1));
        let seen = Image::new().label("Seen").elem_id("seen");
        let seen = ui.add(seen.streaming(true));
        let told = ui.add(Textbox::new().label("Told"));
        let count = ui.state(0);
        camera
            .stream(look, (&camera, &factor, &count), (&seen, &told, &count))
            .stream_every(0.1)
            .time_limit(4.0)
            .then(|| "over", (), &told);

        let voice = Audio::new().label("Voice").elem_id("voice");
        let voice = ui.add(voice.sources([AudioSource::Microphone]));
        let length = ui.add(Textbox::new().label("Length"));
        let so_far = ui.state(0.0);
        voice.stream(listen, (&voice, &so_far), (&length, &so_far));

        let tuned = ui.add(Audio::new().label("Tune").elem_id("tune").streaming(true));
        ui.add(Button::new("Make")).click(tune, (), &tuned);

        let films = File::new().multiple().label("Films").elem_id("films");
        let films = ui.add(films);
        let reel = Video::new().label("Reel").elem_id("reel");
        let reel = ui.add(reel.streaming(true).autoplay(true));
        ui.add(Button::new("Show")).click(again, &films, &reel);

        let hasty = ui.add(Image::new().label("Hasty").streaming(true));
        let slow = ui.add(Image::new().label("Slow").streaming(true));
        hasty.stream(slowly, &hasty, &slow);

        let film = Video::new().label("Film").elem_id("film");
        let film = ui.add(film.sources([VideoSource::Webcam]));
        let clips = ui.add(Textbox::new().label("Clips"));
        let known = ui.state(0);
        film.stream(watch, (&film, &known), (&clips, &known))
            .stream_every(0.3);
    }
}
