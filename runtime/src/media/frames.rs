//! How long a file lasts that is passed on as it is.

use std::time::Duration;

use crate::component::Invalid;

/// What is passed on as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Mp3,
    Aac,
    Ts,
}

impl Kind {
    /// The kind of a file that begins like this.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x47, ..] if bytes.len().is_multiple_of(PACKET) => Some(Self::Ts),
            [0xff, second, ..] if second & 0xf6 == 0xf0 => Some(Self::Aac),
            [b'I', b'D', b'3', ..] => Some(Self::Mp3),
            [0xff, second, ..] if second & 0xe0 == 0xe0 => Some(Self::Mp3),
            _ => None,
        }
    }

    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Mp3 => "mp3",
            Self::Aac => "aac",
            Self::Ts => "ts",
        }
    }

    /// The type by which browsers know it.
    pub(crate) fn mime(self) -> &'static str {
        match self {
            Self::Mp3 => "audio/mpeg",
            Self::Aac => "audio/aac",
            Self::Ts => "video/MP2T",
        }
    }

    /// How long it lasts.
    pub(crate) fn duration(self, bytes: &[u8]) -> Result<Duration, Invalid> {
        let seconds = match self {
            Self::Mp3 => all(bytes, mp3_frame),
            Self::Aac => all(bytes, aac_frame),
            Self::Ts => transport(bytes),
        };
        seconds
            .filter(|seconds| *seconds > 0.0)
            .map(Duration::from_secs_f64)
            .ok_or_else(|| format!("this is no whole {} file", self.extension()).into())
    }
}

/// The seconds of all frames that begin with what `frame` knows: of each, its bytes and its seconds.
fn all(bytes: &[u8], frame: impl Fn(&[u8]) -> Option<(usize, f64)>) -> Option<f64> {
    let (mut at, mut seconds) = (0, 0.0);
    while at + 7 <= bytes.len() {
        match frame(&bytes[at..]) {
            Some((length, lasts)) if length > 0 => {
                at += length;
                seconds += lasts;
            }
            // Tags, and pieces of a frame whose start is in the file before.
            _ => at += 1,
        }
    }
    (seconds > 0.0).then_some(seconds)
}

fn mp3_frame(head: &[u8]) -> Option<(usize, f64)> {
    const RATES: [u32; 3] = [44_100, 48_000, 32_000];
    const FIRST: [usize; 15] = [
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320,
    ];
    const SECOND: [usize; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    let [0xff, second, third, ..] = *head else {
        return None;
    };
    // Layer III of MPEG 1, 2 or 2.5.
    let (version, layer) = ((second >> 3) & 3, (second >> 1) & 3);
    if second & 0xe0 != 0xe0 || version == 1 || layer != 1 {
        return None;
    }
    let is_first = version == 3;
    let rates = if is_first { FIRST } else { SECOND };
    let bits = *rates.get(usize::from(third >> 4))? * 1000;
    let rate = *RATES.get(usize::from((third >> 2) & 3))? >> [2, 0, 1, 0][usize::from(version)];
    let samples = if is_first { 1152 } else { 576 };
    let padding = usize::from((third >> 1) & 1);
    let length = samples / 8 * bits / rate as usize + padding;
    #[allow(clippy::cast_precision_loss, reason = "it is 576 or 1152")]
    Some((length, samples as f64 / f64::from(rate)))
}

fn aac_frame(head: &[u8]) -> Option<(usize, f64)> {
    const RATES: [u32; 13] = [
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025,
        8_000, 7_350,
    ];
    let [0xff, second, third, fourth, fifth, sixth, ..] = *head else {
        return None;
    };
    if second & 0xf6 != 0xf0 {
        return None;
    }
    let rate = *RATES.get(usize::from((third >> 2) & 15))?;
    let length =
        (usize::from(fourth & 3) << 11) | (usize::from(fifth) << 3) | usize::from(sixth >> 5);
    Some((length, 1024.0 / f64::from(rate)))
}

/// The length of a packet of a transport stream.
const PACKET: usize = 188;

/// From the first time stamp to the last, and one picture more.
fn transport(bytes: &[u8]) -> Option<f64> {
    let mut stamps: Vec<u64> = bytes.chunks_exact(PACKET).filter_map(time_stamp).collect();
    stamps.sort_unstable();
    stamps.dedup();
    let (first, last) = (*stamps.first()?, *stamps.last()?);
    // One alone says nothing of its length.
    let steps = u32::try_from(stamps.len() - 1)
        .ok()
        .filter(|steps| *steps > 0)?;
    #[allow(clippy::cast_precision_loss, reason = "it has 33 bits")]
    let span = (last - first) as f64 / 90_000.0;
    Some(span + span / f64::from(steps))
}

/// When what begins in this packet is shown.
fn time_stamp(packet: &[u8]) -> Option<u64> {
    let begins = packet[0] == 0x47 && packet[1] & 0x40 != 0 && packet[3] & 0x10 != 0;
    let skipped = if packet[3] & 0x20 == 0 {
        0
    } else {
        1 + usize::from(packet[4])
    };
    let inside = packet.get(4 + skipped..).filter(|_| begins)?;
    let [0, 0, 1, stream, _, _, _, flags, _, ref stamp @ ..] = *inside else {
        return None;
    };
    let [first, second, third, fourth, fifth] = *stamp.first_chunk()?;
    let of_media = (0xc0..0xf0).contains(&stream) && flags & 0x80 != 0;
    let high = u64::from(first & 0x0e) << 29;
    let middle = (u64::from(second) << 22) | (u64::from(third & 0xfe) << 14);
    of_media.then(|| high | middle | (u64::from(fourth) << 7) | u64::from(fifth >> 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_counted_also_when_one_is_cut_off() {
        // 128 kbit/s at 44.1 kHz: 417 bytes.
        let mut frame = vec![0xff, 0xfb, 0x90, 0];
        frame.resize(417, 0);
        let mut file = [0; 100].to_vec();
        file.extend(frame.repeat(10));
        assert_eq!(Kind::of(&frame), Some(Kind::Mp3));
        let lasts = Kind::Mp3.duration(&file).unwrap().as_secs_f64();
        assert!((lasts - 11520.0 / 44_100.0).abs() < 1e-6, "{lasts}");
        assert!(Kind::Mp3.duration(b"words and more words").is_err());
    }

    #[test]
    fn raw_aac_is_known_by_its_frames() {
        // 44.1 kHz, 32 bytes.
        let mut frame = vec![0xff, 0xf1, 0x50, 0x80, 0x04, 0x1f, 0xfc];
        frame.resize(32, 0);
        assert_eq!(Kind::of(&frame), Some(Kind::Aac));
        let lasts = Kind::Aac.duration(&frame.repeat(43)).unwrap().as_secs_f64();
        assert!((lasts - 43.0 * 1024.0 / 44_100.0).abs() < 1e-6, "{lasts}");
    }

    #[test]
    fn films_last_from_their_first_picture_to_their_last() {
        let packet = |stamp: u64| {
            let part = |shift: u64, mask: u64| u8::try_from((stamp >> shift) & mask).unwrap_or(0);
            let mut packet = vec![0x47, 0x41, 0, 0x10, 0, 0, 1, 0xe0, 0, 0, 0x80, 0x80, 5];
            packet.extend([
                0x21 | part(30, 7) << 1,
                part(22, 255),
                part(15, 127) << 1 | 1,
                part(7, 255),
                part(0, 127) << 1 | 1,
            ]);
            packet.resize(PACKET, 0xff);
            packet
        };
        let film: Vec<u8> = (0..25).flat_map(|n| packet(900_000 + n * 3_600)).collect();
        assert_eq!(Kind::of(&film), Some(Kind::Ts));
        let lasts = Kind::Ts.duration(&film).unwrap();
        assert_eq!(lasts, Duration::from_secs(1));
    }
}
