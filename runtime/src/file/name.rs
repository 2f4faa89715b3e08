//! Names of files, made harmless.

/// The longest name in bytes; file systems take 255.
const LONGEST: usize = 200;

/// What is left of a name that somebody else chose: its last part, without control characters and
/// without what means something to a shell, a browser or a file system. Never empty, never hidden.
pub(crate) fn cleaned(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = last.chars().filter(|&c| is_harmless(c)).collect::<String>();
    // Names of devices and names that end in a dot are trouble on Windows, leading dots elsewhere.
    let kept = kept
        .trim()
        .trim_start_matches('.')
        .trim_end_matches(['.', ' ']);
    if kept.is_empty() {
        return "file".into();
    }
    shortened(kept)
}

fn is_harmless(c: char) -> bool {
    const MARKS: [char; 14] = [
        '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
        '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{feff}', '\u{200b}', '\u{2028}',
    ];
    !c.is_control() && !"<>:\"|?*;&%#`$'".contains(c) && !MARKS.contains(&c)
}

/// Cuts the stem, so that the extension stays.
fn shortened(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.into();
    }
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if extension.len() <= 16 => (stem, format!(".{extension}")),
        _ => (name, String::new()),
    };
    let mut end = LONGEST - extension.len();
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{extension}", &stem[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_harmless_part_of_a_name_is_kept() {
        for (given, kept) in [
            ("hello world.txt", "hello world.txt"),
            ("my report (1).txt", "my report (1).txt"),
            ("Übung.pdf", "Übung.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\temp\\a.txt", "a.txt"),
            (".bashrc", "bashrc"),
            ("..", "file"),
            ("", "file"),
            ("a\r\nSet-Cookie: b=c.txt", "aSet-Cookie b=c.txt"),
            ("we?ird<>:\"|*.txt", "weird.txt"),
            ("gpj.\u{202e}exe", "gpj.exe"),
            ("\0", "file"),
        ] {
            assert_eq!(cleaned(given), kept, "{given:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_extension() {
        let name = cleaned(&format!("{}.tar", "ä".repeat(300)));
        assert!(
            name.len() <= LONGEST && name.split('.').next_back() == Some("tar"),
            "{name}"
        );
    }
}
