//! A matrix, turned over.

use vetrina::prelude::*;

fn matrix() -> Dataframe {
    Dataframe::matrix().row_count(5).col_count(3).show_fullscreen_button(true)
}

#[endpoint(output = Dataframe::matrix())]
fn transpose(#[input(matrix())] matrix: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let columns = matrix.first().map_or(0, Vec::len);
    (0..columns).map(|column| matrix.iter().map(|row| row[column]).collect()).collect()
}
