//! A colour, and how it is written.

use std::{fmt, str::FromStr};

use crate::component::Invalid;

/// A colour as red, green, blue and how solid it is.
///
/// It is read from what CSS writes: `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)`, `rgba(…)`, `hsl(…)`
/// and `hsla(…)`; it is written as `#rrggbb`, or `#rrggbbaa` if one can see through it.
///
/// ```
/// use vetrina::components::Color;
///
/// let orange: Color = "hsl(30, 100%, 50%)".parse()?;
/// assert_eq!(orange, Color::rgb(255, 128, 0));
/// assert_eq!(orange.to_string(), "#ff8000");
/// # Ok::<(), vetrina::component::Invalid>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color {
    /// How much red, 0 to 255.
    pub red: u8,
    /// How much green, 0 to 255.
    pub green: u8,
    /// How much blue, 0 to 255.
    pub blue: u8,
    /// How solid it is: 255 hides what is behind.
    pub alpha: u8,
}

impl Color {
    /// A solid colour.
    #[must_use]
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self {
            red,
            green,
            blue,
            alpha: 255,
        }
    }

    /// How bright it is to the eye, 0 to 1.
    #[must_use]
    pub fn luminance(self) -> f32 {
        let linear = |part: u8| {
            let part = f32::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl From<[u8; 3]> for Color {
    fn from([red, green, blue]: [u8; 3]) -> Self {
        Self::rgb(red, green, blue)
    }
}

impl From<Color> for [u8; 3] {
    fn from(color: Color) -> Self {
        [color.red, color.green, color.blue]
    }
}

impl From<[u8; 4]> for Color {
    fn from([red, green, blue, alpha]: [u8; 4]) -> Self {
        Self {
            red,
            green,
            blue,
            alpha,
        }
    }
}

impl From<Color> for [u8; 4] {
    fn from(color: Color) -> Self {
        [color.red, color.green, color.blue, color.alpha]
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)?;
        if self.alpha < 255 {
            write!(f, "{:02x}", self.alpha)?;
        }
        Ok(())
    }
}

impl FromStr for Color {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let plain = text.trim().to_ascii_lowercase();
        let read = match plain.strip_prefix('#') {
            Some(digits) => hex(digits),
            None => function(&plain),
        };
        read.ok_or_else(|| {
            format!("{text:?} is no colour: #rrggbb, rgb(r, g, b) or hsl(h, s%, l%)").into()
        })
    }
}

fn hex(digits: &str) -> Option<Color> {
    let digits: Vec<u8> = digits
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|digit| digit.try_into().ok()))
        .collect::<Option<_>>()?;
    let parts: Vec<u8> = match digits.len() {
        3 | 4 => digits.iter().map(|digit| digit * 17).collect(),
        6 | 8 => digits.chunks(2).map(|two| two[0] * 16 + two[1]).collect(),
        _ => return None,
    };
    Some(Color {
        red: parts[0],
        green: parts[1],
        blue: parts[2],
        alpha: parts.get(3).copied().unwrap_or(255),
    })
}

/// `rgb(1, 2, 3)`, `rgba(1 2 3 / 50%)`, `hsl(120deg, 50%, 50%)` and what lies between.
fn function(text: &str) -> Option<Color> {
    let (name, rest) = text.split_once('(')?;
    let parts: Vec<&str> = rest
        .strip_suffix(')')?
        .split([',', '/', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let (3 | 4) = parts.len() else { return None };
    let alpha = parts.get(3).map_or(Some(1.0), |part| share(part, 1.0))?;
    let [red, green, blue] = match name.trim() {
        "rgb" | "rgba" => [
            share(parts[0], 255.0)?,
            share(parts[1], 255.0)?,
            share(parts[2], 255.0)?,
        ],
        "hsl" | "hsla" => from_hsl(
            number(parts[0].strip_suffix("deg").unwrap_or(parts[0]))?,
            share(parts[1], 100.0)?,
            share(parts[2], 100.0)?,
        ),
        _ => return None,
    };
    Some(Color {
        red: byte(red),
        green: byte(green),
        blue: byte(blue),
        alpha: byte(alpha),
    })
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A part as 0 to 1: `50%`, or a number of `whole`.
fn share(text: &str, whole: f64) -> Option<f64> {
    let part = match text.strip_suffix('%') {
        Some(percent) => number(percent)? / 100.0,
        None => number(text)? / whole,
    };
    Some(part.clamp(0.0, 1.0))
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and 255, as parts are between 0 and 1"
)]
fn byte(part: f64) -> u8 {
    (part * 255.0).round() as u8
}

/// Red, green and blue, 0 to 1.
fn from_hsl(hue: f64, saturation: f64, lightness: f64) -> [f64; 3] {
    let reach = saturation * lightness.min(1.0 - lightness);
    [0.0, 8.0, 4.0].map(|shift: f64| {
        let place = (shift + hue / 30.0).rem_euclid(12.0);
        lightness - reach * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_css_writes_is_read() {
        let orange = Color::rgb(255, 136, 0);
        for text in [
            "#f80",
            "#FF8800",
            " #ff8800ff ",
            "rgb(255, 136, 0)",
            "rgb(255 136 0)",
            "rgba(255, 136.0, 0, 1)",
            "rgb(100%, 53.33%, 0%)",
            "hsl(32, 100%, 50%)",
            "hsla(392deg 100% 50% / 100%)",
        ] {
            assert_eq!(text.parse(), Ok(orange), "{text}");
        }
        let glass: Color = "rgba(0, 0, 0, 0.5)".parse().unwrap();
        assert_eq!(glass.to_string(), "#00000080");
        assert_eq!("#0008".parse::<Color>().unwrap().alpha, 136);
    }

    #[test]
    fn hues_go_round() {
        let hues = [0, 60, 120, 180, 240, 300].map(|hue| {
            format!("hsl({hue}, 100%, 50%)")
                .parse::<Color>()
                .unwrap()
                .to_string()
        });
        assert_eq!(
            hues,
            [
                "#ff0000", "#ffff00", "#00ff00", "#00ffff", "#0000ff", "#ff00ff"
            ]
        );
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "#",
            "#12",
            "#ggg",
            "#ääää",
            "rgb(1, 2)",
            "rgb(1,2,3",
            "hsl(a, 1%, 1%)",
            "red()",
            "rgb(nan,1,1)",
        ] {
            assert!(text.parse::<Color>().is_err(), "{text}");
        }
    }

    #[test]
    fn luminance_is_that_of_the_eye() {
        assert!(Color::rgb(0, 0, 0).luminance() < 1e-6);
        assert!((Color::rgb(255, 255, 255).luminance() - 1.0).abs() < 1e-3);
        assert!(Color::rgb(0, 255, 0).luminance() > Color::rgb(0, 0, 255).luminance());
    }
}
