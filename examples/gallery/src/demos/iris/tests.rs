//! What the classifier is worth.

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
        let species = name([4.3, 4.4, petal_length, 0.1]);
        let sum: f64 = species.iter().map(|(_, probability)| probability).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{species:?}");
    }
}
