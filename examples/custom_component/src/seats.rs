//! `Seats`: a map of seats to choose from.

use serde_json::{Value, json};
use vetrina::{
    component::{Events, Invalid},
    prelude::*,
};

/// The seats somebody chose, such as `["B4", "B5"]`.
#[data_model]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chosen(pub(crate) Vec<String>);

/// What the chosen seats cost.
#[data_model]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quote {
    /// All of them together, in euros.
    pub(crate) total: f64,
    /// In words.
    pub(crate) words: String,
}

/// A map of seats, to choose some of them.
///
/// Its page side asks for the price of every choice by `this.ask("quote", seats)`.
#[component(
    data_model = Chosen,
    events(Events::Change, Events::Select, "full"),
    frontend = "seats.js",
    styles = "seats.css",
    server(quote)
)]
#[derive(Debug, Clone)]
pub(crate) struct Seats {
    /// How many rows there are; the first is the nearest to the stage.
    #[prop(default = 6)]
    pub(crate) rows: u8,
    /// How many seats a row has.
    #[prop(default = 10)]
    pub(crate) per_row: u8,
    /// Seats that somebody has already.
    pub(crate) taken: Vec<String>,
    /// How many one person may have; the last one of them sets off `full`.
    #[prop(default = 4)]
    pub(crate) most: usize,
    /// Euros for a seat in the first row; each row behind it is a tenth cheaper.
    #[prop(default = 40)]
    pub(crate) price: u32,
}

impl Seats {
    /// The row of a seat, counted from 0, if there is such a seat.
    fn row(&self, seat: &str) -> Option<u8> {
        let (row, number) = seat.split_at_checked(1)?;
        let row = row.bytes().next()?.checked_sub(b'A')?;
        let number: u8 = number.parse().ok()?;
        (row < self.rows && (1..=self.per_row).contains(&number)).then_some(row)
    }

    /// Answers the page side.
    fn quote(&self, seats: Vec<String>) -> Result<Quote, String> {
        let mut total = 0.0;
        for seat in &seats {
            let row = self
                .row(seat)
                .ok_or_else(|| format!("there is no seat {seat}"))?;
            total += f64::from(self.price) * 0.9_f64.powi(row.into());
        }
        let words = match seats.len() {
            0 => "No seat chosen".into(),
            1 => format!("1 seat · {total:.2} €"),
            count => format!("{count} seats · {total:.2} €"),
        };
        Ok(Quote { total, words })
    }

    // The methods below take the place of derived ones.

    /// What the page sends is held against the props before any function runs.
    fn check(&self, chosen: &Chosen) -> Result<(), Invalid> {
        for seat in &chosen.0 {
            if self.row(seat).is_none() {
                return Err(format!("there is no seat {seat}").into());
            }
            if self.taken.contains(seat) {
                return Err(format!("seat {seat} is taken").into());
            }
        }
        match chosen.0.len() {
            count if count > self.most => {
                Err(format!("{count} seats are more than the {} one may have", self.most).into())
            }
            _ => Ok(()),
        }
    }

    fn example_payload(&self) -> Value {
        json!(["B4", "B5"])
    }
}

/// Functions may take plain names of seats as well.
impl Preprocess<Vec<String>> for Seats {
    fn preprocess(&self, chosen: Chosen) -> Result<Vec<String>, Invalid> {
        Ok(chosen.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_behind_cost_less() {
        let seats = Seats::new().price(40);
        let quote = seats.quote(vec!["A1".into(), "B10".into()]).unwrap();
        assert_eq!(quote.words, "2 seats · 76.00 €");
        assert_eq!(
            seats.quote(vec!["A11".into()]),
            Err("there is no seat A11".into())
        );
    }

    #[test]
    fn what_cannot_be_chosen_is_refused() {
        let seats = Seats::new().taken(["C3".to_owned()]).most(2_usize);
        for (chosen, why) in [
            (vec!["Z1"], "there is no seat Z1"),
            (vec!["C3"], "seat C3 is taken"),
            (
                vec!["A1", "A2", "A3"],
                "3 seats are more than the 2 one may have",
            ),
        ] {
            let chosen = Chosen(chosen.into_iter().map(Into::into).collect());
            assert_eq!(seats.check(&chosen), Err(why.into()));
        }
        assert_eq!(seats.check(&Chosen(vec!["A1".into()])), Ok(()));
    }
}
