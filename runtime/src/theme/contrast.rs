//! How well the texts of the looks can be read: what WCAG calls contrast, worked out from their variables.

use super::Theme;

/// 4.5 : 1 is what small texts need.
const ENOUGH: f64 = 4.5;
/// Frames of fields have to be seen, not read.
const SEEN: f64 = 3.0;

/// Texts and what they stand on.
const READ: &[(&str, &[&str])] = &[
    (
        "body-text-color",
        &[
            "body-background-fill",
            "panel-background-fill",
            "block-background-fill",
            "background-fill-secondary",
            "input-background-fill",
            "input-background-fill-hover",
            "code-background-fill",
            "color-accent-soft",
            "table-even-background-fill",
            "table-odd-background-fill",
            "checkbox-label-background-fill",
            "checkbox-label-background-fill-hover",
            "checkbox-label-background-fill-selected",
        ],
    ),
    (
        "body-text-color-subdued",
        &[
            "body-background-fill",
            "panel-background-fill",
            "block-background-fill",
            "background-fill-secondary",
            "code-background-fill",
        ],
    ),
    ("input-placeholder-color", &["input-background-fill"]),
    (
        "block-title-text-color",
        &["block-title-background-fill", "body-background-fill"],
    ),
    (
        "block-label-text-color",
        &["block-label-background-fill", "body-background-fill"],
    ),
    (
        "block-info-text-color",
        &["body-background-fill", "block-background-fill"],
    ),
    (
        "link-text-color",
        &[
            "body-background-fill",
            "panel-background-fill",
            "background-fill-secondary",
        ],
    ),
    (
        "color-accent",
        &[
            "body-background-fill",
            "block-background-fill",
            "color-accent-soft",
        ],
    ),
    (
        "error-text-color",
        &[
            "error-background-fill",
            "body-background-fill",
            "block-background-fill",
        ],
    ),
    (
        "success-text-color",
        &["success-background-fill", "block-background-fill"],
    ),
    ("warning-text-color", &["block-background-fill"]),
    (
        "button-primary-text-color",
        &["button-primary-background-fill"],
    ),
    (
        "button-primary-text-color-hover",
        &["button-primary-background-fill-hover"],
    ),
    (
        "button-secondary-text-color",
        &["button-secondary-background-fill"],
    ),
    (
        "button-secondary-text-color-hover",
        &["button-secondary-background-fill-hover"],
    ),
    (
        "button-cancel-text-color",
        &["button-cancel-background-fill"],
    ),
    (
        "button-cancel-text-color-hover",
        &["button-cancel-background-fill-hover"],
    ),
];

const FRAMES: &[(&str, &[&str])] = &[
    (
        "input-border-color",
        &["body-background-fill", "block-background-fill"],
    ),
    (
        "checkbox-border-color",
        &["body-background-fill", "block-background-fill"],
    ),
    (
        "focus-ring",
        &["body-background-fill", "block-background-fill"],
    ),
    (
        "slider-color",
        &["body-background-fill", "block-background-fill"],
    ),
    (
        "checkbox-mark-color",
        &["checkbox-background-color-selected"],
    ),
];

type Rgba = [f64; 4];

#[test]
fn every_text_of_every_look_can_be_read() {
    let mut bad = Vec::new();
    for theme in super::looks() {
        for dark in [false, true] {
            for (table, least) in [(READ, ENOUGH), (FRAMES, SEEN)] {
                for (ink, grounds) in table {
                    for ground in *grounds {
                        let ratio = least_contrast(&theme, ink, ground, dark);
                        if ratio < least {
                            let name = theme.config_name();
                            bad.push(format!(
                                "{name}, dark {dark}: {ink} on {ground}: {ratio:.2}"
                            ));
                        }
                    }
                }
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn hues_keep_texts_readable() {
    use super::Hue;
    let hues = [
        Hue::PETROL,
        Hue::RED,
        Hue::ORANGE,
        Hue::AMBER,
        Hue::YELLOW,
        Hue::LIME,
        Hue::GREEN,
        Hue::EMERALD,
        Hue::TEAL,
        Hue::CYAN,
        Hue::SKY,
        Hue::BLUE,
        Hue::INDIGO,
        Hue::VIOLET,
        Hue::PURPLE,
        Hue::FUCHSIA,
        Hue::PINK,
        Hue::ROSE,
    ];
    for hue in hues {
        let theme = Theme::default().primary_hue(hue.clone());
        for dark in [false, true] {
            for (ink, ground) in [
                (
                    "button-primary-text-color",
                    "button-primary-background-fill",
                ),
                (
                    "button-primary-text-color",
                    "button-primary-background-fill-hover",
                ),
                ("color-accent", "body-background-fill"),
                ("color-accent", "color-accent-soft"),
            ] {
                let ratio = least_contrast(&theme, ink, ground, dark);
                assert!(
                    ratio >= ENOUGH,
                    "{hue:?}, dark {dark}: {ink} on {ground}: {ratio:.2}"
                );
            }
        }
    }
}

#[test]
fn contrast_is_that_of_the_recommendation() {
    let ratio = |a, b| contrast(colours(a)[0], colours(b)[0]);
    assert!((ratio("white", "black") - 21.0).abs() < 0.01);
    // #767676 is the lightest grey that can be read on white.
    assert!((ratio("#767676", "white") - 4.54).abs() < 0.01);
    assert!((ratio("oklch(.5659 0 0)", "white") - 4.54).abs() < 0.05);
}

/// The contrast at the worst place, where a ground is a gradient.
fn least_contrast(theme: &Theme, ink: &str, ground: &str, dark: bool) -> f64 {
    let wall = colours(&theme.resolved("body-background-fill", dark));
    let grounds = colours(&theme.resolved(ground, dark));
    let inks = colours(&theme.resolved(ink, dark));
    let mut least = f64::MAX;
    for wall in &wall {
        for ground in &grounds {
            let ground = over(*ground, *wall);
            for ink in &inks {
                least = least.min(contrast(over(*ink, ground), ground));
            }
        }
    }
    least
}

fn contrast(a: Rgba, b: Rgba) -> f64 {
    let light = |[r, g, b, _]: Rgba| 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A part of a colour as light.
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

/// In the gamma that browsers mix in, near enough.
fn over(top: Rgba, ground: Rgba) -> Rgba {
    let mix = |i: usize| {
        let of = |x: f64| x.max(0.0).powf(1.0 / 2.2);
        (of(top[i]) * top[3] + of(ground[i]) * (1.0 - top[3])).powf(2.2)
    };
    [mix(0), mix(1), mix(2), 1.0]
}

/// Every colour in a value: of a gradient, all its stops.
fn colours(value: &str) -> Vec<Rgba> {
    let mut found = Vec::new();
    let mut rest = value;
    loop {
        let next = [
            "oklch(",
            "color-mix(",
            "#",
            "white",
            "black",
            "transparent",
            "none",
            "currentcolor",
        ]
        .into_iter()
        .filter_map(|word| Some((rest.find(word)?, word)))
        .min();
        let Some((at, word)) = next else { break };
        let after = &rest[at + word.len()..];
        rest = match word {
            "oklch(" => {
                let (inner, after) = after.split_once(')').expect("it is closed");
                let numbers: Vec<f64> = inner
                    .split([' ', '/'])
                    .filter_map(|part| part.parse().ok())
                    .collect();
                let alpha = numbers.get(3).copied().unwrap_or(1.0);
                found.push(oklch(numbers[0], numbers[1], numbers[2], alpha));
                after
            }
            "color-mix(" => {
                let (inner, after) = closed(after);
                found.push(mixed(inner));
                after
            }
            "#" => {
                let (hex, after) = after.split_at(6);
                let part = |at| u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits");
                let [red, green, blue] = [0, 2, 4].map(|at| linear(part(at)));
                found.push([red, green, blue, 1.0]);
                after
            }
            "white" => {
                found.push([1.0; 4]);
                after
            }
            "black" => {
                found.push([0.0, 0.0, 0.0, 1.0]);
                after
            }
            // What lies below shows, or the text is that of the body.
            _ => {
                found.push([0.0; 4]);
                after
            }
        };
    }
    assert!(!found.is_empty(), "no colour in `{value}`");
    found
}

/// What stands before the parenthesis that closes, and what after it.
fn closed(text: &str) -> (&str, &str) {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return (&text[..at], &text[at + 1..]),
            ')' => depth -= 1,
            _ => {}
        }
    }
    panic!("`{text}` is not closed")
}

/// `in oklab, A 8%, B`
fn mixed(inner: &str) -> Rgba {
    let parts = inner.split_once(", ").expect("a space and two colours").1;
    let percent = parts
        .split_once('%')
        .and_then(|(before, _)| before.rsplit(' ').next()?.parse::<f64>().ok())
        .unwrap_or(50.0);
    let both = colours(parts);
    let share = percent / 100.0;
    // The tones that are mixed lie so near each other that the space does not matter.
    let mix = |i: usize| both[0][i] * share + both[1][i] * (1.0 - share);
    [mix(0), mix(1), mix(2), mix(3)]
}

#[allow(
    clippy::many_single_char_names,
    reason = "they are the names of the coordinates"
)]
/// OKLCH as linear sRGB, by the matrices of its author; what no screen shows is cut off.
fn oklch(l: f64, c: f64, h: f64, alpha: f64) -> Rgba {
    let (a, b) = (c * h.to_radians().cos(), c * h.to_radians().sin());
    let lms = [
        l + 0.396_337_777_4 * a + 0.215_803_757_3 * b,
        l - 0.105_561_345_8 * a - 0.063_854_172_8 * b,
        l - 0.089_484_177_5 * a - 1.291_485_548 * b,
    ]
    .map(|x| x.powi(3));
    let row = |x: f64, y: f64, z: f64| (x * lms[0] + y * lms[1] + z * lms[2]).clamp(0.0, 1.0);
    [
        row(4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2),
        row(-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5),
        row(-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701),
        alpha,
    ]
}
