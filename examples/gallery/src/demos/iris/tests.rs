//! What the classifier is worth.

use linfa::traits::Predict as _;
use ndarray::Axis;

use super::*;

/// Each fifth of the flowers is named by a classifier that saw only the other four.
#[test]
fn it_names_flowers_it_has_not_seen() {
    let flowers = &BOTANIST.flowers;
    let part = |rows: &[usize]| {
        Flowers::new(flowers.records.select(Axis(0), rows), flowers.targets.select(Axis(0), rows))
    };
    let mut right = 0;
    for fold in 0..5 {
        let (unseen, seen): (Vec<_>, Vec<_>) = (0..150).partition(|flower| flower % 5 == fold);
        let unseen = part(&unseen);
        let named = learn(&part(&seen)).predict(&unseen.records);
        right += named.iter().zip(&unseen.targets).filter(|(named, truth)| named == truth).count();
    }
    assert!(right >= 140, "only {right} of 150 are right");
}

#[test]
fn probabilities_add_up_all_over_the_sliders() {
    for petal_length in [1.0, 2.5, 4.8, 6.9] {
        let species = name([4.3, 4.4, petal_length, 0.1]);
        let sum: f64 = species.iter().map(|(_, probability)| probability).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{species:?}");
    }
}
