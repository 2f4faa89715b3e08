//! Two numbers, an operation to choose, and an error worth reading.

use vetrina::prelude::*;

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

/// Adds, subtracts, multiplies and divides. Try to divide by zero.
#[endpoint(
    title = "Toy calculator",
    flagging = "manual",
    examples = [
        (45.0, Operation::Add, 3.0),
        (3.5, Operation::Divide, 2.0),
        (144.0, Operation::Multiply, 2.5),
        (0.0, Operation::Subtract, 1.2),
    ]
)]
fn calculator(num1: f64, operation: Operation, num2: f64) -> Result<f64, Error> {
    match operation {
        Operation::Add => Ok(num1 + num2),
        Operation::Subtract => Ok(num1 - num2),
        Operation::Multiply => Ok(num1 * num2),
        Operation::Divide if num2 == 0.0 => Err(Error::new("Nothing can be divided by zero.")),
        Operation::Divide => Ok(num1 / num2),
    }
}
