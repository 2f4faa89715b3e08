//! The calculator without a button: it answers while you type.

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

/// Fill in two numbers and choose; the answer follows every change.
///
/// While a field is empty, or where there is no answer, it is empty too.
#[endpoint(title = "Live calculator", live = true)]
fn calculator(num1: Option<f64>, operation: Option<Operation>, num2: Option<f64>) -> Option<f64> {
    let (a, b) = (num1?, num2?);
    let result = match operation? {
        Operation::Add => a + b,
        Operation::Subtract => a - b,
        Operation::Multiply => a * b,
        Operation::Divide => a / b,
    };
    result.is_finite().then_some(result)
}
