//! `/<name>/source`: the file of a demo, and the demo beside it.

use crate::{
    demos::{ALL, Demo},
    html::escape,
    rust::highlight,
};

/// The content of the page.
pub(crate) fn draw(demo: &Demo) -> String {
    let lines = demo.source.lines().count();
    let numbers = (1..=lines)
        .map(|line| line.to_string())
        .collect::<Vec<_>>()
        .join("\n");
    format!(
        "<nav class=\"crumb\" aria-label=\"You are here\"><a href=\"../\">All demos</a> <span aria-hidden=\"true\">/</span> \
         <a href=\"./\">{title}</a> <span aria-hidden=\"true\">/</span> <span aria-current=\"page\">Source</span></nav>\n\
         <header class=\"page-head\"><h1>{title}</h1>\n<p class=\"lead\">{about}</p></header>\n\
         <div class=\"beside\">\n<section class=\"listing\" aria-label=\"Source\">\n\
         <div class=\"head\"><span class=\"mono\">{file}</span><span>{lines} lines</span>\
         <button type=\"button\" class=\"button\" data-copy hidden>Copy</button></div>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{file}\">\
         <pre class=\"numbers\" aria-hidden=\"true\">{numbers}</pre><pre><code>{code}</code></pre></div>\n</section>\n\
         <section class=\"stage\" aria-label=\"The demo\">\n\
         <div class=\"head\"><span>The demo</span><a class=\"button\" href=\"./\">Open it alone</a></div>\n\
         <iframe src=\"./\" title=\"{title}, running\"></iframe>\n</section>\n</div>\n{turn}",
        title = escape(demo.title),
        about = escape(demo.about()),
        file = demo.file(),
        code = highlight(demo.source),
        turn = turn(demo),
    )
}

/// Links to the files before and after this one.
fn turn(demo: &Demo) -> String {
    let at = ALL
        .iter()
        .position(|other| other.name == demo.name)
        .unwrap_or_default();
    let link = |rel: &str, word: &str, other: Option<&Demo>| {
        other.map_or_else(String::new, |other| {
            let (name, file) = (other.name, other.file());
            format!("<a rel=\"{rel}\" href=\"../{name}/source\">{word} <span class=\"mono\">{file}</span></a>")
        })
    };
    let before = at.checked_sub(1).and_then(|at| ALL.get(at));
    format!(
        "<nav class=\"turn\" aria-label=\"More sources\">{}{}</nav>\n",
        link("prev", "Before:", before),
        link("next", "Next:", ALL.get(at + 1)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_is_whole_and_escaped() {
        for demo in ALL {
            let page = draw(demo);
            let code = page
                .split("<code>")
                .nth(1)
                .unwrap()
                .split("</code>")
                .next()
                .unwrap();
            let plain: String = code
                .split('<')
                .map(|part| part.rsplit('>').next().unwrap_or_default())
                .collect();
            assert_eq!(plain, escape(demo.source), "{}", demo.name);
        }
    }

    #[test]
    fn sources_are_read_one_after_the_other() {
        assert!(!draw(&ALL[0]).contains("rel=\"prev\""));
        assert!(draw(&ALL[0]).contains("rel=\"next\" href=\"../hello_world_2/source\""));
        assert!(!draw(&ALL[ALL.len() - 1]).contains("rel=\"next\""));
    }
}
