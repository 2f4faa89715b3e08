//! One list of scores for everybody: the three best of all that were ever sent.

use vetrina::prelude::*;

#[derive(Default)]
struct Scores(Vec<i64>);

/// Adds a score, and shows the best three.
#[endpoint(output = Json::new().label("Top Scores"))]
fn track_score(score: i64, scores: Shared<Scores>) -> Vec<i64> {
    scores.update(|Scores(best)| {
        best.push(score);
        best.sort_unstable_by(|a, b| b.cmp(a));
        best.truncate(3);
        best.clone()
    })
}
