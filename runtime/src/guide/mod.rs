//! Guides: how things are done, with programs that are compiled and run with the tests.
//!
//! | guide | what it is about |
//! |---|---|
//! | [`quickstart`] | the first app |
//! | [`endpoints`] | functions: arguments, results, errors, limits |
//! | [`components`] | which component stands for a type, and how to choose another |
//! | [`custom_components`] | components of your own |
//! | [`pages`] | pages of your own, and what happens on them |
//! | [`state`] | values that are kept: for a visitor, for a browser, for everybody |
//! | [`streaming`] | results that come one by one, progress, stopping |
//! | [`files`] | files in and out |
//! | [`api_page`] | calling an app from other programs: the API page, the recorder, OpenAPI |
//! | [`mcp`] | functions as tools of assistants |
//! | [`chats`] | conversations with a function |
//! | [`examples`] | rows of values to try a function with |
//! | [`flagging`] | writing down what people found |
//! | [`axum`](mod@axum) | an app inside an axum program |
//! | [`deploying`] | from your desk to a server |
//! | [`testing`] | tests of an app |
//! | [`coming_from_gradio`] | what is called what |

#![cfg_attr(
    feature = "client",
    doc = "| [`calling_apps`] | other apps: a client, and functions that run elsewhere |"
)]

macro_rules! guides {
    ($($name:ident)*) => {
        $(#[doc = include_str!(concat!(stringify!($name), ".md"))] pub mod $name {})*
    };
}

guides! {
    api_page
    axum
    chats
    coming_from_gradio
    components
    custom_components
    deploying
    endpoints
    examples
    files
    flagging
    mcp
    pages
    quickstart
    state
    streaming
    testing
}

#[cfg(feature = "client")]
guides!(calling_apps);
