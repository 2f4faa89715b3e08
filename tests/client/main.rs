//! `vetrina::client` against apps of both lines of Gradio and of Vetrina: the same app on each,
//! the same calls.

mod calls;
mod connecting;
mod far;
mod loading;
mod remotes;
mod waiting;

use far::Far;

/// Each behaviour on each kind of app.
macro_rules! everywhere {
    ($($name:ident),* $(,)?) => {
        mod gradio_5 {
            $(#[tokio::test] async fn $name() { super::calls::$name(&super::Far::Gradio5).await; })*
        }
        mod gradio_6 {
            $(#[tokio::test] async fn $name() { super::calls::$name(&super::Far::Gradio6).await; })*
        }
        mod vetrina {
            $(#[tokio::test] async fn $name() { super::calls::$name(&super::Far::Vetrina).await; })*
        }
    };
}

/// What holds for an app that is shown by another one as well.
macro_rules! through_another {
    ($($name:ident),* $(,)?) => {
        mod through_gradio_5 {
            $(#[tokio::test] async fn $name() { super::calls::$name(&super::Far::ThroughGradio5).await; })*
        }
        mod through_gradio_6 {
            $(#[tokio::test] async fn $name() { super::calls::$name(&super::Far::ThroughGradio6).await; })*
        }
        mod through_vetrina {
            $(#[tokio::test] async fn $name() { super::calls::$name(&super::Far::ThroughVetrina).await; })*
        }
    };
}

through_another! {
    a_call_that_is_cancelled_stops,
    arguments_go_by_position_and_by_name,
    failures_say_what_the_function_says,
    files_go_both_ways,
    results_come_one_by_one_with_progress_and_notes,
    results_may_be_several_or_none,
    sessions_keep_what_is_theirs,
    what_grows_arrives_whole,
}

everywhere! {
    a_call_that_is_cancelled_stops,
    arguments_go_by_position_and_by_name,
    disabled_and_unknown_endpoints_are_told_apart,
    failures_say_what_the_function_says,
    files_go_both_ways,
    many_calls_at_once_share_one_stream,
    results_come_one_by_one_with_progress_and_notes,
    results_may_be_several_or_none,
    sessions_keep_what_is_theirs,
    the_api_is_told,
    values_are_judged_first,
    what_grows_arrives_whole,
}
