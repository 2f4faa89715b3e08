//! The calculator as a page of one's own, in two columns.

use vetrina::prelude::*;

#[derive(Choices)]
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
fn calculator_blocks(ui: &mut Ui) {
    ui.row(|ui| {
        let (a, operation, b, calculate) = ui.column(|ui| {
            (
                ui.add(Number::new().label("First").value(4)),
                ui.add(Radio::of::<Operation>().label("Operation")),
                ui.add(Number::new().label("Second").value(0)),
                ui.add(Button::new("Calculate")),
            )
        });
        let result = ui.column(|ui| ui.add(Number::new().label("Result")));
        calculate.click(calculator, (&a, &operation, &b), &result);
    });
}

fn calculator(a: f64, operation: Operation, b: f64) -> Result<f64, Error> {
    match operation {
        Operation::Add => Ok(a + b),
        Operation::Subtract => Ok(a - b),
        Operation::Multiply => Ok(a * b),
        Operation::Divide if b == 0.0 => Err(Error::new("Cannot divide by zero!")),
        Operation::Divide => Ok(a / b),
    }
}
