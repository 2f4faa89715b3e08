//! Charts that a visitor puts in another order.

use std::ops::Range;

use plotters::prelude::*;
use vetrina::{
    components::layout::{Column, Draggable, Orientation},
    prelude::*,
};

#[page]
fn draggable_dashboard(ui: &mut Ui) {
    ui.markdown("# Draggable dashboard\nDrag a chart by its grip, or focus the grip and press an arrow key.");
    ui.row(|ui| {
        for (layout, orientation) in
            [("Horizontal", Orientation::Row), ("Vertical", Orientation::Column)]
        {
            ui.add_block(Column::new().scale(1), |ui| {
                ui.markdown(format!("### {layout} layout"));
                ui.add_block(Draggable::new().orientation(orientation), charts);
            });
        }
    });
}

fn charts(ui: &mut Ui) {
    chart(ui, 1, 40.0..160.0, |x| 100.0 + 10.0 * x.sin());
    chart(ui, 2, 200.0..800.0, |x| 500.0 + 50.0 * x.cos());
    chart(ui, 3, 400.0..1600.0, |x| 1000.0 + 100.0 * (x / 2.0).sin());
    chart(ui, 4, 0.0..0.3, |x| 0.15 + 0.05 * (x / 3.0).cos());
}

fn chart(ui: &mut Ui, number: u32, range: Range<f64>, curve: fn(f64) -> f64) {
    let svg = draw(range, curve).expect("a curve can be drawn");
    ui.add(Plot::new().label(format!("Chart {number}")).value(svg));
}

/// A curve with noise around it.
fn draw(range: Range<f64>, curve: fn(f64) -> f64) -> Result<String, Box<dyn std::error::Error>> {
    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, (300, 200)).into_drawing_area();
        let noise = (range.end - range.start) / 8.0;
        let (mut areas, noise) = (ChartBuilder::on(&root), -noise..noise);
        let areas = areas.margin(8).x_label_area_size(20).y_label_area_size(36);
        let mut chart = areas.build_cartesian_2d(0.0..10.0, range)?;
        chart.configure_mesh().x_labels(5).y_labels(5).draw()?;
        let x = (0..100).map(|n| f64::from(n) / 10.0);
        let points = x.map(|x| (x, curve(x) + rand::random_range(noise.clone())));
        chart.draw_series(LineSeries::new(points, &BLUE))?;
        root.present()?;
    }
    Ok(svg)
}
