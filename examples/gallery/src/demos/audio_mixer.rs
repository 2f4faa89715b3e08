//! Sounds one over the other: as many tracks as wanted, each with its volume.

use vetrina::{
    components::layout::{Column, LayoutVariant},
    prelude::*,
};

/// As long as the shortest, as loud as each is set.
fn mix(tracks: Vec<Option<Samples>>, volumes: Vec<f64>) -> Option<Samples> {
    let tracks = tracks.into_iter().zip(volumes);
    let tracks = tracks.filter_map(|(track, volume)| Some((track?, volume / 100.0)));
    tracks.fold(None, |mixed: Option<Samples>, (mut track, volume)| {
        track.data.iter_mut().for_each(|sample| *sample = (f64::from(*sample) * volume) as i16);
        let Some(mut mixed) = mixed else {
            return Some(track);
        };
        let both = mixed.data.iter().zip(&track.data);
        mixed.data = both.map(|(one, other)| one.saturating_add(*other)).collect();
        Some(mixed)
    })
}

#[page]
fn audio_mixer(ui: &mut Ui) {
    let count = ui.state(1usize);
    let add = ui.add(Button::new("Add Track"));
    add.click(|count: usize| count + 1, &count, &count).show_api(false);
    let (above, ()) = ui.add_block(Column::new(), |_| ());
    let merge = ui.add(Button::new("Merge Tracks"));
    let output = ui.add(Audio::new().label("Output").interactive(false));

    let tracks = move |ui: &mut Ui, count: usize| {
        let track = |ui: &mut Ui, i| {
            let name = Textbox::new().placeholder("Track Name").show_label(false);
            ui.add(name.key(format!("name-{i}")));
            let sound = Audio::new().label(format!("Track {i}")).key(format!("track-{i}"));
            let volume = Slider::new(0..=100).value(100).label("Volume");
            (ui.add(sound), ui.add(volume.key(format!("volume-{i}"))))
        };
        let panel = || Column::new().variant(LayoutVariant::Panel).min_width(200);
        let (sounds, volumes): (Vec<_>, Vec<_>) =
            ui.row(|ui| (0..count).map(|i| ui.add_block(panel(), |ui| track(ui, i)).1).unzip());
        merge.click(mix, (&sounds, &volumes), &output);
    };
    ui.within(&above, |ui| ui.render(&count, tracks));
}
