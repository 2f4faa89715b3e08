//! The calculator with examples whose results are there already.

use vetrina::{examples::CacheMode, prelude::*};

#[derive(Choices, Clone, Copy)]
enum Operation {
    #[choice(value = "add")]
    Add,
    #[choice(value = "subtract")]
    Subtract,
    #[choice(value = "multiply")]
    Multiply,
    #[choice(value = "divide")]
    Divide,
}

#[page]
fn calculator_blocks_cached(ui: &mut Ui) {
    let (a, operation, b, result) = ui.row(|ui| {
        let (a, operation, b, calculate) = ui.column(|ui| {
            (
                ui.add(Number::new().label("First")),
                ui.add(Radio::of::<Operation>().label("Operation")),
                ui.add(Number::new().label("Second")),
                ui.add(Button::new("Calculate")),
            )
        });
        let result = ui.column(|ui| ui.add(Number::new().label("Result")));
        calculate.click(calculator, (&a, &operation, &b), &result);
        (a, operation, b, result)
    });
    let rows = [
        (5.0, Operation::Add, 3.0),
        (4.0, Operation::Divide, 2.0),
        (-4.0, Operation::Multiply, 2.5),
        (0.0, Operation::Subtract, 1.2),
    ];
    ui.examples((&a, &operation, &b), rows).run(calculator, &result).cache(CacheMode::Eager);
}

fn calculator(a: f64, operation: Operation, b: f64) -> f64 {
    match operation {
        Operation::Add => a + b,
        Operation::Subtract => a - b,
        Operation::Multiply => a * b,
        Operation::Divide => a / b,
    }
}
