#[endpoint(output = Label::new())]
fn count(up_to: u32) -> impl Iterator<Item = String> {
    (0..up_to).map(|number| number.to_string())
}

#[endpoint]
async fn ticks() -> Result<impl Stream<Item = Result<(u32, String), Error>>, Error> {
    clock::ticks().await
}
