//! Five waves of a sine, drawn by `plotters`.

use std::f64::consts::TAU;

use plotters::prelude::*;
use vetrina::prelude::*;

const SAMPLES: u32 = 8000;
const WAVES: f64 = 5.0;

fn sine() -> Result<String, Box<dyn std::error::Error>> {
    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, (640, 480)).into_drawing_area();
        let samples = f64::from(SAMPLES);
        let mut chart = ChartBuilder::on(&root)
            .margin(20)
            .x_label_area_size(30)
            .y_label_area_size(40)
            .build_cartesian_2d(0.0..samples, -1.0..1.0)?;
        chart.configure_mesh().draw()?;
        let y = |x: f64| (TAU * WAVES * x / samples).sin();
        chart.draw_series(LineSeries::new(
            (0..SAMPLES).map(|x| (f64::from(x), y(f64::from(x)))),
            &BLUE,
        ))?;
        root.present()?;
    }
    Ok(svg)
}

#[page]
fn plot_component(ui: &mut Ui) {
    ui.add(Plot::new().value(sine().expect("a sine can be drawn")));
}
