//! The events that components share.

macro_rules! events {
    ($($(#[doc = $docs:literal])* $variant:ident = $name:literal,)*) => {
        /// The events that many components share, for `#[component(events(…))]`.
        ///
        /// `events(change)`, `events(Events::Change)` and `events("change")` say the same; an event of your
        /// own is a string.
        ///
        /// ```
        /// use vetrina::{component::Events, prelude::*};
        ///
        /// #[component(data_model = String, events(Events::Change, Events::KeyUp, "text_submit"))]
        /// pub struct Note {}
        ///
        /// assert_eq!(Note::EVENTS, ["change", "key_up", "text_submit"]);
        /// assert_eq!(Events::KeyUp.name(), "key_up");
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Events {
            $($(#[doc = $docs])* $variant,)*
        }

        impl Events {
            /// All of them, by name.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name on the wire, and that of its method on a handle.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

events! {
    /// Changes in an editor are taken over.
    Apply = "apply",
    /// The focus leaves it.
    Blur = "blur",
    /// Its value is another one, whoever changed it.
    Change = "change",
    /// It is emptied.
    Clear = "clear",
    /// It is clicked.
    Click = "click",
    /// It is folded.
    Collapse = "collapse",
    /// What it shows is copied.
    Copy = "copy",
    /// Something in it is deleted.
    Delete = "delete",
    /// It is clicked twice.
    DoubleClick = "double_click",
    /// Something in it is downloaded.
    Download = "download",
    /// Something in it is edited.
    Edit = "edit",
    /// It has been played to its end.
    End = "end",
    /// One of its examples is chosen.
    ExampleSelect = "example_select",
    /// It is unfolded.
    Expand = "expand",
    /// It gets the focus.
    Focus = "focus",
    /// A person changes its value.
    Input = "input",
    /// A key is let go in it.
    KeyUp = "key_up",
    /// Something in it is liked or disliked.
    Like = "like",
    /// It is loaded.
    Load = "load",
    /// One of its options is chosen.
    OptionSelect = "option_select",
    /// It is paused.
    Pause = "pause",
    /// A recording is paused.
    PauseRecording = "pause_recording",
    /// It is played.
    Play = "play",
    /// It is let go after dragging.
    Release = "release",
    /// Something in it is asked for again.
    Retry = "retry",
    /// Something in it is chosen.
    Select = "select",
    /// A recording begins.
    StartRecording = "start_recording",
    /// It is stopped.
    Stop = "stop",
    /// A recording ends.
    StopRecording = "stop_recording",
    /// The next piece of a stream is there.
    Stream = "stream",
    /// It is sent off.
    Submit = "submit",
    /// Its time is up.
    Tick = "tick",
    /// Something in it is undone.
    Undo = "undo",
    /// A file is uploaded.
    Upload = "upload",
}
