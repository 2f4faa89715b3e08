//! Components to choose with.

mod app {
    use vetrina::prelude::*;

    #[derive(Debug, Clone, Copy, PartialEq, Choices)]
    pub(super) enum Size {
        Small,
        Large,
    }

    #[endpoint]
    fn choose(
        size: Size,
        #[input(CheckboxGroup::new(["a", "b", "c"]))] letters: Vec<String>,
        #[input(Slider::new(0..=10))] count: u8,
    ) -> String {
        format!("{size:?} {} {count}", letters.concat())
    }
}
