//! WebP without loss, written line by line: the picture is gone through twice, first to learn how often what occurs,
//! then to write it. The encoder of the `image` crate would hold a copy of the picture and the whole file besides.

mod bits;
mod code;

use std::io::{self, Write};

use image::DynamicImage;

use bits::Bits;
use code::Code;

/// How long a side may be: a dot more could be written, but most readers refuse it.
pub(super) const LONGEST_SIDE: u32 = (1 << 14) - 1;
/// How many equal dots are written as one run.
const LONGEST_RUN: u32 = 1 << 12;
/// The dot before: the nearest but one in the order of the format, where the one above comes first.
const DOT_BEFORE: usize = 1;

/// What a file is made of.
enum Part {
    /// How a dot differs from what was expected: red, green, blue and opacity.
    Dot([u8; 4]),
    /// How often the last one comes again.
    Run(u32),
}

/// Writes a picture of 8 bits a part, its sides within [`LONGEST_SIDE`].
pub(super) fn write(picture: &DynamicImage, mut to: impl Write) -> io::Result<()> {
    if picture.as_bytes().is_empty() {
        return Err(io::Error::other("the picture has no dots"));
    }
    let mut seen = [const { [0; 280] }; 4];
    let mut extra = 0;
    let mut ran = false;
    walk(picture, |part| {
        match part {
            Part::Dot(dot) => (0..4).for_each(|i| seen[i][usize::from(dot[i])] += 1),
            Part::Run(length) => {
                let (symbol, bits, _) = length_symbol(length);
                seen[1][symbol] += 1;
                extra += u64::from(bits);
                ran = true;
            }
        }
        Ok(())
    })?;
    let [red, green, blue, opacity] = [0, 1, 2, 3].map(|part| {
        let size = if part == 1 { 280 } else { 256 };
        Code::for_counts(&seen[part][..size])
    });
    let mut counts = [0; 40];
    counts[DOT_BEFORE] = u64::from(ran);
    let distance = Code::for_counts(&counts);

    let mut head = Bits::new(Vec::new());
    start(&mut head, picture)?;
    for code in [&green, &red, &blue, &opacity, &distance] {
        code.describe(&mut head)?;
    }
    let codes = [&red, &green, &blue, &opacity];
    let body: u64 = codes.iter().zip(&seen).map(|(it, of)| it.weight(of)).sum();
    let size = (head.written() + body + extra).div_ceil(8);
    let size = u32::try_from(size).map_err(io::Error::other)?;
    to.write_all(b"RIFF")?;
    to.write_all(&(size.next_multiple_of(2) + 12).to_le_bytes())?;
    to.write_all(b"WEBPVP8L")?;
    to.write_all(&size.to_le_bytes())?;
    to.write_all(head.whole_bytes())?;

    let mut bits = head.go_on(&mut to);
    walk(picture, |part| match part {
        // The order of the format: green first.
        Part::Dot(dot) => [1, 0, 2, 3]
            .into_iter()
            .try_for_each(|i| codes[i].write(usize::from(dot[i]), &mut bits)),
        Part::Run(length) => {
            let (symbol, count, rest) = length_symbol(length);
            green.write(symbol, &mut bits)?;
            bits.put(rest, count)
        }
    })?;
    bits.finish()?;
    to.write_all(&[0][..usize::from(size % 2 == 1)])
}

/// All before the codes: how large it is, and what was done to its colours.
fn start(bits: &mut Bits<Vec<u8>>, picture: &DynamicImage) -> io::Result<()> {
    bits.put(0x2f, 8)?;
    bits.put(picture.width() - 1, 14)?;
    bits.put(picture.height() - 1, 14)?;
    bits.put(u32::from(picture.color().has_alpha()), 1)?;
    bits.put(0, 3)?;
    // Green was taken from red and blue.
    bits.put(0b101, 3)?;
    // The same neighbour is expected everywhere: blocks of the largest size, all with one answer.
    bits.put(0b11_1001, 6)?;
    bits.put(0, 1)?;
    Code::only(EXPECTED).describe(bits)?;
    for _ in 0..4 {
        Code::only(0).describe(bits)?;
    }
    // Nothing else was done, there is no list of colours, and one set of codes is for all.
    bits.put(0, 3)
}

/// In the words of the format: the one to the left or the one above, whichever is more like what both make likely.
const EXPECTED: usize = 11;

fn expected(left: [u8; 4], above: [u8; 4], between: [u8; 4]) -> [u8; 4] {
    let far = |one: [u8; 4]| -> u16 {
        let parts = one.iter().zip(&between);
        parts.map(|(a, b)| u16::from(a.abs_diff(*b))).sum()
    };
    // What differs from the corner is what goes on.
    if far(above) < far(left) { left } else { above }
}

/// Tells of every part of a picture, in order.
fn walk(picture: &DynamicImage, mut tell: impl FnMut(Part) -> io::Result<()>) -> io::Result<()> {
    let channels = usize::from(picture.color().channel_count());
    let width = picture.width() as usize;
    let mut above: Vec<[u8; 4]> = Vec::new();
    let mut line = Vec::with_capacity(width);
    let (mut last, mut run) = (None, 0);
    for bytes in picture.as_bytes().chunks_exact(width * channels) {
        line.clear();
        line.extend(bytes.chunks_exact(channels).map(dot));
        for x in 0..width {
            let guess = match (x.checked_sub(1), above.get(x)) {
                (None, None) => [0, 0, 0, 255],
                (Some(left), None) => line[left],
                (None, Some(above)) => *above,
                (Some(left), Some(over)) => expected(line[left], *over, above[left]),
            };
            let rest: [u8; 4] = std::array::from_fn(|i| line[x][i].wrapping_sub(guess[i]));
            if last == Some(rest) && run < LONGEST_RUN {
                run += 1;
                continue;
            }
            if run > 0 {
                tell(Part::Run(run))?;
                run = 0;
            }
            if last == Some(rest) {
                run = 1;
            } else {
                tell(Part::Dot(rest))?;
                last = Some(rest);
            }
        }
        std::mem::swap(&mut above, &mut line);
    }
    if run > 0 {
        tell(Part::Run(run))
    } else {
        Ok(())
    }
}

/// Red, green, blue and opacity, green taken from the other two.
fn dot(parts: &[u8]) -> [u8; 4] {
    match *parts {
        [grey] => [0, grey, 0, 255],
        [grey, opacity] => [0, grey, 0, opacity],
        [red, green, blue] => [
            red.wrapping_sub(green),
            green,
            blue.wrapping_sub(green),
            255,
        ],
        [red, green, blue, opacity, ..] => [
            red.wrapping_sub(green),
            green,
            blue.wrapping_sub(green),
            opacity,
        ],
        [] => [0; 4],
    }
}

/// A length as the format has it: a symbol, and how many bits of what the symbol leaves open.
fn length_symbol(length: u32) -> (usize, u32, u32) {
    let (symbol, bits, rest) = match length - 1 {
        few @ 0..4 => (few, 0, 0),
        many => {
            let bits = many.ilog2() - 1;
            (2 * bits + (many >> bits), bits, many & ((1 << bits) - 1))
        }
    };
    (256 + symbol as usize, bits, rest)
}
