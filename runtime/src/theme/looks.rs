//! The looks that themes begin as: the plain ones here, those that shine in `glossy.rs`.

mod glossy;

use super::{Font, Hue, Radius, Theme};

impl Theme {
    fn look(name: &str, primary: Hue, secondary: Hue, neutral: Hue) -> Self {
        Self::default()
            .name(name)
            .primary_hue(primary)
            .secondary_hue(secondary)
            .neutral_hue(neutral)
    }

    fn table(mut self, values: &[(&str, &str)]) -> Self {
        for (variable, value) in values {
            self = self.set(variable, *value);
        }
        self
    }

    /// White, grey and blue, without light or shadow: a plain ground for a theme of one's own.
    #[must_use]
    pub fn base() -> Self {
        Self::look("base", Hue::BLUE, Hue::BLUE, Hue::GRAY)
            .radius(Radius::Small)
            .table(&[
                ("body_background_fill", "white"),
                ("body_background_fill_dark", "*neutral_950"),
                ("background_fill_primary", "white"),
                ("light_fall", "transparent"),
                ("light_fall_dark", "transparent"),
                ("block_shadow", "none"),
                ("block_shadow_dark", "none"),
                ("button_primary_shadow", "none"),
            ])
    }

    /// Round and quiet: white panes on lavender grey, names of fields on tinted tags.
    #[must_use]
    pub fn soft() -> Self {
        Self::look("soft", Hue::INDIGO, Hue::INDIGO, Hue::new(286.0, 0.02))
            .radius(Radius::Large)
            .table(&[
                ("body_background_fill", "*neutral_100"),
                ("body_background_fill_dark", "*neutral_950"),
                ("background_fill_primary", "white"),
                ("background_fill_secondary", "*neutral_50"),
                ("background_fill_secondary_dark", "*neutral_800"),
                ("light_fall", "transparent"),
                ("light_fall_dark", "transparent"),
                ("panel_border_width", "0px"),
                (
                    "block_shadow",
                    "0 1px 2px oklch(.4 .08 280 / .06), 0 10px 30px -8px oklch(.4 .1 280 / .14)",
                ),
                ("block_shadow_dark", "0 10px 30px -8px oklch(0 0 0 / .5)"),
                ("block_title_background_fill", "*color_accent_soft"),
                ("block_title_text_color", "*color_accent"),
                ("block_title_padding", "0px *spacing_sm"),
                ("block_title_radius", "*radius_sm"),
                ("input_background_fill", "white"),
                ("input_shadow", "0 1px 2px oklch(.4 .08 280 / .08)"),
                ("input_shadow_dark", "none"),
                ("checkbox_label_background_fill", "*neutral_50"),
                ("checkbox_label_background_fill_dark", "*neutral_800"),
                ("checkbox_label_background_fill_hover", "*neutral_100"),
                ("checkbox_label_background_fill_hover_dark", "*neutral_700"),
                (
                    "checkbox_label_background_fill_selected",
                    "*color_accent_soft",
                ),
                ("checkbox_label_padding", "0px *spacing_lg 0px *spacing_md"),
                ("checkbox_label_spread", "*spacing_sm"),
                ("checkbox_border_radius", "*radius_xs"),
                ("button_border_width", "0px"),
                ("button_secondary_background_fill", "*neutral_200"),
                ("button_secondary_background_fill_dark", "*neutral_700"),
                ("button_secondary_background_fill_hover", "*neutral_300"),
                (
                    "button_secondary_background_fill_hover_dark",
                    "oklch(.4 .03 286)",
                ),
                ("button_cancel_background_fill", "*error_background_fill"),
                (
                    "button_cancel_background_fill_dark",
                    "*error_background_fill",
                ),
                ("button_cancel_background_fill_hover", "oklch(.93 .035 24)"),
                (
                    "button_cancel_background_fill_hover_dark",
                    "oklch(.33 .06 24)",
                ),
                (
                    "button_primary_shadow",
                    "0 4px 12px -4px oklch(.45 .18 277 / .5)",
                ),
                ("button_primary_shadow_dark", "none"),
            ])
    }

    /// Ink on paper: a serif face, no colour, no round corner.
    #[must_use]
    pub fn monochrome() -> Self {
        Self::look("monochrome", Hue::NEUTRAL, Hue::NEUTRAL, Hue::NEUTRAL)
            .radius(Radius::None)
            .font(Font::serif())
            .table(&[
                ("body_background_fill", "white"),
                ("body_background_fill_dark", "oklch(.16 0 0)"),
                ("background_fill_primary", "white"),
                ("light_fall", "transparent"),
                ("light_fall_dark", "transparent"),
                ("color_accent", "*neutral_950"),
                ("color_accent_dark", "*neutral_50"),
                ("color_accent_soft", "*neutral_200"),
                ("color_accent_soft_dark", "*neutral_700"),
                ("focus_ring", "*neutral_950"),
                ("focus_ring_dark", "*neutral_50"),
                ("panel_border_color", "*neutral_900"),
                ("panel_border_color_dark", "*neutral_400"),
                ("block_shadow", "none"),
                ("block_shadow_dark", "none"),
                ("input_border_color", "*neutral_900"),
                ("input_border_color_dark", "*neutral_400"),
                ("input_border_color_hover", "*neutral_950"),
                ("input_border_color_hover_dark", "*neutral_100"),
                ("link_text_color", "*neutral_950"),
                ("link_text_color_dark", "*neutral_50"),
                ("button_primary_text_color", "white"),
                ("button_primary_text_color_dark", "*neutral_950"),
                ("button_primary_background_fill_hover", "*neutral_700"),
                ("button_primary_background_fill_hover_dark", "*neutral_300"),
                ("button_primary_shadow", "none"),
                ("button_secondary_background_fill_hover", "*neutral_200"),
                (
                    "button_secondary_background_fill_hover_dark",
                    "*neutral_700",
                ),
                ("checkbox_mark_color", "white"),
                ("checkbox_mark_color_dark", "*neutral_950"),
                ("section_header_text_weight", "700"),
                ("block_title_text_weight", "700"),
            ])
    }
}
