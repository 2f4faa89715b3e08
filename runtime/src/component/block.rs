//! Components that hold others.

use super::Component;

/// A component that holds others: what `kind = block` makes.
///
/// ```
/// use vetrina::{component::Block, prelude::*};
///
/// /// A card with a title.
/// #[component(kind = block)]
/// pub struct Card {
///     /// What stands above what it holds.
///     pub title: String,
/// }
///
/// fn filled(ui: &mut Ui, card: impl Block) {
///     ui.add_block(card, |ui| ui.add(Textbox::new().label("Inside")));
/// }
///
/// #[page]
/// fn cards(ui: &mut Ui) {
///     filled(ui, Card::new().title("One"));
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` holds no other components",
    label = "is no block",
    note = "to show it by itself: `ui.add(…)`",
    note = "a component of your own holds others when its attribute says `kind = block`"
)]
pub trait Block: Component {}
