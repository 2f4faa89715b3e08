//! Looks with light, gradients and colour.

use crate::theme::{Font, Hue, Radius, Theme};

impl Theme {
    /// Polished: panes, fields and buttons catch the light at their upper edge.
    #[must_use]
    pub fn glass() -> Self {
        Self::look("glass", Hue::SKY, Hue::SKY, Hue::SLATE)
            .radius(Radius::Small)
            .table(&[
                ("body_background_fill", "linear-gradient(160deg, oklch(.95 .02 237), oklch(.9 .03 257))"),
                ("body_background_fill_dark", "linear-gradient(160deg, oklch(.25 .03 250), oklch(.17 .025 265))"),
                ("light_fall", "transparent"),
                ("light_fall_dark", "transparent"),
                ("background_fill_primary", "oklch(.985 .006 240)"),
                ("background_fill_secondary", "oklch(.955 .012 245)"),
                ("background_fill_secondary_dark", "*neutral_800"),
                ("panel_background_fill", "linear-gradient(oklch(1 0 0 / .85), oklch(1 0 0 / .55))"),
                ("panel_background_fill_dark", "linear-gradient(oklch(1 0 0 / .1), oklch(1 0 0 / .04))"),
                ("panel_border_color", "oklch(1 0 0 / .8)"),
                ("panel_border_color_dark", "oklch(1 0 0 / .14)"),
                ("block_shadow", "inset 0 1px 0 white, 0 1px 2px oklch(.4 .05 250 / .1), 0 18px 40px -16px oklch(.4 .08 250 / .3)"),
                ("block_shadow_dark", "inset 0 1px 0 oklch(1 0 0 / .12), 0 18px 40px -16px oklch(0 0 0 / .7)"),
                ("input_border_color", "oklch(.57 .03 257)"),
                ("input_border_color_dark", "*neutral_500"),
                ("input_background_fill", "linear-gradient(oklch(.97 .008 245), white)"),
                ("input_background_fill_dark", "linear-gradient(oklch(.2 .02 257), oklch(.235 .02 257))"),
                ("input_shadow", "inset 0 1px 2px oklch(.4 .05 250 / .12), 0 1px 0 white"),
                ("input_shadow_dark", "inset 0 1px 2px oklch(0 0 0 / .4)"),
                ("table_even_background_fill", "white"),
                ("table_even_background_fill_dark", "*neutral_900"),
                ("table_odd_background_fill", "oklch(.975 .008 245)"),
                ("table_odd_background_fill_dark", "*neutral_800"),
                ("button_primary_background_fill", "linear-gradient(oklch(.56 .125 237), oklch(.46 .125 245))"),
                ("button_primary_background_fill_dark", "linear-gradient(*primary_300, *primary_400)"),
                ("button_primary_background_fill_hover", "linear-gradient(oklch(.5 .125 237), oklch(.42 .125 245))"),
                ("button_primary_background_fill_hover_dark", "linear-gradient(*primary_200, *primary_300)"),
                ("button_primary_border_color", "oklch(.42 .11 245)"),
                ("button_primary_border_color_dark", "*primary_300"),
                ("button_primary_shadow", "inset 0 1px 0 oklch(1 0 0 / .35), 0 1px 2px oklch(.4 .05 250 / .25)"),
                ("button_primary_shadow_active", "inset 0 2px 4px oklch(0 0 0 / .25)"),
                ("button_secondary_background_fill", "linear-gradient(white, oklch(.94 .015 245))"),
                ("button_secondary_background_fill_dark", "linear-gradient(*neutral_700, *neutral_800)"),
                ("button_secondary_background_fill_hover", "linear-gradient(oklch(.98 .006 245), oklch(.91 .02 245))"),
                ("button_secondary_background_fill_hover_dark", "linear-gradient(oklch(.39 .04 257), *neutral_700)"),
                ("button_secondary_shadow", "inset 0 1px 0 white, 0 1px 2px oklch(.4 .05 250 / .14)"),
                ("button_secondary_shadow_dark", "inset 0 1px 0 oklch(1 0 0 / .1)"),
                ("button_cancel_background_fill", "linear-gradient(white, *error_background_fill)"),
                ("button_cancel_background_fill_dark", "*error_background_fill"),
                ("stat_background_fill", "linear-gradient(90deg, *primary_500, *primary_400)"),
("stat_background_fill_dark", "linear-gradient(90deg, *primary_500, *primary_400)"),
                ("slider_color", "*primary_600"),
                ("slider_color_dark", "*primary_400"),
            ])
    }

    /// Sea: gradients from green to blue, as round as can be.
    #[must_use]
    pub fn ocean() -> Self {
        Self::look("ocean", Hue::TEAL, Hue::SKY, Hue::new(225.0, 0.028))
            .radius(Radius::Full)
            .table(&[
                (
                    "body_background_fill",
                    "linear-gradient(170deg, oklch(.965 .025 185), oklch(.945 .03 235))",
                ),
                (
                    "body_background_fill_dark",
                    "linear-gradient(170deg, oklch(.22 .035 200), oklch(.16 .035 250))",
                ),
                ("light_fall", "transparent"),
                ("light_fall_dark", "transparent"),
                ("background_fill_primary", "oklch(.995 .003 210)"),
                ("background_fill_primary_dark", "oklch(.25 .03 225)"),
                ("panel_border_color", "oklch(.9 .03 205)"),
                ("panel_border_color_dark", "oklch(.36 .035 215)"),
                ("block_shadow", "0 20px 48px -24px oklch(.45 .1 215 / .4)"),
                ("block_shadow_dark", "0 20px 48px -24px oklch(0 0 0 / .7)"),
                (
                    "button_primary_background_fill",
                    "linear-gradient(100deg, oklch(.5 .09 180), oklch(.47 .12 240))",
                ),
                (
                    "button_primary_background_fill_dark",
                    "linear-gradient(100deg, oklch(.82 .11 180), oklch(.76 .1 235))",
                ),
                (
                    "button_primary_background_fill_hover",
                    "linear-gradient(100deg, oklch(.43 .08 180), oklch(.4 .11 240))",
                ),
                (
                    "button_primary_background_fill_hover_dark",
                    "linear-gradient(100deg, oklch(.88 .09 180), oklch(.82 .08 235))",
                ),
                ("button_primary_border_color", "transparent"),
                (
                    "button_primary_shadow",
                    "0 8px 20px -10px oklch(.45 .12 220 / .8)",
                ),
                ("button_primary_shadow_dark", "none"),
                ("button_transform_hover", "translateY(-1px)"),
                ("button_border_width", "0px"),
                ("button_secondary_background_fill", "*primary_100"),
                ("button_secondary_background_fill_dark", "*primary_900"),
                ("button_secondary_background_fill_hover", "*primary_200"),
                (
                    "button_secondary_background_fill_hover_dark",
                    "*primary_800",
                ),
                ("button_secondary_text_color", "*primary_900"),
                ("button_secondary_text_color_dark", "*primary_100"),
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
                ("button_large_padding", "0px *spacing_xl"),
                ("button_medium_padding", "0px *spacing_lg"),
                ("checkbox_border_radius", "*radius_xs"),
                (
                    "checkbox_label_background_fill_selected",
                    "*color_accent_soft",
                ),
                ("checkbox_label_padding", "0px *spacing_lg 0px *spacing_md"),
                ("checkbox_label_border_width", "1px"),
                ("checkbox_label_border_color", "*border_color_primary"),
                ("checkbox_label_border_color_selected", "*color_accent"),
                ("checkbox_label_spread", "*spacing_sm"),
                (
                    "stat_background_fill",
                    "linear-gradient(90deg, oklch(.64 .105 184), oklch(.6 .13 240))",
                ),
                (
                    "stat_background_fill_dark",
                    "linear-gradient(90deg, oklch(.64 .105 184), oklch(.6 .13 240))",
                ),
            ])
    }

    /// The classic: orange on white, every pane in a fine frame.
    #[must_use]
    pub fn origin() -> Self {
        Self::look("origin", Hue::ORANGE, Hue::BLUE, Hue::GRAY).table(&[
            ("body_background_fill", "white"),
            ("body_background_fill_dark", "*neutral_950"),
            ("background_fill_primary", "white"),
            ("background_fill_secondary", "*neutral_50"),
            ("background_fill_secondary_dark", "*neutral_800"),
            ("light_fall", "transparent"),
            ("light_fall_dark", "transparent"),
            ("block_shadow", "0 1px 2px oklch(.3 .02 262 / .08)"),
            ("block_shadow_dark", "none"),
            ("input_border_color_focus", "*primary_500"),
            ("focus_ring", "*primary_600"),
            ("focus_ring_dark", "*primary_400"),
            ("input_shadow", "inset 0 2px 4px oklch(.3 .02 262 / .06)"),
            ("input_shadow_dark", "inset 0 2px 4px oklch(0 0 0 / .25)"),
            ("slider_color", "*primary_600"),
            ("slider_color_dark", "*primary_500"),
            (
                "button_primary_background_fill",
                "linear-gradient(to bottom right, oklch(.93 .06 60), oklch(.865 .1 55))",
            ),
            (
                "button_primary_background_fill_dark",
                "linear-gradient(to bottom right, oklch(.53 .15 48), oklch(.44 .13 44))",
            ),
            (
                "button_primary_background_fill_hover",
                "linear-gradient(to bottom right, oklch(.93 .06 60), oklch(.93 .06 60))",
            ),
            (
                "button_primary_background_fill_hover_dark",
                "linear-gradient(to bottom right, oklch(.53 .15 48), oklch(.53 .15 48))",
            ),
            ("button_primary_border_color", "oklch(.8 .11 55)"),
            ("button_primary_border_color_dark", "oklch(.55 .14 48)"),
            ("button_primary_text_color", "*primary_800"),
            ("button_primary_text_color_dark", "white"),
            ("button_primary_shadow", "0 1px 2px oklch(.5 .12 48 / .18)"),
            (
                "button_secondary_background_fill",
                "linear-gradient(to bottom right, *neutral_50, *neutral_200)",
            ),
            (
                "button_secondary_background_fill_dark",
                "linear-gradient(to bottom right, *neutral_700, *neutral_800)",
            ),
            (
                "button_secondary_background_fill_hover",
                "linear-gradient(to bottom right, *neutral_100, *neutral_100)",
            ),
            (
                "button_secondary_background_fill_hover_dark",
                "linear-gradient(to bottom right, *neutral_700, *neutral_700)",
            ),
            ("button_secondary_border_color", "*neutral_300"),
            ("button_secondary_border_color_dark", "*neutral_700"),
            (
                "button_cancel_background_fill",
                "linear-gradient(to bottom right, oklch(.96 .02 20), oklch(.9 .045 20))",
            ),
            (
                "button_cancel_background_fill_dark",
                "*error_background_fill",
            ),
            ("button_cancel_border_color", "oklch(.82 .08 22)"),
            ("button_cancel_border_color_dark", "oklch(.5 .13 24)"),
            (
                "stat_background_fill",
                "linear-gradient(90deg, *primary_500, *primary_300)",
            ),
            (
                "stat_background_fill_dark",
                "linear-gradient(90deg, *primary_500, *primary_300)",
            ),
            (
                "checkbox_label_background_fill",
                "linear-gradient(white, *neutral_50)",
            ),
            ("checkbox_label_background_fill_dark", "*neutral_800"),
            ("checkbox_label_border_color", "*border_color_primary"),
            ("checkbox_label_border_width", "1px"),
            ("checkbox_label_padding", "0px *spacing_lg 0px *spacing_md"),
            ("checkbox_label_spread", "*spacing_sm"),
        ])
    }

    /// Fresh: lemon and leaf, bold frames, buttons that stand on an edge of their own.
    #[must_use]
    pub fn citrus() -> Self {
        Self::look("citrus", Hue::AMBER, Hue::GREEN, Hue::STONE)
            .radius(Radius::Large)
            .font(Font::rounded())
            .table(&[
                ("body_background_fill", "oklch(.98 .022 98)"),
                ("body_background_fill_dark", "*neutral_950"),
                ("background_fill_primary", "white"),
                ("background_fill_secondary", "oklch(.965 .03 98)"),
                ("background_fill_secondary_dark", "*neutral_800"),
                ("light_fall", "transparent"),
                ("light_fall_dark", "transparent"),
                ("border_color_primary", "oklch(.88 .035 95)"),
                ("border_color_primary_dark", "*neutral_700"),
                ("panel_border_width", "2px"),
                ("panel_border_color", "oklch(.82 .06 95)"),
                ("panel_border_color_dark", "*neutral_700"),
                ("block_shadow", "0 4px 0 oklch(.82 .06 95)"),
                ("block_shadow_dark", "0 4px 0 *neutral_800"),
                ("input_border_width", "2px"),
                ("input_border_color", "oklch(.58 .07 90)"),
                ("input_border_color_dark", "*neutral_500"),
                ("input_border_color_hover", "oklch(.45 .07 85)"),
                ("input_border_color_hover_dark", "*neutral_400"),
                ("checkbox_border_width", "2px"),
                ("slider_color", "*primary_600"),
                ("slider_color_dark", "oklch(.85 .15 95)"),
                (
                    "stat_background_fill",
                    "linear-gradient(90deg, oklch(.85 .16 95), oklch(.75 .16 128))",
                ),
                (
                    "stat_background_fill_dark",
                    "linear-gradient(90deg, oklch(.85 .16 95), oklch(.75 .16 128))",
                ),
                ("button_primary_background_fill", "oklch(.88 .165 95)"),
                ("button_primary_background_fill_dark", "oklch(.85 .16 95)"),
                ("button_primary_background_fill_hover", "oklch(.91 .15 100)"),
                (
                    "button_primary_background_fill_hover_dark",
                    "oklch(.9 .15 100)",
                ),
                ("button_primary_text_color", "oklch(.29 .06 75)"),
                ("button_primary_text_color_dark", "oklch(.24 .05 75)"),
                ("button_primary_border_color", "transparent"),
                ("button_primary_shadow", "0 3px 0 oklch(.68 .14 80)"),
                ("button_primary_shadow_dark", "0 3px 0 oklch(.55 .11 80)"),
                ("button_primary_shadow_active", "none"),
                ("button_secondary_background_fill", "white"),
                ("button_secondary_background_fill_dark", "*neutral_800"),
                (
                    "button_secondary_background_fill_hover",
                    "oklch(.965 .03 98)",
                ),
                (
                    "button_secondary_background_fill_hover_dark",
                    "*neutral_700",
                ),
                ("button_secondary_border_color", "oklch(.78 .05 95)"),
                ("button_secondary_border_color_dark", "*neutral_500"),
                ("button_secondary_shadow", "0 3px 0 oklch(.82 .05 95)"),
                ("button_secondary_shadow_dark", "0 3px 0 oklch(.13 .005 58)"),
                ("button_secondary_shadow_active", "none"),
                ("button_border_width", "2px"),
                ("button_transform_active", "translateY(3px)"),
                ("button_large_text_weight", "650"),
                ("section_header_text_weight", "700"),
            ])
    }
}
