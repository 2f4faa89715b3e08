//! `#[chat]`: an endpoint whose first parameters are a message and what was said before, and whose
//! first result is the answer.

mod check;
mod settings;

use proc_macro2::TokenStream;

use crate::{
    endpoint::{check as endpoint, print},
    errors::Errors,
    func::Func,
};
pub(crate) use settings::Chat;
use settings::Settings;

pub(crate) fn expand(attr: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let settings = Settings::read(attr, &mut errors);
    let Some(func) = errors.ok(syn::parse2::<Func>(item.clone())) else {
        return errors.beside(item);
    };
    let Settings {
        endpoint: own,
        chat,
    } = settings;
    let mut model = endpoint(&func, own, &mut errors);
    check::check(&model, &mut errors);
    if errors.is_empty() {
        model.chat = Some(chat);
        print(&model)
    } else {
        errors.beside(func.plain())
    }
}
