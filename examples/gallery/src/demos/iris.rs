//! Machine learning: names an iris from four lengths, and says how sure it is.

use std::sync::LazyLock;

use linfa::{DatasetBase, traits::Fit as _};
use linfa_bayes::{GaussianNb, NaiveBayes as _};
use ndarray::{Array1, Array2, arr2};
use vetrina::prelude::*;

const SPECIES: [&str; 3] = ["Iris setosa", "Iris versicolor", "Iris virginica"];

type Flowers = DatasetBase<Array2<f64>, Array1<usize>>;

/// Fisher's 150 flowers, and what a classifier learned from them.
struct Botanist {
    flowers: Flowers,
    classifier: GaussianNb<f64, usize>,
}

/// The sliders ask for it, so it learns while the app starts.
static BOTANIST: LazyLock<Botanist> = LazyLock::new(|| {
    let flowers = linfa_datasets::iris();
    let classifier = learn(&flowers);
    Botanist { flowers, classifier }
});

fn learn(flowers: &Flowers) -> GaussianNb<f64, usize> {
    // Smoothing keeps it from being too sure of flowers that are unlike any it has seen.
    let naive_bayes = GaussianNb::params().var_smoothing(0.02);
    naive_bayes.fit(flowers).expect("every species has flowers")
}

/// What the page starts with: a flower between two species.
const FIRST: [f64; 4] = [6.0, 2.9, 4.8, 1.7];

/// A slider over all lengths that were measured.
fn measured(column: usize) -> Slider {
    let lengths = BOTANIST.flowers.records.column(column);
    let least = lengths.iter().copied().fold(f64::INFINITY, f64::min);
    let greatest = lengths.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Slider::new(least..=greatest).step(0.1).value(FIRST[column])
}

/// The species, and how likely each is.
fn name(flower: [f64; 4]) -> Vec<(&'static str, f64)> {
    let (probabilities, species) = BOTANIST.classifier.predict_proba(arr2(&[flower]).view());
    species.into_iter().map(|&number| SPECIES[number]).zip(probabilities).collect()
}

/// Move a slider. A naive Bayes classifier, trained when this program started on the 150 flowers
/// that R. A. Fisher published in 1936, names the species. All lengths are in centimetres.
#[endpoint(
    title = "Which iris is it?",
    live = true,
    output = Label::new().label("Species").value(name(FIRST))
)]
fn classify(
    #[input(measured(0))] sepal_length: f64,
    #[input(measured(1))] sepal_width: f64,
    #[input(measured(2))] petal_length: f64,
    #[input(measured(3))] petal_width: f64,
) -> Vec<(&'static str, f64)> {
    name([sepal_length, sepal_width, petal_length, petal_width])
}

#[cfg(test)]
mod tests;
