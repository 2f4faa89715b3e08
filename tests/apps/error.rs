//! Functions that fail, in every way there is.

use std::{io, thread, time::Duration};

use vetrina::prelude::*;

#[endpoint]
fn plain(#[input(Textbox::new().label("X"))] x: String) -> Result<String, io::Error> {
    Err(io::Error::other(format!("secret detail of {x}")))
}

#[endpoint]
fn user_facing(#[input(Textbox::new().label("X"))] x: String) -> Result<String, Error> {
    if x.len() < 1000 {
        return Err(Error::new("bad input"));
    }
    Ok(x)
}

#[endpoint]
fn full(#[input(Textbox::new().label("X"))] x: String) -> Result<String, Error> {
    loud(&x)
}

#[endpoint]
fn gen_fails(
    #[input(Textbox::new().label("X"))] _x: String,
) -> impl Iterator<Item = Result<&'static str, Error>> {
    ["one", "one two", "failed midway"].into_iter().map(|word| {
        thread::sleep(Duration::from_millis(20));
        if word.starts_with("failed") {
            Err(Error::new(word))
        } else {
            Ok(word)
        }
    })
}

#[endpoint]
fn panics(#[input(Textbox::new().label("X"))] x: String) -> String {
    panic!("secret detail of {x}");
}

#[endpoint]
async fn panics_async(#[input(Textbox::new().label("X"))] x: String) -> String {
    tokio::task::yield_now().await;
    panic!("secret detail of {x}");
}

#[endpoint(blocking = false)]
fn panics_in_place(#[input(Textbox::new().label("X"))] x: String) -> String {
    panic!("secret detail of {x}");
}

#[endpoint]
fn fine(#[input(Textbox::new().label("X"))] x: String) -> String {
    x
}

#[endpoint(queue = false)]
fn plain_nq(#[input(Textbox::new().label("X"))] x: String) -> Result<String, io::Error> {
    Err(io::Error::other(format!("secret detail of {x}")))
}

#[endpoint(queue = false)]
fn full_nq(#[input(Textbox::new().label("X"))] x: String) -> Result<String, Error> {
    loud(&x)
}

#[endpoint]
fn radio_check(#[input(Radio::new(["a"]).label("R"))] r: String) -> String {
    r
}

fn loud(x: &str) -> Result<String, Error> {
    Err(Error::new(format!("bad <b>html</b>{}", &x[x.len()..]))
        .duration(3.0)
        .visible(false)
        .title("Oops"))
}
