//! Hues: eleven tones each, from nearly white to nearly black.

use std::fmt::Write as _;

/// The names of the tones, light to dark.
const TONES: [u16; 11] = [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950];

/// A colour in eleven tones.
///
/// Those that have names are made in OKLCH, where the same tone is as light in every hue: texts
/// stay readable whichever is chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Hue(Tones);

#[derive(Debug, Clone, PartialEq)]
enum Tones {
    /// The angle on the colour wheel, and the strength of the strongest tone.
    Made {
        angle: f32,
        chroma: f32,
    },
    Given(Box<[String; 11]>),
}

/// What a hue is used for: surfaces need more of the darkest tones than accents do.
#[derive(Debug, Clone, Copy)]
pub(super) enum Role {
    Accent,
    Neutral,
}

/// How light each tone is, and how much of the strength it has.
const ACCENT: [(f32, f32); 11] = [
    (0.97, 0.08),
    (0.935, 0.2),
    (0.89, 0.4),
    (0.85, 0.6),
    (0.785, 0.8),
    (0.64, 1.0),
    (0.53, 1.0),
    (0.455, 0.9),
    (0.39, 0.76),
    (0.32, 0.45),
    (0.21, 0.3),
];
const NEUTRAL: [(f32, f32); 11] = [
    (0.975, 0.35),
    (0.952, 0.5),
    (0.908, 0.65),
    (0.84, 0.8),
    (0.735, 1.0),
    (0.605, 1.1),
    (0.485, 1.1),
    (0.34, 0.95),
    (0.285, 0.85),
    (0.243, 0.8),
    (0.188, 0.7),
];

macro_rules! hues {
    ($($(#[$docs:meta])* $name:ident: $angle:literal, $chroma:literal;)*) => {
        $($(#[$docs])* pub const $name: Self = Self(Tones::Made { angle: $angle, chroma: $chroma });)*
    };
}

impl Hue {
    hues! {
        /// The blue-green of the default look.
        PETROL: 210.0, 0.09;
        /// A warm grey, that of the default look.
        SAND: 74.0, 0.014;
        /// A blue grey.
        SLATE: 257.0, 0.04;
        /// A cool grey.
        GRAY: 262.0, 0.025;
        /// A grey with a trace of blue.
        ZINC: 285.0, 0.014;
        /// A grey without any colour.
        NEUTRAL: 0.0, 0.0;
        /// A grey with a trace of yellow.
        STONE: 58.0, 0.012;
        /// Red.
        RED: 26.0, 0.2;
        /// Orange.
        ORANGE: 48.0, 0.16;
        /// Amber.
        AMBER: 72.0, 0.14;
        /// Yellow.
        YELLOW: 92.0, 0.13;
        /// Lime.
        LIME: 128.0, 0.16;
        /// Green.
        GREEN: 149.0, 0.16;
        /// Emerald.
        EMERALD: 163.0, 0.13;
        /// Teal.
        TEAL: 184.0, 0.105;
        /// Cyan.
        CYAN: 217.0, 0.115;
        /// Sky.
        SKY: 237.0, 0.135;
        /// Blue.
        BLUE: 260.0, 0.19;
        /// Indigo.
        INDIGO: 277.0, 0.2;
        /// Violet.
        VIOLET: 293.0, 0.21;
        /// Purple.
        PURPLE: 304.0, 0.22;
        /// Fuchsia.
        FUCHSIA: 323.0, 0.22;
        /// Pink.
        PINK: 354.0, 0.19;
        /// Rose.
        ROSE: 14.0, 0.19;
    }

    /// A hue by its angle on the colour wheel of OKLCH, and the chroma of its strongest tone: 0.01
    /// is nearly grey, 0.2 is strong.
    #[must_use]
    pub const fn new(angle: f32, chroma: f32) -> Self {
        Self(Tones::Made { angle, chroma })
    }

    /// Eleven colours of your own in CSS, from the lightest, 50, to the darkest, 950.
    #[must_use]
    pub fn of<C: Into<String>>(tones: [C; 11]) -> Self {
        Self(Tones::Given(Box::new(tones.map(Into::into))))
    }

    pub(super) fn tones(self, role: Role) -> impl Iterator<Item = (u16, String)> {
        let tones = match self.0 {
            Tones::Given(tones) => *tones,
            Tones::Made { angle, chroma } => {
                let ramp = match role {
                    Role::Accent => ACCENT,
                    Role::Neutral => NEUTRAL,
                };
                ramp.map(|(light, share)| {
                    let mut colour = format!("oklch({light}");
                    let _ = write!(colour, " {:.4} {angle})", chroma * share);
                    colour
                })
            }
        };
        TONES.into_iter().zip(tones)
    }
}
