//! Words that are shown while something plays: read as VTT, SRT or JSON.

use std::{
    fmt::Write as _,
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use serde::{Deserialize, Serialize};

use crate::component::Invalid;

/// No film has as many bytes of words.
const LARGEST: u64 = 8 << 20;

/// Words to show while a sound or a video plays.
///
/// ```
/// use vetrina::components::Subtitles;
///
/// let subtitles = Subtitles::from([(0.0, 1.5, "Hello."), (1.5, 3.0, "How are you?")]);
/// assert_eq!(
///     subtitles.to_vtt(),
///     "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nHello.\n\n00:00:01.500 --> 00:00:03.000\nHow are you?\n\n",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Subtitles {
    /// What is shown when.
    pub cues: Vec<Cue>,
}

/// Words, and when they are shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cue {
    /// From when, in seconds.
    pub start: f64,
    /// Until when, in seconds.
    pub end: f64,
    /// The words; lines are kept.
    pub text: String,
}

impl<W: Into<String>, const N: usize> From<[(f64, f64, W); N]> for Subtitles {
    fn from(cues: [(f64, f64, W); N]) -> Self {
        cues.into_iter().collect()
    }
}

impl<W: Into<String>> FromIterator<(f64, f64, W)> for Subtitles {
    fn from_iter<I: IntoIterator<Item = (f64, f64, W)>>(cues: I) -> Self {
        let cue = |(start, end, text): (f64, f64, W)| Cue {
            start,
            end,
            text: text.into(),
        };
        Self {
            cues: cues.into_iter().map(cue).collect(),
        }
    }
}

impl Subtitles {
    /// Reads a file of any kind that [`parse`](Self::parse) understands.
    ///
    /// # Errors
    /// When it cannot be read, or holds no subtitles.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Invalid> {
        let path = path.as_ref();
        let lost = |why: io::Error| {
            Invalid::from(format!(
                "the subtitles `{}` cannot be read: {why}",
                path.display()
            ))
        };
        let mut text = String::new();
        let file = File::open(path).map_err(lost)?;
        // One more than there may be tells that there are too many.
        let read = file.take(LARGEST + 1).read_to_string(&mut text);
        if read.map_err(lost)? as u64 > LARGEST {
            return Err("the subtitles are too long".into());
        }
        Self::parse(&text)
    }

    /// Reads VTT, SRT, or a JSON list of `{"text": …, "timestamp": [start, end]}` in seconds.
    ///
    /// ```
    /// use vetrina::components::Subtitles;
    ///
    /// let srt = "1\n00:00:00,000 --> 00:00:01,500\nHello.\n";
    /// assert_eq!(Subtitles::parse(srt)?, Subtitles::from([(0.0, 1.5, "Hello.")]));
    /// # Ok::<(), vetrina::component::Invalid>(())
    /// ```
    ///
    /// # Errors
    /// When the text is none of these.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim_start_matches('\u{feff}');
        if text.trim_start().starts_with('[') {
            return json(text);
        }
        let lines: Vec<_> = text.lines().map(str::trim_end).collect();
        let cues: Vec<_> = lines
            .split(|line| line.is_empty())
            .filter_map(cue)
            .collect();
        if cues.is_empty() && !text.starts_with("WEBVTT") {
            return Err("these are no subtitles in VTT, SRT or JSON".into());
        }
        Ok(Self { cues })
    }

    /// The same as VTT, the form that browsers read.
    #[must_use]
    pub fn to_vtt(&self) -> String {
        let mut vtt = String::from("WEBVTT\n\n");
        for Cue { start, end, text } in &self.cues {
            // An empty line would end the words, and an arrow begin others.
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            let text = lines.collect::<Vec<_>>().join("\n").replace("-->", "→");
            let _ = writeln!(vtt, "{} --> {}\n{text}\n", clock(*start), clock(*end));
        }
        vtt
    }
}

/// A cue: perhaps a number or a name, then the times, then the words.
fn cue(lines: &[&str]) -> Option<Cue> {
    let at = lines.iter().take(2).position(|line| line.contains("-->"))?;
    let (start, rest) = lines[at].split_once("-->")?;
    // What follows the times says where the words stand.
    let end = rest.split_whitespace().next()?;
    Some(Cue {
        start: seconds(start.trim())?,
        end: seconds(end)?,
        text: lines[at + 1..].join("\n"),
    })
}

/// `01:02:03.500`, `02:03,5` or `3.5`, in seconds.
fn seconds(clock: &str) -> Option<f64> {
    let clock = clock.replace(',', ".");
    let mut parts = clock.rsplit(':');
    let mut total: f64 = parts.next()?.parse().ok()?;
    for (part, length) in parts.zip([60.0, 3600.0]) {
        total += f64::from(part.parse::<u32>().ok()?) * length;
    }
    (total.is_finite() && total >= 0.0).then_some(total)
}

/// Seconds as `01:02:03.500`.
fn clock(seconds: f64) -> String {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "such a cast keeps to the bounds"
    )]
    let millis = (seconds * 1000.0).round() as u64;
    let (hours, minutes, seconds) = (millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60);
    format!("{hours:02}:{minutes:02}:{seconds:02}.{:03}", millis % 1000)
}

fn json(text: &str) -> Result<Subtitles, Invalid> {
    #[derive(Deserialize)]
    struct Words {
        text: String,
        timestamp: (f64, f64),
    }
    let words: Vec<Words> = serde_json::from_str(text)
        .map_err(|why| format!("these are no subtitles in JSON: {why}"))?;
    let cues = words
        .into_iter()
        .map(|words| (words.timestamp.0, words.timestamp.1, words.text));
    Ok(cues.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn srt_is_read_as_it_is_found() {
        let srt = "\u{feff}1\r\n00:00:01,600 --> 00:00:04,200\r\nFirst line\r\nand a second\r\n\r\n\r\n\
                   2\r\n01:00:00,000 --> 01:00:01,000\r\n<i>Last</i>\r\n";
        let read = Subtitles::parse(srt).unwrap();
        let expected = [
            (1.6, 4.2, "First line\nand a second"),
            (3600.0, 3601.0, "<i>Last</i>"),
        ];
        assert_eq!(read, Subtitles::from(expected));
    }

    #[test]
    fn vtt_is_read_and_written() {
        let vtt =
            "WEBVTT - A film\n\nNOTE nothing\n\nintro\n00:01.000 --> 00:02.500 line:0\nHello\n\n";
        let read = Subtitles::parse(vtt).unwrap();
        assert_eq!(read, Subtitles::from([(1.0, 2.5, "Hello")]));
        assert_eq!(
            read.to_vtt(),
            "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHello\n\n"
        );
        assert_eq!(Subtitles::parse(&read.to_vtt()), Ok(read));
        assert_eq!(Subtitles::parse("WEBVTT\n").unwrap().cues, []);
    }

    #[test]
    fn json_is_read() {
        let json = r#"[{"text": "Hi", "timestamp": [0, 1.25]}]"#;
        assert_eq!(
            Subtitles::parse(json),
            Ok(Subtitles::from([(0.0, 1.25, "Hi")]))
        );
        assert!(Subtitles::parse("[{}]").is_err());
    }

    #[test]
    fn words_cannot_begin_another_cue() {
        let evil = Subtitles::from([(0.0, 1.0, "a\n\n00:00:09.000 --> 00:00:10.000\nb")]);
        let vtt = evil.to_vtt();
        assert_eq!(Subtitles::parse(&vtt).unwrap().cues.len(), 1, "{vtt}");
    }

    #[test]
    fn what_is_no_subtitle_is_refused() {
        for text in ["", "words", "1\n00:00:xx --> 00:00:01\nHello"] {
            assert!(Subtitles::parse(text).is_err(), "{text:?}");
        }
        let long = std::env::temp_dir().join(format!("vetrina-{:x}.vtt", rand::random::<u64>()));
        let made = File::create(&long).and_then(|file| file.set_len(LARGEST + 1));
        made.expect("there is room for a file");
        let why = Subtitles::read(&long).unwrap_err();
        assert_eq!(why.to_string(), "the subtitles are too long");
        std::fs::remove_file(long).expect("it is there");
        let why = Subtitles::read("/there/is/none.srt").unwrap_err();
        assert!(
            why.to_string()
                .contains("`/there/is/none.srt` cannot be read"),
            "{why}"
        );
    }

    #[test]
    fn the_page_gets_plain_numbers() {
        let sent = serde_json::to_value(Subtitles::from([(0.0, 1.5, "Hi")])).unwrap();
        assert_eq!(
            sent,
            serde_json::json!([{"start": 0.0, "end": 1.5, "text": "Hi"}])
        );
    }
}
