//! Codecs by the names that browsers know them by.

use super::boxes::{all, inside};

/// The codec of a track of MP4, of which this is `stsd`.
pub(super) fn of_mp4(coding: &[u8]) -> Option<String> {
    let entry = all(coding.get(16..)?).next()?;
    let own = |skipped: usize, name: [u8; 4]| inside(entry.inside.get(skipped..)?, name);
    let name = String::from_utf8_lossy(&entry.name).into_owned();
    Some(match &entry.name {
        b"avc1" | b"avc3" => avc(&name, own(PICTURE, *b"avcC")?)?,
        b"vp08" | b"vp09" => {
            let [_, _, _, _, profile, level, depth, ..] = *own(PICTURE, *b"vpcC")? else {
                return None;
            };
            format!("{name}.{profile:02}.{level:02}.{:02}", depth >> 4)
        }
        b"av01" => av1(own(PICTURE, *b"av1C")?)?,
        b"mp4a" => "mp4a.40.2".into(),
        b"Opus" => "opus".into(),
        b"fLaC" => "flac".into(),
        // Browsers do not know it, or find out.
        _ => name,
    })
}

/// What stands before the boxes of how pictures are coded.
const PICTURE: usize = 78;

/// The codec of a track of `WebM`, with what it needs to begin.
pub(super) fn of_webm(codec: &str, needs: &[u8]) -> String {
    let named = match codec {
        "V_AV1" => av1(needs),
        "V_MPEG4/ISO/AVC" => avc("avc1", needs),
        _ => None,
    };
    named.unwrap_or_else(|| {
        let name = codec.split_once('_').map_or(codec, |(_, name)| name);
        name.to_lowercase()
    })
}

fn avc(name: &str, needs: &[u8]) -> Option<String> {
    let [_, profile, compatible, level, ..] = *needs else {
        return None;
    };
    Some(format!("{name}.{profile:02x}{compatible:02x}{level:02x}"))
}

fn av1(needs: &[u8]) -> Option<String> {
    let [_, level, depth, ..] = *needs else {
        return None;
    };
    let (profile, level) = (level >> 5, level & 0x1f);
    let tier = if depth & 0x80 == 0 { "M" } else { "H" };
    let depth = match depth & 0x60 {
        0 => 8,
        0x40 => 10,
        _ => 12,
    };
    Some(format!("av01.{profile}.{level:02}{tier}.{depth:02}"))
}
