//! What is left to pay, after all that was bought.

use serde::Deserialize;
use vetrina::prelude::*;

/// From which income on so many more per cent are due.
const BRACKETS: [(f64, f64); 5] =
    [(10.0, 0.0), (25.0, 8.0), (60.0, 12.0), (120.0, 20.0), (250.0, 30.0)];

#[derive(Choices)]
enum MaritalStatus {
    Single,
    Married,
    Divorced,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Asset {
    cost: f64,
}

fn purchases() -> Dataframe {
    Dataframe::new()
        .headers(["Item", "Cost"])
        .datatype([ColumnType::Str, ColumnType::Number])
        .label("Assets Purchased this Year")
}

#[endpoint]
fn tax_calculator(
    income: f64,
    marital_status: MaritalStatus,
    #[input(purchases())] assets: Vec<Asset>,
) -> f64 {
    let taxable_income = income - assets.iter().map(|asset| asset.cost).sum::<f64>();
    let due = BRACKETS.iter().filter(|(bracket, _)| taxable_income > *bracket);
    let tax: f64 = due.map(|(bracket, rate)| (taxable_income - bracket) * rate / 100.0).sum();
    let share = match marital_status {
        MaritalStatus::Single => 1.0,
        MaritalStatus::Married => 0.75,
        MaritalStatus::Divorced => 0.8,
    };
    (tax * share).round()
}
