//! What a person does at a page.

mod files;

use serde::Serialize;
use serde_json::{Value, json};

use crate::components::ChatbotData;

use super::{
    Name, Page,
    host::whole,
    part::{Part, shown},
};

/// Everything below waits until what it caused is over, but [`Page::start`].
impl Page {
    /// Gives a value to what stands there, as typing and choosing do; a choice by its value or by
    /// what it is called, several as a list, a table by its rows.
    ///
    /// ```
    /// # mod app {
    /// # use vetrina::prelude::*;
    /// # #[endpoint]
    /// # fn order(#[input(Radio::new(["tea", "coffee"]))] drink: String) -> String { format!("One {drink}") }
    /// # }
    /// # use vetrina::{App, test::Page};
    /// # let mut page = Page::open(&App::module(concat!(module_path!(), "::app")));
    /// page.fill("Drink", "tea");
    /// ```
    ///
    /// # Panics
    /// When there is nothing of that name, nobody may change it, or it has no such choice.
    #[track_caller]
    pub fn fill<'a>(&mut self, name: impl Into<Name<'a>>, value: impl Serialize) {
        let value = plain(value);
        let name = name.into();
        let part = self.usable(name, self.play.parts.find(name));
        let (id, kind) = (part.id, part.kind.clone());
        let told = match kind.as_str() {
            "radio" | "dropdown" | "checkboxgroup" => chosen(part, &value),
            "checkbox" => Given {
                selects: vec![json!({"index": 0, "value": value, "selected": value})],
                value,
            },
            // A table by its rows alone.
            "dataframe" if value.is_array() => Given {
                value: json!({"headers": part.headers(), "data": value, "metadata": null}),
                selects: Vec::new(),
            },
            _ => Given {
                value,
                selects: Vec::new(),
            },
        };
        self.change(id, told.value.clone());
        for data in told.selects {
            self.play.happened(id, "select", &data);
        }
        if kind == "slider" {
            self.play.happened(id, "release", &told.value);
        }
        self.wait();
    }

    /// Presses a button, or clicks on what else hears of it.
    ///
    /// # Panics
    /// When there is nothing of that name, or it cannot be pressed.
    #[track_caller]
    pub fn click<'a>(&mut self, name: impl Into<Name<'a>>) {
        self.tell(name, "click", ());
    }

    /// Presses Enter in a field.
    ///
    /// # Panics
    /// When there is nothing of that name, or nobody can write there.
    #[track_caller]
    pub fn submit<'a>(&mut self, name: impl Into<Name<'a>>) {
        self.tell(name, "submit", ());
    }

    /// Says something in the chat of the page, and gives the last that is said then: the answer, if
    /// there is one.
    ///
    /// ```
    /// # mod app {
    /// # use vetrina::prelude::*;
    /// # #[chat]
    /// # fn echo(message: String, history: Vec<Message>) -> String { format!("{message} {}", history.len()) }
    /// # }
    /// # use vetrina::{App, test::Page};
    /// # let mut page = Page::open(&App::module(concat!(module_path!(), "::app")));
    /// assert_eq!(page.say("Hello"), "Hello 0");
    /// assert_eq!(page.say("Again"), "Again 2");
    /// ```
    ///
    /// # Panics
    /// When no conversation stands on the page, or there is nowhere to write.
    #[track_caller]
    pub fn say(&mut self, words: &str) -> String {
        let Some((message_box, talk)) = self.play.chat() else {
            panic!("nobody listens: there is no chat on this page");
        };
        let is_multimodal = self.play.parts.get_mut(message_box);
        let value = match is_multimodal.map(|part| part.kind.as_str()) {
            Some("multimodaltextbox") => json!({"text": words, "files": []}),
            _ => json!(words),
        };
        self.change(message_box, value);
        self.play.happened(message_box, "submit", &Value::Null);
        self.wait();
        let talk = self.play.parts.get_mut(talk).map(|part| part.value());
        let talk: Option<ChatbotData> = talk.and_then(|it| serde_json::from_value(it).ok());
        let talk = talk.map(ChatbotData::messages).unwrap_or_default();
        talk.last()
            .map(|last| last.text().to_owned())
            .unwrap_or_default()
    }

    /// Chooses a part of what is shown: a cell of a table by `(row, column)`, a picture of a gallery, a
    /// sample or a label by its place.
    ///
    /// ```
    /// # mod app {
    /// # use vetrina::prelude::*;
    /// # #[page]
    /// # fn grid(ui: &mut Ui) {
    /// #     let (board, cell) = (ui.add(Dataframe::new().value([["a", "b"]]).label("Board")), ui.add(Textbox::new().label("Cell")));
    /// #     board.select(|cell: SelectData| cell.value.to_string(), (), &cell);
    /// # }
    /// # }
    /// # use vetrina::{App, test::Page};
    /// # let mut page = Page::open(&App::module(concat!(module_path!(), "::app")));
    /// page.select("Board", (0, 1));
    /// assert_eq!(page.text("Cell"), "\"b\"");
    /// ```
    ///
    /// # Panics
    /// When there is nothing of that name, or nothing at that place.
    #[track_caller]
    pub fn select<'a>(&mut self, name: impl Into<Name<'a>>, place: impl Serialize) {
        let (name, place) = (name.into(), plain(place));
        let part = self.usable(name, self.play.parts.find(name));
        let data = selected(part, &place).unwrap_or_else(|| {
            panic!(
                "this {} has nothing at {place}: {}",
                part.kind,
                part.value()
            )
        });
        let (id, is_dataset) = (part.id, part.kind == "dataset");
        if is_dataset {
            if let Some(part) = self.play.parts.get_mut(id) {
                part.props.insert("value".into(), place);
            }
            self.play.happened(id, "change", &Value::Null);
            self.play.happened(id, "click", &Value::Null);
        }
        self.play.happened(id, "select", &data);
        self.wait();
    }

    /// Turns to a tab or a step, or opens what is folded, by its label.
    ///
    /// # Panics
    /// When there is nothing of that name, or it is disabled.
    #[track_caller]
    pub fn turn_to<'a>(&mut self, name: impl Into<Name<'a>>) {
        let name = name.into();
        let part = self.usable(name, self.play.parts.find_folded(name));
        let (id, label, key) = (part.id, part.prop("label").clone(), part.prop("id").clone());
        if matches!(part.kind.as_str(), "accordion" | "sidebar") {
            if let Some(part) = self.play.parts.get_mut(id) {
                part.props.insert("open".into(), json!(true));
            }
            self.play.happened(id, "expand", &Value::Null);
            return self.wait();
        }
        let parent = self.play.parts.parent(part).map(|tabs| tabs.id);
        let parent = parent.unwrap_or_else(|| panic!("a {} is nothing to turn to", part.kind));
        let index = self
            .play
            .parts
            .iter()
            .filter(|tab| {
                self.play
                    .parts
                    .parent(tab)
                    .is_some_and(|it| it.id == parent)
            })
            .position(|tab| tab.id == id);
        let data = json!({"index": index, "value": label});
        if let Some(tabs) = self.play.parts.get_mut(parent) {
            tabs.props.insert("selected".into(), key);
        }
        self.play.happened(parent, "change", &Value::Null);
        self.play.happened(parent, "select", &data);
        self.play.happened(id, "select", &data);
        self.wait();
    }

    /// Any event, with what the page would say of it.
    ///
    /// # Panics
    /// When there is nothing of that name, it is hidden or disabled, or nothing hears of that event.
    #[track_caller]
    pub fn tell<'a>(&mut self, name: impl Into<Name<'a>>, event: &str, data: impl Serialize) {
        self.begin(name.into(), event, data);
        self.wait();
    }

    /// The same without waiting: [`step`](Self::step) goes on from here, and [`wait`](Self::wait) to
    /// the end.
    ///
    /// # Panics
    /// As [`tell`](Self::tell).
    #[track_caller]
    pub fn start<'a>(&mut self, name: impl Into<Name<'a>>, event: &str) {
        self.begin(name.into(), event, ());
    }

    /// Lets every timer that is active tick once.
    #[track_caller]
    pub fn tick(&mut self) {
        let active = self.play.parts.iter();
        let active = active.filter(|part| part.kind == "timer" && *part.prop("active") != false);
        for id in active.map(|part| part.id).collect::<Vec<_>>() {
            self.play.happened(id, "tick", &Value::Null);
        }
        self.wait();
    }

    /// Waits until an output was given something: an item of a stream, or an answer. False when
    /// everything is over.
    ///
    /// # Panics
    /// When nothing comes for half a minute.
    #[track_caller]
    pub fn step(&mut self) -> bool {
        let before = self.play.steps;
        while self.play.steps == before {
            if !self.play.go_on() {
                self.print();
                return false;
            }
        }
        true
    }

    /// Waits until everything is over that is under way.
    ///
    /// # Panics
    /// When nothing comes for half a minute.
    #[track_caller]
    pub fn wait(&mut self) {
        while self.play.go_on() {}
        self.print();
    }

    #[track_caller]
    fn begin(&mut self, name: Name<'_>, event: &str, data: impl Serialize) {
        let id = self.usable(name, self.play.parts.find(name)).id;
        assert!(
            self.play.hears(id, event),
            "nothing happens at `{event}` of {name:?}"
        );
        self.play.happened(id, event, &plain(data));
    }

    /// A person chose another value.
    fn change(&mut self, id: usize, value: Value) {
        if let Some(part) = self.play.parts.get_mut(id) {
            part.props.insert("value".into(), value);
            part.blame = None;
        }
        self.play.happened(id, "input", &Value::Null);
        self.play.happened(id, "change", &Value::Null);
    }

    /// What a person can get at.
    #[track_caller]
    fn usable<'p>(&self, name: Name<'_>, part: &'p Part) -> &'p Part {
        let faceless = ["timer", "state", "browserstate"].contains(&part.kind.as_str());
        assert!(
            faceless || self.play.parts.is_visible(part),
            "{name:?} is hidden"
        );
        assert!(part.is_interactive() || reads(part), "{name:?} is disabled");
        part
    }

    /// Shown where a test fails.
    fn print(&mut self) {
        for note in &self.play.notes[self.printed..] {
            println!(
                "the page says: {}: {}: {}",
                note.level, note.title, note.text
            );
        }
        self.printed = self.play.notes.len();
    }
}

/// What can be chosen from though nobody may change it.
fn reads(part: &Part) -> bool {
    !matches!(
        part.kind.as_str(),
        "button" | "uploadbutton" | "downloadbutton" | "tabitem"
    )
}

#[track_caller]
fn plain(value: impl Serialize) -> Value {
    let mut value = serde_json::to_value(value).expect("a value that can be written as JSON");
    whole(&mut value);
    value
}

/// A new value, and what is told of its choices.
struct Given {
    value: Value,
    selects: Vec<Value>,
}

#[track_caller]
fn chosen(part: &Part, wanted: &Value) -> Given {
    let find = |wanted: &Value| {
        let mut choices = part.choices().enumerate();
        let found = choices.find(|(_, (name, value))| *value == wanted || *wanted == **name);
        match found {
            Some((index, (_, value))) => (Some(index), value.clone()),
            None if *part.prop("allow_custom_value") == true || wanted.is_null() => {
                (None, wanted.clone())
            }
            None => panic!(
                "{wanted} is no choice; there are {:?}",
                part.choices().map(|(name, _)| name).collect::<Vec<_>>()
            ),
        }
    };
    let told = |(index, value): &(Option<usize>, Value), selected: bool| json!({"index": index, "value": value, "selected": selected});
    if !part.is_many() {
        let found = find(wanted);
        return Given {
            selects: vec![told(&found, true)],
            value: found.1,
        };
    }
    let before = part.value();
    let before = before.as_array().cloned().unwrap_or_default();
    let wanted = wanted
        .as_array()
        .cloned()
        .unwrap_or_else(|| vec![wanted.clone()]);
    let now: Vec<_> = wanted.iter().map(find).collect();
    let held = |value: &Value| now.iter().any(|(_, it)| it == value);
    let gone = before.iter().filter(|value| !held(value));
    let gone = gone.map(|value| told(&find(value), false));
    let come = now.iter().filter(|(_, value)| !before.contains(value));
    Given {
        selects: gone.chain(come.map(|found| told(found, true))).collect(),
        value: now.iter().map(|(_, value)| value.clone()).collect(),
    }
}

/// What the page says of a part that is chosen.
fn selected(part: &Part, place: &Value) -> Option<Value> {
    let value = part.value();
    let at = |place: &Value| usize::try_from(place.as_u64()?).ok();
    match part.kind.as_str() {
        "dataframe" => {
            let rows = value["data"].as_array()?;
            let (row, column) = (at(&place[0])?, at(&place[1])?);
            let cells = rows.get(row)?;
            let own: Vec<_> = rows.iter().map(|row| row[column].clone()).collect();
            Some(
                json!({"index": place, "value": cells.get(column)?, "row_value": cells, "col_value": own}),
            )
        }
        "dataset" => Some(json!({"index": place, "value": part.prop("samples").get(at(place)?)?})),
        "label" => {
            let label = &value["confidences"].get(at(place)?)?["label"];
            Some(json!({"index": place, "value": label}))
        }
        "highlightedtext" => {
            let token = value.get(at(place)?)?;
            Some(json!({"index": place, "value": [token["token"], token["class_or_confidence"]]}))
        }
        "annotatedimage" => {
            let label = &value["annotations"].get(at(place)?)?["label"];
            Some(json!({"index": place, "value": label}))
        }
        "gallery" => Some(json!({"index": place, "value": value.get(at(place)?)?})),
        "textbox" => {
            let letters: Vec<_> = shown(&value).encode_utf16().collect();
            let marked = letters.get(at(&place[0])?..at(&place[1])?)?;
            Some(json!({"index": place, "value": String::from_utf16_lossy(marked)}))
        }
        _ => Some(json!({"index": place, "value": null, "selected": true})),
    }
}

/// What a component makes of files that are given to it.
fn with_files(part: &Part, mut files: Vec<Value>) -> Option<Value> {
    let many = ["multiple", "directory"]
        .iter()
        .any(|count| *part.prop("file_count") == **count);
    let before = part.value();
    let before = || before.as_array().cloned().unwrap_or_default().into_iter();
    match part.kind.as_str() {
        "file" if many => Some(before().chain(files).collect()),
        "uploadbutton" if many => Some(files.into()),
        "file" | "uploadbutton" | "image" | "audio" => files.pop(),
        "video" => Some(json!({"video": files.pop()?, "subtitles": null})),
        "gallery" => {
            let new = files
                .into_iter()
                .map(|file| json!({"image": file, "caption": null}));
            Some(before().chain(new).collect())
        }
        "multimodaltextbox" => {
            let (text, own) = (&before_text(part), part.value());
            let own = own["files"].as_array().cloned().unwrap_or_default();
            Some(json!({"text": text, "files": own.into_iter().chain(files).collect::<Vec<_>>()}))
        }
        _ => None,
    }
}

fn before_text(part: &Part) -> Value {
    part.value()["text"].clone()
}
