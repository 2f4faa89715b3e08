//! The recorder: the button that starts it, and the place for what it has recorded. A script fills it.

use crate::api::snippets::Call;

use super::code::{Lang, Programs};

pub(super) fn button() -> &'static str {
    "<button type=\"button\" class=\"button needs-script\" id=\"start-api-recorder\" aria-pressed=\"false\">\
     <svg class=\"icon solid rec\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle cx=\"8\" cy=\"8\" r=\"4.5\"/></svg>\
     <span>Record calls</span></button>"
}

pub(super) fn section() -> &'static str {
    "<section class=\"panel column recorded\" id=\"api-recorded\" aria-labelledby=\"num-recorded-api-calls\" hidden>\n\
     <div class=\"section-head\"><h2 id=\"num-recorded-api-calls\">\
     <span aria-hidden=\"true\">🪄</span> Recorded API Calls <span class=\"count\" data-count></span></h2>\
     <div class=\"toolbar\"><button type=\"button\" class=\"button small\" data-more>Record more</button>\
     <button type=\"button\" class=\"button quiet small\" data-discard>Discard</button></div></div>\n\
     <p class=\"muted\" role=\"status\" data-about></p>\n<div data-programs></div>\n</section>\n"
}

/// These calls as one program in each language.
pub(crate) fn programs(base: &str, calls: &[Call], lang: Option<&str>) -> String {
    let programs = Programs {
        base,
        calls,
        about: "the recorded calls",
        group: "recorded",
    };
    programs.html(Lang::named(lang))
}
