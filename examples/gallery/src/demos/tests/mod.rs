//! The demos, used as somebody would use them: each is opened, filled in and read, in process.

mod changes;
mod events;
mod files;
mod forms;
mod kept;
mod steps;

use vetrina::test::Page;

use super::Demo;

/// The page of a demo.
#[track_caller]
fn open(name: &str) -> Page {
    let demo = Demo::named(name).unwrap_or_else(|| panic!("there is no demo {name}"));
    Page::open(&demo.app())
}

#[test]
fn every_demo_opens() {
    for demo in super::ALL {
        let page = Page::open(&demo.app());
        let failed = page.notes().iter().find(|note| note.level == "error");
        assert_eq!(failed, None, "{}", demo.name);
    }
}
