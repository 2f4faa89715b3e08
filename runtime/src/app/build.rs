//! Puts an app together from what is registered.

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use serde_json::{Value, json};

use super::{
    App, StartError,
    check::{Place, name, wires},
    environment,
    wiring::wiring,
};
use crate::{
    api::info,
    chat,
    endpoint::{Endpoint, Page},
    page::{
        AppFacts, Blocks, CHAT_NAME, Extras, PageFacts, Parent, Shared, Ui, api_only, config,
        heading, interface, keep_examples, title,
    },
    run::{Engine, Limits},
    server::{
        OwnFiles, Served,
        assets::{Assets, hash_of},
    },
    theme::Theme,
};

/// The app, ready to be served.
pub(super) fn build(app: &App) -> Result<Served, StartError> {
    let endpoints = in_scope(app, inventory::iter::<Endpoint>.into_iter(), |e| {
        (e.module, e.file, e.line, e.column, e.name)
    });
    let pages = in_scope(app, inventory::iter::<Page>.into_iter(), |p| {
        (p.module, p.file, p.line, p.column, p.name)
    });
    if endpoints.is_empty() && pages.is_empty() {
        return Err(StartError::Empty {
            module: app.module.clone(),
        });
    }
    let shared = Shared::default();
    let mut examples = environment::examples()?;
    if let Some(folder) = &app.examples_cache {
        examples.folder.clone_from(folder);
    }
    shared.get().settings = (examples, environment::flagging_mode()?);
    let (mode, page_facts) = if pages.is_empty() {
        interfaces(&shared, &endpoints, app.title.as_deref())
    } else {
        own_pages(&shared, &pages, &endpoints)?
    };
    let mut blocks = std::mem::take(&mut *shared.get());
    if pages.is_empty() {
        one_state_each(&blocks)?;
    }
    let eager = keep_examples(&mut blocks);
    name(&mut blocks.dependencies)?;
    wires(&blocks)?;
    let starts: Vec<_> = page_facts.iter().map(|page| page.dependencies).collect();
    wiring(&blocks, &starts)?;
    blocks.close_outputs();
    blocks.join_chunks();
    blocks.find_tables();
    blocks.frame_forms();
    let page_facts = with_roots(app, &mut blocks, page_facts);
    complain(&blocks, &pages)?;
    themes(&page_facts)?;
    let mut served = served(app, mode, &endpoints, &pages, &mut blocks, &page_facts)?;
    served.eager = eager;
    // What a function draws later stands among these.
    *shared.get() = blocks;
    Ok(served)
}

/// What is registered in the app's module and below, in the order of the source.
fn in_scope<T>(
    app: &App,
    all: impl Iterator<Item = &'static T>,
    place: impl Fn(&T) -> (&'static str, &'static str, u32, u32, &'static str),
) -> Vec<&'static T> {
    let inside = |module: &str| match &app.module {
        None => true,
        Some(scope) => {
            module == scope
                || module
                    .strip_prefix(scope.as_str())
                    .is_some_and(|rest| rest.starts_with("::"))
        }
    };
    let mut found: Vec<_> = all.filter(|item| inside(place(item).0)).collect();
    // Link order is not source order.
    found.sort_by_key(|item| {
        let (_, file, line, column, name) = place(item);
        (file, line, column, name)
    });
    found
}

/// What a first page without a title is called in the navigation bar.
const HOME: &str = "Home";

/// A page drawn so far: its path, its title, and how many events there were before it.
struct Drawn {
    path: String,
    title: String,
    in_navbar: bool,
    dependencies: usize,
}

fn interfaces(
    blocks: &Shared,
    endpoints: &[&'static Endpoint],
    app_title: Option<&str>,
) -> (&'static str, Vec<Drawn>) {
    let mut ui = Ui::new(blocks);
    let mode = match endpoints {
        [only] => {
            let own = title(only);
            ui.add(heading(app_title.unwrap_or(&own)));
            interface(&mut ui, only);
            match chat::of(only) {
                Some(chat) => {
                    let settings = (chat.settings)();
                    ui.fill_height(settings.fill_height);
                    ui.fill_width(settings.fill_width);
                    "chat_interface"
                }
                None => "interface",
            }
        }
        several => {
            ui.add(heading(app_title.unwrap_or(&program(several))));
            for endpoint in several {
                ui.tab(title(endpoint), |ui| interface(ui, endpoint));
            }
            "tabbed_interface"
        }
    };
    (
        mode,
        vec![Drawn {
            path: String::new(),
            title: HOME.into(),
            in_navbar: true,
            dependencies: 0,
        }],
    )
}

fn own_pages(
    blocks: &Shared,
    pages: &[&'static Page],
    endpoints: &[&'static Endpoint],
) -> Result<(&'static str, Vec<Drawn>), StartError> {
    let mut drawn: Vec<(Drawn, &Page)> = Vec::new();
    for page in pages {
        let path = page
            .path
            .unwrap_or(if drawn.is_empty() { "" } else { page.name })
            .to_owned();
        if let Some((_, first)) = drawn.iter().find(|(other, _)| other.path == path) {
            let (first, again) = (Place::of_page(first), Place::of_page(page));
            return Err(StartError::SamePath { path, first, again });
        }
        let title = match page.title {
            Some(title) => title.to_owned(),
            None if path.is_empty() => HOME.to_owned(),
            None => crate::endpoint::humanised(page.name),
        };
        let facts = Drawn {
            path,
            title,
            in_navbar: page.navbar,
            dependencies: blocks.get().dependencies.len(),
        };
        drawn.push((facts, page));
        (page.build)(&mut Ui::new(blocks));
    }
    for endpoint in endpoints {
        let is_wired = blocks.get().dependencies.iter().any(|event| {
            // Endpoints that one macro writes share their place.
            event.place == (endpoint.file, endpoint.line)
                && [endpoint.name, CHAT_NAME].contains(&&*event.function)
        });
        if !is_wired {
            api_only(&mut blocks.get(), endpoint);
        }
    }
    Ok((
        "blocks",
        drawn.into_iter().map(|(facts, _)| facts).collect(),
    ))
}

fn with_roots(app: &App, blocks: &mut Blocks, drawn: Vec<Drawn>) -> Vec<PageFacts> {
    blocks.paths = drawn.iter().map(|page| page.path.clone()).collect();
    let next = drawn.iter().skip(1).map(|page| page.dependencies);
    let ends: Vec<_> = next.chain([blocks.dependencies.len()]).collect();
    drawn
        .into_iter()
        .enumerate()
        .map(|(number, page)| PageFacts {
            path: page.path,
            title: page.title,
            in_navbar: page.in_navbar,
            roots: blocks.children(Parent::Page(number)).to_vec(),
            dependencies: (page.dependencies..ends[number]).collect(),
            extras: extras(app, std::mem::take(blocks.extras(number))),
        })
        .collect()
}

/// What belongs to a page, with what the app says where the page says nothing.
fn extras(app: &App, own: Extras) -> Extras {
    Extras {
        theme: own.theme.or_else(|| Some(app.theme.clone())),
        fill_width: own.fill_width.or(Some(app.fill_width)),
        fill_height: own.fill_height.or(Some(app.fill_height)),
        ..own
    }
}

fn themes(pages: &[PageFacts]) -> Result<(), StartError> {
    let mut themes = pages.iter().filter_map(|page| page.extras.theme.as_ref());
    match themes.find_map(Theme::mistake) {
        None => Ok(()),
        Some(text) => Err(StartError::Theme { text: text.into() }),
    }
}

fn one_state_each(blocks: &Blocks) -> Result<(), StartError> {
    match blocks.dependencies.iter().find(|event| {
        // What a chat keeps by itself is nobody's to put elsewhere.
        let places = event.states.iter();
        places
            .filter(|place| blocks.holds_a_state(event.inputs[**place]))
            .count()
            > 1
    }) {
        None => Ok(()),
        Some(event) => Err(StartError::TwoStates {
            function: event.function.clone(),
            place: Place::of(event),
        }),
    }
}

/// Reports what components were given and could not take.
fn complain(blocks: &Blocks, pages: &[&'static Page]) -> Result<(), StartError> {
    if let Some(misfit) = blocks.misfits.first() {
        return Err(StartError::Component {
            function: misfit.function.clone(),
            place: Place::at(misfit.place),
            text: misfit.text.clone().into_owned(),
        });
    }
    if let Some((place, text)) = blocks.mistakes.first() {
        return Err(StartError::Wiring {
            place: Place::at((place.file(), place.line())),
            text: text.clone(),
        });
    }
    for block in blocks.iter() {
        let errors = block.component.errors();
        let Some(text) = errors.first() else { continue };
        let user = blocks
            .dependencies
            .iter()
            .filter(|event| event.handler.is_some())
            .find(|event| event.inputs.contains(&block.id) || event.outputs.contains(&block.id))
            .map(|event| (event.function.clone(), Place::of(event)))
            .or_else(|| {
                pages
                    .first()
                    .map(|page| (page.name.into(), Place::of_page(page)))
            });
        if let Some((function, place)) = user {
            let text = format!("{}: {text}", block.component.type_name());
            return Err(StartError::Component {
                function,
                place,
                text,
            });
        }
    }
    Ok(())
}

fn served(
    app: &App,
    mode: &'static str,
    endpoints: &[&'static Endpoint],
    pages: &[&'static Page],
    blocks: &mut Blocks,
    page_facts: &[PageFacts],
) -> Result<Served, StartError> {
    let title = app
        .title
        .clone()
        .unwrap_or_else(|| default_title(endpoints, pages));
    // Clients read it as a double.
    let app_id = rand::random::<u64>() >> 12;
    let theme_hash = theme_hash(&app.theme);
    let facts = AppFacts {
        title: &title,
        mode,
        app_id,
        show_error: app.limits.show_error,
        max_file_size: app.limits.files.max_file_size,
        theme: &app.theme,
        theme_hash: &theme_hash,
        texts: &app.texts,
        links: &app.links,
        mcp: app.speaks_mcp(),
    };
    let config = config(&facts, blocks, page_facts);
    let own_files = own_files(blocks, page_facts);
    let info_public = info(blocks, false);
    let info_all = info(blocks, true);
    let dependencies: Vec<_> = blocks.dependencies.drain(..).map(Arc::new).collect();
    let names: HashMap<_, _> = dependencies
        .iter()
        .filter(|dependency| dependency.is_callable_by_name())
        .filter_map(|dependency| Some((dependency.api_name.clone()?, dependency.id)))
        .collect();
    let engine = Arc::new(Engine::new(&dependencies, limits(app)?));
    Ok(Served {
        description: app.description.clone().unwrap_or_default(),
        app_id,
        scheme: app.shell_scheme(),
        theme: app.theme.clone(),
        theme_sheet: std::sync::OnceLock::new(),
        theme_hash,
        root_path: app.root_path.clone(),
        config: with_description(config, app.description.as_deref()),
        info_text: info_public.to_string().into(),
        info: info_public,
        info_all_text: info_all.to_string().into(),
        components: blocks.iter().map(|block| block.component.clone()).collect(),
        updates: dependencies
            .iter()
            .any(|event| event.updates || event.render_id.is_some()),
        dependencies,
        own_files,
        names,
        engine,
        #[cfg(feature = "mcp")]
        mcp: app
            .speaks_mcp()
            .then(|| crate::server::mcp::Mcp::new(&app.allowed_hosts, app.root_path.as_deref())),
        eager: Vec::new(),
        uploads: crate::server::Uploads::default(),
        visits: crate::server::Visits::default(),
        texts: app.texts.clone(),
        monitoring: app.monitoring.clone(),
        configs: crate::server::Cache::default(),
        openapis: crate::server::Cache::default(),
        pages: crate::server::Cache::default(),
        title,
    })
}

/// The app's limits, its folders by their real paths.
fn limits(app: &App) -> Result<Limits, StartError> {
    let real = |path: &PathBuf| {
        path.canonicalize().map_err(|error| StartError::Folder {
            path: path.display().to_string(),
            text: error.to_string(),
        })
    };
    let mut limits = app.limits.clone();
    let rules = Arc::make_mut(&mut limits.files);
    rules.root_path.clone_from(&app.root_path);
    rules.allowed = rules.allowed.iter().map(real).collect::<Result<_, _>>()?;
    // What does not exist yet is blocked all the same.
    let blocked = rules
        .blocked
        .iter()
        .map(|path| real(path).unwrap_or_else(|_| path.clone()));
    rules.blocked = blocked.collect();
    Ok(limits)
}

/// The scripts and style sheets of the pages.
fn own_files(blocks: &Blocks, pages: &[PageFacts]) -> OwnFiles {
    let mut files = OwnFiles::default();
    let events = blocks
        .dependencies
        .iter()
        .filter_map(|event| event.js.as_ref());
    let pages_js = pages.iter().flat_map(|page| &page.extras.js);
    for code in events.chain(pages_js) {
        files.add_script(code);
    }
    for page in pages {
        for css in &page.extras.css {
            files.add_style(css);
        }
        let (css, theme) = (page.extras.theme_css(), page.extras.theme.as_ref());
        if let Some(css) = css {
            files.add_style(&css);
        }
        for (name, font) in theme.into_iter().flat_map(Theme::font_files) {
            files.add_font(name, font);
        }
    }
    files
}

fn with_description(mut config: Value, description: Option<&str>) -> Value {
    if let Some(description) = description {
        config["description"] = json!(description);
    }
    config
}

fn default_title(endpoints: &[&'static Endpoint], pages: &[&'static Page]) -> String {
    match (pages, endpoints) {
        ([page, ..], _) => page
            .title
            .map_or_else(|| crate::endpoint::humanised(page.name), Into::into),
        ([], [only]) => title(only),
        ([], several) => program(several),
    }
}

/// What several endpoints are called together: by their module.
fn program(endpoints: &[&'static Endpoint]) -> String {
    let module = endpoints
        .first()
        .map_or("Vetrina", |endpoint| endpoint.module);
    crate::endpoint::humanised(module.rsplit("::").next().unwrap_or(module))
}

/// 64 hex digits that change with the style sheet and the theme.
fn theme_hash(theme: &Theme) -> String {
    let styles = Assets::current().styles();
    let hash = styles
        .rsplit(['-', '.'])
        .nth(1)
        .unwrap_or_default()
        .to_owned();
    let theme = theme.css("").map(|css| hash_of(css.as_bytes()));
    format!("{:016x}{hash:0>48}", theme.unwrap_or_default())
}
