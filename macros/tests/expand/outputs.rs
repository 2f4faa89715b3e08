#[endpoint(
    api_name = "divide",
    api_visibility = "undocumented",
    title = "Division",
    queue = false,
    concurrency_limit = 4,
    concurrency_id = "cpu",
    time_limit = 30,
    outputs = (Number::new().label("Quotient"), _),
)]
async fn divide(dividend: i64, #[input(Number::new())] #[default(1)] divisor: i64) -> Result<(i64, i64), Error> {
    Ok((dividend / divisor, dividend % divisor))
}

#[endpoint(blocking = false)]
fn forget(what: String) {
    drop(what);
}
