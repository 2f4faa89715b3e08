use std::io::Cursor;

use super::*;
use crate::media::{
    boxes::{full, of},
    clusters::element,
};

fn length(film: impl AsRef<[u8]> + Send + Sync) -> Option<Duration> {
    of_film(&mut Cursor::new(film))
}

const HEAD: u32 = 0x1a45_dfa3;

/// As browsers record it: nothing says how long anything is, and blocks come twice a second.
fn recording(blocks: u8) -> Vec<u8> {
    let unknown = [1, 255, 255, 255, 255, 255, 255, 255];
    let mut film = element(HEAD, &[]);
    film.extend(SEGMENT.to_be_bytes());
    film.extend(unknown);
    film.extend(element(INFO, &element(SCALE, &[0x0f, 0x42, 0x40])));
    for block in 0..blocks {
        film.extend(CLUSTER.to_be_bytes());
        film.extend(unknown);
        let at = 100 + 500 * u16::from(block);
        film.extend(element(TIME, &at.to_be_bytes()));
        let shown = [&[0x81, 0, 0, 0x80][..], &[9; 300]].concat();
        film.extend(match block % 2 {
            0 => element(BLOCK, &shown),
            _ => element(GROUP, &element(BLOCK_OF_GROUP, &shown)),
        });
    }
    film
}

#[test]
fn what_a_head_says_is_taken() {
    let head = |units: &[u8]| {
        let info = [element(SCALE, &[0x1e, 0x84, 0x80]), element(LASTS, units)];
        let segment = element(SEGMENT, &element(INFO, &info.concat()));
        length([element(HEAD, &[]), segment].concat())
    };
    let wanted = Some(Duration::from_secs(3));
    // Of two milliseconds each.
    assert_eq!(head(&1500_f32.to_be_bytes()), wanted);
    assert_eq!(head(&1500_f64.to_be_bytes()), wanted);
    for nothing in [f64::NAN, f64::INFINITY, -1.0, 0.0] {
        assert_eq!(head(&nothing.to_be_bytes()), None, "{nothing}");
    }
}

#[test]
fn what_browsers_record_is_measured() {
    assert_eq!(length(recording(4)), Some(Duration::from_secs(2)));
    // Cut off within the last block: all that came before is there.
    let mut cut = recording(5);
    cut.truncate(cut.len() - 320);
    assert_eq!(length(cut), Some(Duration::from_secs(2)));
}

fn table(name: [u8; 4], flags: u32, numbers: &[u32]) -> Vec<u8> {
    let numbers: Vec<u8> = numbers.iter().flat_map(|n| n.to_be_bytes()).collect();
    full(name, 0, flags, &[&numbers])
}

#[test]
fn an_mp4_says_how_long_it_is() {
    let shown = of(*b"mdat", &[&[7; 5000]]);
    let short = table(*b"mvhd", 0, &[0, 0, 600, 1500]);
    let film = [shown.clone(), of(*b"moov", &[&short])].concat();
    assert_eq!(length(film), Some(Duration::from_millis(2500)));
    let wide = full(
        *b"mvhd",
        1,
        0,
        &[&[0; 16], &600_u32.to_be_bytes(), &1500_u64.to_be_bytes()],
    );
    let film = [of(*b"moov", &[&wide]), shown].concat();
    assert_eq!(length(film), Some(Duration::from_millis(2500)));
}

#[test]
fn fragments_are_measured() {
    let clock = of(
        *b"mdia",
        &[&table(*b"mdhd", 0, &[0, 0, 1000, 0, 0x55c4_0000])],
    );
    let movie = [
        table(*b"mvhd", 0, &[0, 0, 600, 0]),
        of(*b"mvex", &[&table(*b"trex", 0, &[7, 1, 40, 0, 0])]),
        of(*b"trak", &[&table(*b"tkhd", 0, &[0, 0, 7]), &clock]),
    ];
    let fragment = |at: u32, head: Vec<u8>, run: Vec<u8>| {
        let part = [head, table(*b"tfdt", 0, &[at]), run];
        let part = of(*b"traf", &[&part.concat()]);
        [of(*b"moof", &[&part]), of(*b"mdat", &[&[7; 99]])].concat()
    };
    let film = [
        of(*b"moov", &[&movie.concat()]),
        // Ten of what is usual, at a place in the data.
        fragment(
            0,
            table(*b"tfhd", 0x2_0000, &[7]),
            table(*b"trun", 1, &[10, 8]),
        ),
        // Two of 100; and two of which each says it, with its size.
        fragment(400, table(*b"tfhd", 8, &[7, 100]), table(*b"trun", 0, &[2])),
        fragment(
            600,
            table(*b"tfhd", 0, &[7]),
            table(*b"trun", 0x300, &[2, 50, 1, 250, 1]),
        ),
    ];
    assert_eq!(length(film.concat()), Some(Duration::from_millis(900)));
}

#[test]
fn nonsense_has_no_length() {
    assert_eq!(length(b""), None);
    assert_eq!(length(b"film"), None);
    assert_eq!(length([0_u8; 4000]), None);
    assert_eq!(length([0xff_u8; 4000]), None);
    assert_eq!(length(*b"\x1a\x45\xdf\xa3\0\0\0\0\0\0"), None);
    let huge = [&[0xff, 0xff, 0xff, 0xf0][..], b"mvhd", &[0; 64]].concat();
    assert_eq!(length(huge), None);
    let mut recording = recording(3);
    for at in 0..recording.len().min(200) {
        let kept = std::mem::replace(&mut recording[at], 0xff);
        length(&recording);
        recording[at] = kept;
    }
}
