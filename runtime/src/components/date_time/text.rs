//! Dates as they are typed and shown.

use jiff::{SignedDuration, Zoned, civil, tz::TimeZone};

use crate::component::Invalid;

/// A time zone by its name.
#[derive(Debug, Clone)]
pub(super) struct Zone {
    pub(super) name: String,
    clock: TimeZone,
}

impl Zone {
    pub(super) fn named(name: String) -> Result<Self, Invalid> {
        let clock = TimeZone::get(&name).map_err(|_| {
            format!("there is no time zone {name:?}: write it like \"Europe/Paris\"")
        })?;
        Ok(Self { name, clock })
    }
}

/// How one field writes its dates.
#[derive(Debug, Clone, Copy)]
pub(super) struct Format<'a> {
    pub(super) include_time: bool,
    pub(super) zone: Option<&'a Zone>,
}

impl Format<'_> {
    /// The clock that is meant.
    pub(super) fn clock(self) -> TimeZone {
        self.zone
            .map_or_else(TimeZone::system, |zone| zone.clock.clone())
    }

    pub(super) fn write(self, moment: &Zoned) -> String {
        moment.strftime(self.pattern()).to_string()
    }

    /// Reads a date, or `now` and how long ago.
    pub(super) fn read(self, text: &str) -> Result<Zoned, Invalid> {
        let read = match text.trim().strip_prefix("now") {
            Some(ago) => before_now(ago).map(|moment| moment.with_time_zone(self.clock())),
            None => self.date(text),
        };
        read.ok_or_else(|| self.refused(text))
    }

    fn date(self, text: &str) -> Option<Zoned> {
        // Years of four digits and all else of two, as clients expect them.
        if text.len() != if self.include_time { 19 } else { 10 } {
            return None;
        }
        let date = if self.include_time {
            civil::DateTime::strptime(self.pattern(), text).ok()?
        } else {
            civil::Date::strptime(self.pattern(), text).ok()?.into()
        };
        self.clock().to_zoned(date).ok()
    }

    #[cold]
    fn refused(self, text: &str) -> Invalid {
        let shape = if self.include_time {
            "YYYY-MM-DD HH:MM:SS"
        } else {
            "YYYY-MM-DD"
        };
        format!("{text:?} is no date: write {shape}, or \"now - 5m\"").into()
    }

    fn pattern(self) -> &'static str {
        if self.include_time {
            "%Y-%m-%d %H:%M:%S"
        } else {
            "%Y-%m-%d"
        }
    }
}

/// ` - 5m` before now; nothing at all is now.
fn before_now(ago: &str) -> Option<Zoned> {
    let now = Zoned::now();
    let ago = ago.trim();
    if ago.is_empty() {
        return Some(now);
    }
    let count = ago.strip_prefix('-')?.trim();
    let unit = count.chars().next_back()?;
    let seconds = match unit {
        'd' => 86_400,
        'h' => 3_600,
        'm' => 60,
        's' => 1,
        _ => return None,
    };
    let count: i64 = count[..count.len() - 1].trim().parse().ok()?;
    let ago = SignedDuration::from_secs(count.checked_mul(seconds).filter(|ago| *ago >= 0)?);
    now.checked_sub(ago).ok()
}
