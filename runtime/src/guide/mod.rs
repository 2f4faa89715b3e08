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
//! | [`axum`](mod@axum) | an app inside an axum program |
//! | [`deploying`] | from your desk to a server |
//! | [`testing`] | tests of an app |
//! | [`coming_from_gradio`] | what is called what |

macro_rules! guides {
    ($($name:ident)*) => {
        $(#[doc = include_str!(concat!(stringify!($name), ".md"))] pub mod $name {})*
    };
}

guides! {
    api_page
    axum
    coming_from_gradio
    components
    custom_components
    deploying
    endpoints
    files
    mcp
    pages
    quickstart
    state
    streaming
    testing
}
