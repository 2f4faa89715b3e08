//! What is told of a call while it goes on.

use crate::{endpoint::Bar, run::Event};

/// One thing that is told.
#[derive(Debug, PartialEq)]
pub(super) struct Said {
    /// Counts what was told: it has to grow, and bars of progress may not.
    pub(super) progress: f64,
    pub(super) message: Option<String>,
}

#[derive(Debug, Default)]
pub(super) struct Steps(u32);

impl Steps {
    pub(super) fn tell(&mut self, event: &Event) -> Option<Said> {
        let message = match event {
            Event::Estimation {
                rank,
                queue_size,
                eta,
            } => {
                let wait = eta.map(|eta| format!(" Estimated time remaining: {eta:.1} seconds."));
                let wait = wait.unwrap_or_default();
                Some(format!(
                    "In queue. Position {rank} out of {queue_size}.{wait}"
                ))
            }
            Event::Starts { .. } | Event::Generating(_) | Event::Streaming(..) => {
                Some("Processing".into())
            }
            Event::Progress(bars) => Some(bars.iter().map(bar).collect::<Vec<_>>().join(", ")),
            Event::Completed(_) => None,
            Event::Alert(_) | Event::Failed { .. } | Event::Cancelled => return None,
        };
        let progress = f64::from(self.0);
        self.0 += 1;
        Some(Said { progress, message })
    }
}

fn bar(bar: &Bar) -> String {
    let what = bar.description.as_deref().unwrap_or_default();
    let what = if what.is_empty() {
        String::new()
    } else {
        format!(" {what}:")
    };
    let unit = match bar.unit.as_str() {
        "steps" => "Step",
        other => other,
    };
    match (bar.index, bar.length, bar.fraction) {
        (Some(index), Some(length), _) => format!("Progress{what} {unit} {index} of {length}"),
        (Some(index), None, _) => format!("Progress{what} {unit} {index}"),
        (None, _, Some(fraction)) => format!("Progress{what} {:.0}%", fraction * 100.0),
        (None, ..) => format!("Progress{}", what.trim_end_matches(':')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_counts_up() {
        let mut steps = Steps::default();
        let waits = Event::Estimation {
            rank: 0,
            queue_size: 1,
            eta: None,
        };
        let step = Bar {
            index: Some(1),
            length: Some(3),
            unit: "steps".into(),
            fraction: None,
            description: Some("Counting".into()),
        };
        let said: Vec<_> = [
            waits,
            Event::Starts { eta: None },
            Event::Progress([step].into()),
        ]
        .iter()
        .filter_map(|event| steps.tell(event))
        .map(|said| (said.progress, said.message.unwrap_or_default()))
        .collect();
        assert_eq!(
            said,
            [
                (0.0, "In queue. Position 0 out of 1.".into()),
                (1.0, "Processing".into()),
                (2.0, "Progress Counting: Step 1 of 3".into()),
            ]
        );
    }
}
