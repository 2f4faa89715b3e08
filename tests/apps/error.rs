//! Functions that fail, in every way there is.

use std::{io, thread, time::Duration};

use vetrina::prelude::*;

#[endpoint(output = Textbox::new().label("Y"))]
fn plain(#[input(Textbox::new().label("X"))] x: String) -> Result<String, io::Error> {
    Err(io::Error::other(format!("secret detail{}", &x[x.len()..])))
}

#[endpoint(output = Textbox::new().label("Y"))]
fn user_facing(#[input(Textbox::new().label("X"))] x: String) -> Result<String, Error> {
    if x.len() < 1000 {
        return Err(Error::new("bad input"));
    }
    Ok(x)
}

#[endpoint(output = Textbox::new().label("Y"))]
fn full(#[input(Textbox::new().label("X"))] x: String) -> Result<String, Error> {
    loud(&x)
}

#[endpoint(output = Textbox::new().label("Y"))]
fn gen_fails(
    #[input(Textbox::new().label("X"))] x: String,
) -> impl Iterator<Item = Result<&'static str, Error>> {
    drop(x);
    ["one", "one two", "failed midway"].into_iter().map(|word| {
        thread::sleep(Duration::from_millis(20));
        if word.starts_with("failed") {
            Err(Error::new(word))
        } else {
            Ok(word)
        }
    })
}

#[endpoint(output = Textbox::new().label("Y"))]
fn panics(#[input(Textbox::new().label("X"))] x: String) -> String {
    panic!("secret detail of {x}");
}

#[endpoint(output = Textbox::new().label("Y"))]
async fn panics_async(#[input(Textbox::new().label("X"))] x: String) -> String {
    tokio::task::yield_now().await;
    panic!("secret detail of {x}");
}

#[endpoint(blocking = false, output = Textbox::new().label("Y"))]
fn panics_in_place(#[input(Textbox::new().label("X"))] x: String) -> String {
    panic!("secret detail of {x}");
}

#[endpoint(output = Textbox::new().label("Y"))]
fn fine(#[input(Textbox::new().label("X"))] x: String) -> String {
    x
}

#[endpoint(queue = false, output = Textbox::new().label("Y"))]
fn plain_nq(#[input(Textbox::new().label("X"))] x: String) -> Result<String, io::Error> {
    Err(io::Error::other(format!("secret detail{}", &x[x.len()..])))
}

#[endpoint(queue = false, output = Textbox::new().label("Y"))]
fn full_nq(#[input(Textbox::new().label("X"))] x: String) -> Result<String, Error> {
    loud(&x)
}

#[endpoint(output = Textbox::new().label("Y"))]
fn radio_check(#[input(Radio::new(["a"]).label("R"))] v: String) -> String {
    v
}

fn loud(x: &str) -> Result<String, Error> {
    Err(Error::new(format!("bad <b>html</b>{}", &x[x.len()..]))
        .duration(3.0)
        .visible(false)
        .title("Oops"))
}
