//! A navigation bar that keeps what was chosen from one page to the next.

use vetrina::prelude::*;

const LINKS: [(&str, &str); 2] = [("Main Page", ""), ("Page 2", "second")];
const COUNTRIES: [&str; 3] = ["America", "Canada", "Pakistan"];

#[page]
fn main_page(ui: &mut Ui) {
    ui.markdown(
        "If you select an option, and go to the second page, the option will be preserved.",
    );
    let navbar = ui.add(Navbar::new(LINKS).main_page_name(None));
    let choice = ui.add(Dropdown::new(COUNTRIES).label("Select an option").value(None::<String>));
    choice.change(links, &choice, &navbar).js(KEEP);
}

#[page(navbar = false)]
fn second(ui: &mut Ui) {
    ui.add(Navbar::new(LINKS).main_page_name(None));
    let choice = ui.add(Dropdown::new(COUNTRIES).label("Select a value").value(None::<String>));
    ui.load(chosen, (), &choice);
}

fn links(choice: Option<String>) -> Vec<(String, String)> {
    let query = choice.map_or(String::new(), |choice| format!("?option={choice}"));
    LINKS.map(|(name, path)| (name.into(), format!("{path}{query}"))).into()
}

fn chosen(request: Request) -> Option<String> {
    let option = request.query()?.split('&').find_map(|pair| pair.strip_prefix("option="));
    option.map(Into::into)
}

const KEEP: &str = "choice => {
    const url = new URL(location);
    if (choice) url.searchParams.set('option', choice);
    history.replaceState({}, '', url);
    return choice;
}";
