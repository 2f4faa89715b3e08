//! Bits, the lowest first.

use std::io::{self, Write};

pub(super) struct Bits<W> {
    to: W,
    /// What does not fill a byte yet.
    held: u64,
    count: u32,
}

impl<W: Write> Bits<W> {
    pub(super) fn new(to: W) -> Self {
        Self {
            to,
            held: 0,
            count: 0,
        }
    }

    /// The lowest `count` bits, at most 32.
    pub(super) fn put(&mut self, bits: u32, count: u32) -> io::Result<()> {
        self.held |= u64::from(bits) << self.count;
        self.count += count;
        if self.count >= 32 {
            let [a, b, c, d, ..] = self.held.to_le_bytes();
            self.to.write_all(&[a, b, c, d])?;
            self.held >>= 32;
            self.count -= 32;
        }
        Ok(())
    }

    /// Fills the last byte.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let bytes = self.count.div_ceil(8) as usize;
        self.to.write_all(&self.held.to_le_bytes()[..bytes])
    }
}

impl Bits<Vec<u8>> {
    /// How many there are.
    pub(super) fn written(&self) -> u64 {
        self.to.len() as u64 * 8 + u64::from(self.count)
    }

    pub(super) fn whole_bytes(&self) -> &[u8] {
        &self.to
    }

    /// Goes on elsewhere, with what does not fill a byte yet.
    pub(super) fn go_on<W: Write>(self, to: W) -> Bits<W> {
        Bits {
            to,
            held: self.held,
            count: self.count,
        }
    }
}
