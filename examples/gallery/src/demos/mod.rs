//! The demos, one file each. A module is an app.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a function owns what its caller sent"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "demos count in small numbers"
)]

use vetrina::App;

/// What a demo is about; the front page filters by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Numbers,
    Tables,
    Learning,
    Events,
    Pages,
    State,
    Files,
    Talk,
    Pictures,
    Media,
    Steps,
    Api,
}

impl Kind {
    pub(crate) const ALL: &[Self] = &[
        Self::Text,
        Self::Numbers,
        Self::Tables,
        Self::Learning,
        Self::Events,
        Self::Pages,
        Self::State,
        Self::Files,
        Self::Talk,
        Self::Pictures,
        Self::Media,
        Self::Steps,
        Self::Api,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Numbers => "Numbers",
            Self::Tables => "Tables",
            Self::Learning => "Learning",
            Self::Events => "Events",
            Self::Pages => "Pages and layout",
            Self::State => "State",
            Self::Files => "Files",
            Self::Talk => "Conversations",
            Self::Pictures => "Pictures",
            Self::Media => "Sound and film",
            Self::Steps => "Step by step",
            Self::Api => "For programs",
        }
    }
}

/// One demo: the module `gallery::demos::<name>`, served at `/<name>/`.
#[derive(Debug)]
pub(crate) struct Demo {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) kind: Kind,
    /// Arguments for its first function, in JSON; the card shows them with the answer.
    pub(crate) sample: &'static str,
    pub(crate) source: &'static str,
    module: &'static str,
}

macro_rules! demos {
    ($($name:ident, $title:literal, $kind:ident, $sample:expr;)*) => {
        $(mod $name;)*

        /// All demos, in the order of the front page.
        pub(crate) const ALL: &[Demo] = &[$(Demo {
            name: stringify!($name),
            title: $title,
            kind: Kind::$kind,
            sample: $sample,
            source: include_str!(concat!(stringify!($name), ".rs")),
            module: concat!(module_path!(), "::", stringify!($name)),
        }),*];
    };
}

/// Arguments that begin with a picture: hills under a low sun.
macro_rules! picture {
    ($($more:literal)?) => {
        concat!(
            r#"[{"url": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABgAAAAQAgMAAABxSlcGAAAADFBMVEX6zVqWyNdajG48aVox+p4qAAAAQklEQVR42m3KsRXAIBACUNzRc4jsZREcwn0cwSLkvGdhIQW/AFgEBynIuLC39SxkdR6Sjjdfw3Q0ILLrg2aTBEU2Pzk0M309vu/xAAAAAElFTkSuQmCC"}"#,
            $($more,)?
            "]"
        )
    };
}
/// A string that was struck, as it travels inside of a call.
const SOUND: &str = concat!(
    r#"[{"orig_name": "sound.wav", "url": "data:audio/wav;base64,"#,
    "UklGRpwAAABXQVZFZm10IBAAAAABAAEA0AcAANAHAAABAAgAZGF0YXgAAADC6mYQb+W1MS+t3nYhZtG2RTWd0oIx",
    "YMC1VTyPxoo/XbGzYkSFu5BMXaWvbUt+sZNXXZqqdVN5qJVgX5KmfFl1oJZoYouhgGBzmZVuZIachGZyk5R0Z4KY",
    "hmtxjpN4an+Uh29yipF7bX2QiHNyh49+cHuNiHZzhI0=",
    r#""}]"#,
);

/// No more than the name of a film.
const FILM: &str = r#"[{"orig_name": "film.mp4", "url": "data:video/mp4;base64,"}]"#;

demos! {
    hello_world, "Hello, world", Text, r#"["Ada"]"#;
    hello_world_2, "Hello, loudly", Text, r#"["Ada", 4]"#;
    hello_world_3, "Hello, with the weather", Text, r#"["Ada", true, 68]"#;
    hello_world_4, "Hello, by default", Text, r#"["World", 3]"#;
    calculator, "Toy calculator", Numbers, r#"[144, "multiply", 2.5]"#;
    interface_with_additional_inputs, "Rarely needed inputs", Pictures, r#"["A blue square", 7, null]"#;
    calculator_live, "Live calculator", Numbers, r#"[45, "add", 3]"#;
    sentence_builder, "Sentence builder", Text,
        r#"[4, "dog", ["Japan"], "zoo", ["ate", "swam"], false]"#;
    longest_word, "Longest word", Text, r#"["The quick brown fox jumped over the lazy dog."]"#;
    no_input, "A kind word", Text, "[]";
    diff_texts, "What is different", Text,
        r#"["The quick brown fox jumped over the lazy dogs.", "The fast brown fox jumps over lazy dogs."]"#;
    highlightedtext_component, "Marked words", Text, "[]";
    label_component, "How likely", Text, "[]";
    paramviewer_component, "What a function takes", Text, "[]";
    json_component, "Data as a tree", Text, r#"[{"Key 1": "Value 1", "Key 2": [1, 2, 3]}]"#;
    plot_component, "A curve", Numbers, "[]";
    latex, "Formulas", Text, "[]";
    markdown_example, "A text with everything", Text, "[]";
    filter_records, "Some of the rows", Tables,
        r#"[{"headers": ["name", "age", "gender"], "data": [["Ada", 36, "F"], ["Bob", 41, "M"]]}, "F"]"#;
    sort_records, "Rows in order", Tables,
        r#"[{"headers": ["item", "quantity"], "data": [["pears", 7], ["apples", 3]]}]"#;
    tax_calculator, "What is left to pay", Tables,
        r#"[80000, "Single", {"headers": ["Item", "Cost"], "data": [["Suit", 800], ["Car", 800]]}]"#;
    matrix_transpose, "A matrix, turned over", Tables, r#"[{"headers": ["1", "2"], "data": [[1, 2], [3, 4]]}]"#;
    dataframe_events, "What a table tells", Tables, "[]";
    dataframe_colorful, "Cells with colours", Tables, "[]";
    dataframe_streaming, "A table that changes", Tables, r#"[{"headers": ["1", "2"], "data": [[0, 0]]}]"#;
    many_rows, "A hundred thousand rows", Tables, "[]";
    tictactoe, "Noughts and crosses", Tables, "[]";
    iris, "Which iris is it?", Learning, "[6.0, 2.9, 4.8, 1.7]";
    kitchen_sink, "Kitchen sink", Media,
        r#"["hello", "world", 10, 12, 4, true, ["foo", "baz"], "baz", "bar", ["foo"], null, null, null, null, null, null,
            [["Ada", 36, "female"]], null]"#;
    hello_blocks, "Hello, button", Events, r#"["Ada"]"#;
    blocks_hello, "Hello, while you type", Events, r#"["Ada"]"#;
    blocks_page_load, "Hello, on arrival", Events, r#"["Frank"]"#;
    input_output, "In and out", Events, r#"["stressed"]"#;
    reversible_flow, "There and back", Events, "[1]";
    validator_simple, "Judged first", Events, r#"[7, "Rome"]"#;
    calculator_blocks_cached, "Examples with results", Numbers, r#"[5, "add", 3]"#;
    calculator_blocks, "Calculator in columns", Events, r#"[5, "add", 3]"#;
    blocks_essay, "A page that changes", Events, "[25]";
    blocks_essay_simple, "A box that changes", Events, r#"["long"]"#;
    blocks_update, "One choice after the other", Events, r#"["Bird"]"#;
    blocks_form, "A form that gives way", Events, r#"["Ada", 36, ["Fever"]]"#;
    blocks_chained_events, "One thing after the other", Events, "[]";
    change_vs_input, "Changed or typed", Events, "[]";
    clear_components, "Emptied at once", Events, "[]";
    code, "An editor", Text, r#"["python"]"#;
    dataset, "Samples to choose from", Events, "[0]";
    datetimes, "Dates", Events, r#"["2020-10-01 10:50:00"]"#;
    skip, "Leave it as it is", Events, "[]";
    variable_outputs, "As many as you like", Events, "[3]";
    timer, "Clocks of their own", Events, "[]";
    timer_simple, "By itself", Events, "[]";
    function_values, "Values that are functions", Events, "[3, true]";
    tabs, "Tabs in tabs", Pages, r#"["hi"]"#;
    tabs_visibility, "Hidden tabs", Pages, "[]";
    walkthrough, "Step for step", Pages, "[]";
    render_split_simple, "A box for each letter", Events, "[]";
    render_split, "Boxes or buttons", Events, "[]";
    render_merge, "Boxes that come and go", Events, "[]";
    render_preserve_key, "What a key keeps", Events, "[]";
    render_tests, "Drawn anew, and alive", Events, "[]";
    render_heavy_concurrently, "A thousand boxes", Events, "[]";
    blocks_flipper, "Back to front", Text, r#"["stressed"]"#;
    blocks_plug, "Three in one", Pages, r#"["the same"]"#;
    blocks_sidebar, "At the side", Pages, r#"["Fluff", true, "cute"]"#;
    draggable_dashboard, "In your own order", Pages, "[]";
    rows_and_columns, "Rows and columns", Pages, "[]";
    blocks_layout, "Side by side", Pages, "[]";
    blocks_group, "Close together", Pages, r#"["Ada"]"#;
    dropdown_key_up, "Key by key", Events, "[]";
    event_trigger, "Whoever changes it", Events, r#"["Ada"]"#;
    state_change, "What changed", State, "[null]";
    unload_event_test, "A farewell", State, "[]";
    on_listener_basic, "Two ways to greet", Events, r#"["Ada"]"#;
    on_listener_test, "Where it began", Events, r#"["Ada"]"#;
    on_listener_live, "A sum that follows", Events, "[1, 2, 3]";
    visibility_test, "Seen and unseen", Events, r#"["Visible", "Ada"]"#;
    blocks_js_methods, "Without a server", Events, r#"["Ada", "loved", "numbers"]"#;
    blocks_js_load, "A script on arrival", Events, r#"["Ada"]"#;
    tabbed_interface_lite, "Functions in tabs", Pages, r#"["Ada"]"#;
    multipage, "Three pages", Pages, r#"["Ada"]"#;
    navbar_customization, "A bar that hides", Pages, "[]";
    navbar_query_params, "From page to page", Pages, "[\"Canada\"]";
    themes, "Eight looks", Pages, "[]";
    custom_css, "Rules of one's own", Pages, "[]";
    simple_state, "Shopping cart", State, r#"[["Milk", "Water"]]"#;
    browserstate, "Kept by your browser", State, "[]";
    interface_state, "What you said before", State, r#"["Good evening"]"#;
    score_tracker, "Top scores", State, "[42]";
    hangman, "Hangman", State, r#"["e"]"#;
    todo_list, "Things to do", State, "[]";
    file_component_events, "What happens to files", Files, "[[], 0]";
    file_explorer, "Files on the server", Files, "[[]]";
    file_explorer_component_events, "Folders in turn", Files, "[true]";
    multimodaltextbox_component, "A message with files", Files, r#"[{"text": "Hello", "files": []}]"#;
    upload_and_download, "There and back", Files,
        r#"[{"url": "data:text/plain;base64,SGVsbG8h", "orig_name": "hello.txt"}]"#;
    upload_button, "Files from a button", Files, "[[]]";
    upload_button_component_events, "A button, counted", Files, "[[], 0]";
    upload_file_limit_test, "Small files only", Files, "[]";
    zip_files, "Pack files", Files,
        r#"[[{"url": "data:text/plain;base64,SGVsbG8h", "orig_name": "hello.txt"}]]"#;
    zip_to_json, "What is in an archive", Files,
        r#"[{"url": "data:application/zip;base64,UEsDBBQAAAAIAAAAIQCvfRiECQAAADAAAAAIAAAAcG9lbS50eHRLy09XSCMBAwBQSwECFAMUAAAACAAAACEAr30YhAkAAAAwAAAACAAAAAAAAAAAAAAAgAEAAAAAcG9lbS50eHRQSwUGAAAAAAEAAQA2AAAALwAAAAAA", "orig_name": "poem.zip"}]"#;
    chatbot_simple, "A conversation by hand", Talk, r#"["Hello", []]"#;
    chatbot_streaming, "Letter by letter", Talk, r#"["Hello", []]"#;
    chatbot_consecutive, "Question, then answer", Talk, r#"["Hello", []]"#;
    chatbot_core_components_simple, "Answers to look at", Talk, r#"[[], {"text": "Hello", "files": []}]"#;
    chatbot_core_components_simple_messages_testcase, "Any component is an answer", Talk, r#"[[], {"text": "Hello", "files": []}]"#;
    chatbot_editable, "Said anew", Talk, "[[], []]";
    chatbot_with_tools, "An assistant with a tool", Talk, "[[]]";
    chatbot_multimodal, "Words and files", Talk, r#"[[], {"text": "Hello", "files": []}]"#;
    chatbot_multimodal_tuples_testcase, "Words and files in pairs", Talk, r#"[[], {"text": "Hello", "files": []}]"#;
    chatbot_nested_thoughts, "Thoughts within thoughts", Talk, "[[]]";
    chatbot_examples, "What to begin with", Talk, r#"[[], {"text": "Hello", "files": []}]"#;
    chatbot_retry_undo_like, "Once more", Talk, r#"["Hello", []]"#;
    chat_with_the_guide, "A model that has read the guide", Talk, r#"["How do I stream an answer?"]"#;
    chatinterface_random_response, "Yes or no", Talk, r#"["Hello"]"#;
    chatinterface_streaming_echo, "A slow echo", Talk, r#"["Hello"]"#;
    chatinterface_system_prompt, "What it is told", Talk, r#"["Hello"]"#;
    chatinterface_options, "Answers to choose from", Talk, r#"["Hello"]"#;
    chatinterface_artifacts, "What it is about", Talk, r#"["Hello"]"#;
    chatinterface_save_history, "Kept for later", Talk, r#"[{"text": "Hello", "files": []}]"#;
    chatinterface_prefill, "Begun elsewhere", Talk, r#"["Hello"]"#;
    chatinterface_thoughts, "Thoughts before words", Talk, r#"["Hello"]"#;
    test_chatinterface_examples, "Said at a click", Talk, r#"["Hello"]"#;
    test_chatinterface_examples_tuples_examples_testcase, "Pairs at a click", Talk, r#"["Hello"]"#;
    test_chatinterface_examples_multimodal_tuples_examples_testcase, "Pairs with files at a click", Talk, r#"[{"text": "Hello", "files": []}]"#;
    test_chatinterface_examples_multimodal_messages_examples_testcase, "Files at a click", Talk, r#"[{"text": "Hello", "files": []}]"#;
    test_chatinterface_examples_eager_caching_examples_testcase, "Kept from the start", Talk, r#"["Hello"]"#;
    test_chatinterface_examples_lazy_caching_examples_testcase, "Kept since the first click", Talk, r#"["Hello"]"#;
    test_chatinterface_streaming_echo, "An echo that counts", Talk, r#"["Hello"]"#;
    test_chatinterface_streaming_echo_messages_testcase, "Messages that count", Talk, r#"["Hello"]"#;
    test_chatinterface_streaming_echo_multimodal_messages_testcase, "Words and files that count", Talk, r#"[{"text": "Hello", "files": []}]"#;
    test_chatinterface_streaming_echo_multimodal_tuples_testcase, "Pairs with files that count", Talk, r#"[{"text": "Hello", "files": []}]"#;
    test_chatinterface_streaming_echo_multimodal_non_stream_testcase, "Pairs all at once", Talk, r#"[{"text": "Hello", "files": []}]"#;
    color_picker, "Another colour", Pictures, picture!(r##", "#bb3e03""##);
    blocks_flag, "Worth keeping", Pictures, picture!(", 0.5");
    sepia_filter, "An old photograph", Pictures, picture!();
    fake_diffusion, "Out of the noise", Pictures, "[1]";
    image_component_events, "All that happens to a picture", Pictures, picture!(", 0");
    image_segmentation, "What is in the picture", Pictures, picture!(", 2, 1");
    imageslider, "Before and after", Pictures, picture!();
    gallery_selections, "Nine shades", Pictures, "[]";
    gallery_component_events, "All that happens to a gallery", Pictures, "[[], 0]";
    reverse_audio, "Backwards", Media, SOUND;
    stream_audio_out, "Heard while it is made", Media, "[4]";
    stream_audio, "As you say it", Media, SOUND;
    stream_frames, "Your camera, upside down", Media, picture!();
    streaming_simple, "There and back", Media, picture!();
    generate_tone, "Plays a note", Media, r#"["A", 4, 1]"#;
    main_note, "Which note it is", Media, SOUND;
    video_identity, "A film", Media, FILM;
    video_subtitle, "What is said in it", Media,
        r#"[{"orig_name": "film.mp4", "url": "data:video/mp4;base64,"}, null]"#;
    audio_mixer, "Mixing desk", Media, "[]";
    audio_component_events, "What a sound tells of", Media, "[0]";
    video_component_events, "What a film tells of", Media, "[0]";
    model3d_component_events, "What a model tells of", Media, "[null, 0]";
    count_generator, "Count", Steps, "[10]";
    progress_simple, "Slowly backwards", Steps, r#"[""]"#;
    progress_component, "A bar in the block", Steps, "";
    cancel_events, "Enough of that", Steps, "[2]";
    concurrency_with_queue, "One after the other", Steps, "";
    concurrency_without_queue, "All at once", Steps, "";
    queue_full_e2e_test, "A short queue", Steps, "";
    rapid_generation, "Forty-four streams", Steps, "";
    rate_limit, "Three a minute", Events, "";
    validator_chatinterface, "Judged before it is answered", Talk, r#"["Hello"]"#;
    validator_interface, "Judged, with pictures", Events, r#"[7, "Rome"]"#;
    cache_demo, "Worked out once", Steps, "";
    cache_manual_demo, "A cache of one's own", Steps, r#"["to be"]"#;
    letter_counter, "How many letters", Api, r#"["strawberry", "r"]"#;
    request_ip_headers, "Who asks", Api, r#"["hello"]"#;
    add_and_slice, "Add and slice", Api, r#"[1, 3, ["a", "b", "c", "d"]]"#;
    mcp_tools, "Tools for assistants", Api, r#"["1001"]"#;
    mcp_tool_only, "A tool only", Api, r#"[["a", "b", "c", "d"], 1, 3]"#;
    mcp_progress, "A tool that tells how far", Api, r#"["Hi"]"#;
    mcp_resources_and_prompts, "Something to read, and a prompt", Api, "[1, 2]";
}

impl Demo {
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|demo| demo.name == name)
    }

    /// What it shows, in a sentence: the first line of its file.
    pub(crate) fn about(&self) -> &'static str {
        self.source
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches("//!")
            .trim()
    }

    /// The name of its file.
    pub(crate) fn file(&self) -> String {
        format!("{}.rs", self.name)
    }

    pub(crate) fn app(&self) -> App {
        let app = App::module(self.module).title(self.title);
        match self.name {
            "upload_file_limit_test" => app.max_file_size(15_000),
            "cancel_events" => app.max_size(20),
            "queue_full_e2e_test" => app.max_size(2),
            _ => app,
        }
    }
}

#[cfg(test)]
mod tests;
