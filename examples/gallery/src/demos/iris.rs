//! Machine learning: names an iris from four lengths, and says how sure it is.

use std::sync::LazyLock;

use linfa::{DatasetBase, traits::Fit as _};
use linfa_bayes::{GaussianNb, NaiveBayes as _};
use ndarray::{Array1, Array2, arr2};
use vetrina::prelude::*;

const SPECIES: [&str; 3] = ["Iris setosa", "Iris versicolor", "Iris virginica"];

/// Fisher's 150 flowers, and what a classifier learned from them.
struct Botanist {
    flowers: DatasetBase<Array2<f64>, Array1<usize>>,
    classifier: GaussianNb<f64, usize>,
}

/// The sliders ask for it, so it learns while the app starts.
static BOTANIST: LazyLock<Botanist> = LazyLock::new(|| {
    let flowers = linfa_datasets::iris();
    let classifier = GaussianNb::params().fit(&flowers).expect("every species has flowers");
    Botanist { flowers, classifier }
});

/// A slider over all lengths that were measured.
fn measured(column: usize) -> Slider {
    let lengths = BOTANIST.flowers.records.column(column);
    let least = lengths.iter().copied().fold(f64::INFINITY, f64::min);
    let greatest = lengths.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Slider::new(least..=greatest).step(0.1)
}

/// Move a slider. A naive Bayes classifier, trained when this program started on the 150 flowers
/// that R. A. Fisher published in 1936, names the species. All lengths are in centimetres.
#[endpoint(title = "Which iris is it?", live = true, output = Label::new().label("Species"))]
fn classify(
    #[input(measured(0).value(6.0))] sepal_length: f64,
    #[input(measured(1).value(2.9))] sepal_width: f64,
    #[input(measured(2).value(4.8))] petal_length: f64,
    #[input(measured(3).value(1.7))] petal_width: f64,
) -> Vec<(&'static str, f64)> {
    let flower = arr2(&[[sepal_length, sepal_width, petal_length, petal_width]]);
    let (probabilities, species) = BOTANIST.classifier.predict_proba(flower.view());
    species.into_iter().map(|&number| SPECIES[number]).zip(probabilities).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The species of every fifth flower, by a classifier that saw only the others.
    #[test]
    fn it_names_flowers_it_has_not_seen() {
        let flowers = &BOTANIST.flowers;
        let (seen, unseen): (Vec<_>, Vec<_>) = (0..150).partition(|flower| flower % 5 != 0);
        let part = |rows: &[usize]| {
            let axis = ndarray::Axis(0);
            DatasetBase::new(flowers.records.select(axis, rows), flowers.targets.select(axis, rows))
        };
        let classifier = GaussianNb::params().fit(&part(&seen)).unwrap();
        let unseen = part(&unseen);
        let named = linfa::traits::Predict::predict(&classifier, &unseen.records);
        let right = named.iter().zip(&unseen.targets).filter(|(named, truth)| named == truth).count();
        assert!(right >= 28, "only {right} of {} are right", unseen.targets.len());
    }

    #[test]
    fn probabilities_add_up_all_over_the_sliders() {
        for petal_length in [1.0, 2.5, 4.8, 6.9] {
            let species = classify(4.3, 4.4, petal_length, 0.1);
            let sum: f64 = species.iter().map(|(_, probability)| probability).sum();
            assert!((sum - 1.0).abs() < 1e-9, "{species:?}");
        }
    }
}
