//! Sizes and places: what blocks say of their share of a row, a page and a window.

use std::time::Duration;

use vetrina_tests::{run, tools};

use super::Page;

mod app {
    use vetrina::{
        component::Visible,
        components::layout::{Accordion, Column, Row, Tab},
        prelude::*,
    };

    #[page]
    fn rows(ui: &mut Ui) {
        let row = Row::new().elem_id("shares");
        let (_, (narrow, wide)) = ui.add_block(row, |ui| {
            let narrow = ui.add(Textbox::new().label("Narrow").scale(1).min_width(100));
            (
                narrow,
                ui.add(Textbox::new().label("Wide").scale(3).min_width(100)),
            )
        });
        ui.add_block(Row::new().elem_id("wraps"), |ui| {
            ui.add(Textbox::new().label("First").min_width(700));
            ui.add(Textbox::new().label("Next").min_width(700));
        });
        ui.add_block(Row::new().elem_id("high").height("17rem"), |ui| {
            ui.add_block(Column::new().scale(2).min_width(100), |ui| {
                ui.row(|ui| {
                    ui.add(Textbox::new().label("Inside one").min_width(50));
                    ui.add(Textbox::new().label("Inside two").min_width(50));
                });
            });
            ui.add_block(Column::new().scale(1).min_width(100), |ui| {
                ui.markdown("beside")
            });
        });
        ui.add_block(Row::new().elem_id("pressed"), |ui| {
            ui.add(Button::new("Small share").scale(1).min_width(50));
            ui.add(Button::new("Large share").scale(4).min_width(50));
        });
        let gone = ui.add(Textbox::new().label("Gone").visible(false).elem_id("gone"));
        let hidden = Textbox::new()
            .label("Hidden")
            .elem_id("hidden")
            .elem_classes(["one", "two"]);
        let hidden = ui.add(hidden.visible(Visible::Hidden));
        ui.add(Button::new("Show")).click(
            || {
                let there = Textbox::new().visible(true);
                (Update(there.clone()), Update(there.elem_classes(["three"])))
            },
            (),
            (&gone, &hidden),
        );
        ui.add(Button::new("Turn round")).click(
            || {
                (
                    Update(Textbox::new().scale(3)),
                    Update(Textbox::new().scale(1)),
                )
            },
            (),
            (&narrow, &wide),
        );
        let lines = |ui: &mut Ui| {
            ui.markdown("line\n\n".repeat(20));
        };
        let fold = Accordion::new("Fold").max_height(150).elem_id("fold");
        let (fold, ()) = ui.add_block(fold, lines);
        ui.add(Button::new("Higher")).click(
            || Update(Accordion::new("Fold").max_height("20rem")),
            (),
            &fold,
        );
        ui.add_block(Tab::new("One").height(200).elem_id("one"), lines);
        ui.add_block(Tab::new("Two").render_children(true), |ui| {
            ui.add(Textbox::new().label("Waits").elem_id("waits"));
        });
    }

    #[page]
    fn full(ui: &mut Ui) {
        ui.fill_width(true);
        ui.fill_height(true);
        ui.add(Textbox::new().label("Top").elem_id("top"));
        ui.add_block(Row::new().scale(1).elem_id("rest"), |ui| {
            ui.add_block(Column::new().scale(1), |ui| {
                ui.add(Chatbot::new().label("Talk").scale(1).elem_id("talk"));
            });
        });
        ui.add(Textbox::new().label("Say").elem_id("say"));
    }
}

#[test]
fn blocks_stand_as_they_are_told() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let script = tools::sources().join("pages/stands_as_it_is_told.mjs");
    run(
        "stands_as_it_is_told",
        tools::browser().arg(script).arg(page.running.url()),
        Duration::from_secs(180),
    );
}
