//! Sizes: three families of seven steps.

const STEPS: [&str; 7] = ["xxs", "xs", "sm", "md", "lg", "xl", "xxl"];

fn steps(family: &str, values: [&str; 7]) -> Vec<(String, String)> {
    let names = STEPS.iter().map(|step| format!("{family}_{step}"));
    names.zip(values.map(str::to_owned)).collect()
}

/// How far things stand from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spacing {
    /// Close: much on one screen.
    Small,
    /// As the looks have it.
    Medium,
    /// Wide.
    Large,
}

impl Spacing {
    pub(super) fn values(self) -> Vec<(String, String)> {
        let values = match self {
            Self::Small => [
                "0.125rem",
                "0.1875rem",
                "0.375rem",
                "0.5rem",
                "0.75rem",
                "1.125rem",
                "1.5rem",
            ],
            Self::Medium => [
                "0.125rem", "0.25rem", "0.5rem", "0.75rem", "1rem", "1.5rem", "2rem",
            ],
            Self::Large => [
                "0.1875rem",
                "0.375rem",
                "0.625rem",
                "1rem",
                "1.25rem",
                "2rem",
                "2.75rem",
            ],
        };
        let mut all = steps("spacing", values);
        let control = match self {
            Self::Small => "2.125rem",
            Self::Medium => "2.5rem",
            Self::Large => "3rem",
        };
        all.push(("control_size".into(), control.into()));
        all
    }
}

/// How round corners are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Radius {
    /// Not at all.
    None,
    /// Hardly.
    Small,
    /// As the default look has it.
    Medium,
    /// Much.
    Large,
    /// As far as it goes.
    Full,
}

impl Radius {
    pub(super) fn values(self) -> Vec<(String, String)> {
        steps(
            "radius",
            match self {
                Self::None => ["0px"; 7],
                Self::Small => ["1px", "2px", "3px", "4px", "6px", "8px", "12px"],
                Self::Medium => [
                    "0.125rem",
                    "0.1875rem",
                    "0.3125rem",
                    "0.5rem",
                    "0.75rem",
                    "1rem",
                    "1.375rem",
                ],
                Self::Large => [
                    "0.1875rem",
                    "0.3125rem",
                    "0.5rem",
                    "0.75rem",
                    "1.125rem",
                    "1.5rem",
                    "2rem",
                ],
                Self::Full => [
                    "0.25rem", "0.375rem", "0.75rem", "1.375rem", "1.375rem", "1.75rem", "2.25rem",
                ],
            },
        )
    }
}

/// How large texts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextSize {
    /// For much text.
    Small,
    /// As the looks have it.
    Medium,
    /// For readers at a distance.
    Large,
}

impl TextSize {
    pub(super) fn values(self) -> Vec<(String, String)> {
        steps(
            "text",
            match self {
                Self::Small => [
                    "0.625rem",
                    "0.6875rem",
                    "0.75rem",
                    "0.875rem",
                    "1rem",
                    "1.25rem",
                    "1.875rem",
                ],
                Self::Medium => [
                    "0.6875rem",
                    "0.75rem",
                    "0.8125rem",
                    "0.9375rem",
                    "1.0625rem",
                    "1.375rem",
                    "2.25rem",
                ],
                Self::Large => [
                    "0.75rem",
                    "0.8125rem",
                    "0.9375rem",
                    "1.0625rem",
                    "1.1875rem",
                    "1.625rem",
                    "2.5rem",
                ],
            },
        )
    }
}
