//! What functions learn of events that happen on a real page.

use std::time::Duration;

use vetrina_tests::{run, tools};

use super::Page;

mod app {
    use vetrina::{endpoint::Target, page::Handle, prelude::*};

    /// Tells ten times in half a second, as a microphone would.
    #[component(data_model = u32, events(stream), frontend = "ticking.js")]
    pub(super) struct Ticking {}

    #[page]
    fn heard(ui: &mut Ui) {
        let told = ui.add(Textbox::new().label("Told"));
        choices(ui, &told);
        texts(ui, &told);
        files(ui, &told);
        talk(ui, &told);
        ticks(ui);
    }

    fn choices(ui: &mut Ui, told: &Handle<Textbox>) {
        let table = Dataframe::new()
            .headers(["a", "b"])
            .interactive(false)
            .label("Table");
        let table = ui.add(table.value(vec![vec![1, 2], vec![3, 4]]));
        table.select(
            |it: SelectData| {
                format!(
                    "{} {:?} {} {:?} {:?} {}",
                    at(it.target.as_ref()),
                    it.index.two(),
                    it.value,
                    it.row_value,
                    it.col_value,
                    it.selected
                )
            },
            (),
            told,
        );
        let many = ui.add(CheckboxGroup::new(["x", "y"]).label("Many"));
        many.select(
            |it: SelectData| {
                format!(
                    "{} {} {} {}",
                    at(it.target.as_ref()),
                    it.index.one(),
                    it.value,
                    it.selected
                )
            },
            (),
            told,
        );
    }

    fn texts(ui: &mut Ui, told: &Handle<Textbox>) {
        let typed = ui.add(Dropdown::new(["Oslo"]).label("City"));
        typed.key_up(
            |it: KeyUpData| format!("{} {} {}", at(it.target.as_ref()), it.key, it.input_value),
            (),
            told,
        );

        let text = ui.add(
            Textbox::new()
                .label("Text")
                .value("to copy")
                .show_copy_button(true),
        );
        text.copy(
            |it: CopyData| format!("{} {}", at(it.target.as_ref()), it.value),
            (),
            told,
        );

        let go = ui.add(Button::new("Go"));
        ui.on([&go.click, &text.submit], plain, (), told);
    }

    fn files(ui: &mut Ui, told: &Handle<Textbox>) {
        let files = ui.add(File::new().multiple().label("Files"));
        files.download(
            |it: DownloadData| {
                format!(
                    "{} {} {:?}",
                    at(it.target.as_ref()),
                    it.file.name(),
                    it.file.read().unwrap()
                )
            },
            (),
            told,
        );
        files.delete(
            |it: DeletedFileData| {
                format!(
                    "{} {} {:?}",
                    at(it.target.as_ref()),
                    it.file.name(),
                    it.file.read().unwrap()
                )
            },
            (),
            told,
        );
        let pictures = ui.add(Gallery::new().label("Pictures").interactive(true));
        pictures.delete(
            |it: DeletedFileData| format!("{} {}", at(it.target.as_ref()), it.file.name()),
            (),
            told,
        );
    }

    fn talk(ui: &mut Ui, told: &Handle<Textbox>) {
        let talk = [Message::user("one"), Message::assistant("two")];
        let talk = ui.add(
            Chatbot::new()
                .label("Talk")
                .editable(Editable::User)
                .value(talk.to_vec()),
        );
        talk.like(
            |it: LikeData| {
                format!(
                    "{} {} {} {}",
                    at(it.target.as_ref()),
                    it.index,
                    it.value,
                    it.liked.is_up()
                )
            },
            (),
            told,
        );
        talk.retry(
            |it: RetryData| format!("{} {} {}", at(it.target.as_ref()), it.index, it.value),
            (),
            told,
        );
        talk.undo(
            |it: UndoData| format!("{} {} {}", at(it.target.as_ref()), it.index, it.value),
            (),
            told,
        );
        talk.edit(
            |it: EditData| {
                format!(
                    "{} {} {} {}",
                    at(it.target.as_ref()),
                    it.index,
                    it.previous_value,
                    it.value
                )
            },
            (),
            told,
        );
    }

    fn ticks(ui: &mut Ui) {
        let ticking = ui.add(Ticking::new().label("Ticking"));
        let (often, seldom) = (ui.state(0u32), ui.state(0u32));
        let (fast, slow) = (
            ui.add(Number::new().label("Fast")),
            ui.add(Number::new().label("Slow")),
        );
        ticking
            .stream(one_more, &often, (&often, &fast))
            .stream_every(0.0);
        ticking
            .stream(one_more, &seldom, (&seldom, &slow))
            .stream_every(30.0);
    }

    fn at(target: Option<&Target>) -> String {
        let target = target.expect("the page says where it happened");
        format!("{}.{}", target.component, target.event.unwrap_or("?"))
    }

    fn plain(event: EventData) -> String {
        format!("{} {:?}", at(event.target.as_ref()), event.data)
    }

    fn one_more(count: u32) -> (u32, u32) {
        (count + 1, count + 1)
    }
}

#[test]
fn each_kind_of_event_data_arrives_from_the_page() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let script = tools::sources().join("pages/event_data.mjs");
    run(
        "event_data",
        tools::browser().arg(script).arg(page.running.url()),
        Duration::from_secs(180),
    );
}
