use vetrina::prelude::*;

#[endpoint]
fn browser(#[default(Request::default())] request: Request) -> String {
    request.header("user-agent").unwrap_or_default().into()
}

fn main() {}
