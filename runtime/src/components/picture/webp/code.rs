//! Short words for what is frequent, long ones for what is rare.

use std::{
    cmp::Reverse,
    collections::BinaryHeap,
    io::{self, Write},
};

use super::bits::Bits;

/// No word may be longer.
const LONGEST: u8 = 15;
/// The order in which the format tells how long the words for lengths are: three that are not used here, then the lengths.
const LENGTH_WORDS: u32 = 19;

/// For each symbol how long its word is, and the word, its bits turned around.
pub(super) struct Code {
    words: Vec<(u8, u16)>,
    /// A symbol without any other, which needs no bits.
    only: Option<usize>,
}

impl Code {
    pub(super) fn only(symbol: usize) -> Self {
        Self {
            words: vec![(0, 0); symbol + 1],
            only: Some(symbol),
        }
    }

    /// The best one, knowing how often each symbol occurs.
    pub(super) fn for_counts(counts: &[u64]) -> Self {
        let mut used = (0..counts.len()).filter(|&symbol| counts[symbol] > 0);
        let first = used.next().unwrap_or_default();
        if used.next().is_none() {
            return Self {
                words: vec![(0, 0); counts.len()],
                only: Some(first),
            };
        }
        let mut counts = counts.to_vec();
        let mut lengths = lengths(&counts);
        while lengths.iter().any(|&length| length > LONGEST) {
            // The less they differ, the shorter is the longest word.
            for count in counts.iter_mut().filter(|count| **count > 0) {
                *count = *count / 2 + 1;
            }
            lengths = self::lengths(&counts);
        }
        Self {
            words: words(&lengths),
            only: None,
        }
    }

    /// How many bits it takes to write that much.
    pub(super) fn weight(&self, counts: &[u64]) -> u64 {
        let words = self.words.iter().zip(counts);
        words
            .map(|((length, _), count)| u64::from(*length) * count)
            .sum()
    }

    pub(super) fn write<W: Write>(&self, symbol: usize, to: &mut Bits<W>) -> io::Result<()> {
        let (length, word) = self.words[symbol];
        to.put(word.into(), length.into())
    }

    /// Tells a reader how long each word is.
    pub(super) fn describe<W: Write>(&self, to: &mut Bits<W>) -> io::Result<()> {
        if let Some(symbol) = self.only {
            // Simple, one symbol, of eight bits.
            to.put(0b101, 3)?;
            return to.put(symbol.try_into().unwrap_or_default(), 8);
        }
        to.put(0, 1)?;
        // All sixteen lengths have words of four bits: a few hundred bytes more than the least there could be.
        to.put(LENGTH_WORDS - 4, 4)?;
        for unused in [true, true, false, false, false, false, false, false, true] {
            to.put(if unused { 0 } else { 4 }, 3)?;
        }
        for _ in 9..LENGTH_WORDS {
            to.put(4, 3)?;
        }
        to.put(0, 1)?;
        for &(length, _) in &self.words {
            to.put(u32::from(length.reverse_bits() >> 4), 4)?;
        }
        Ok(())
    }
}

/// How long the word for each symbol is at best: the two rarest are put together, until all are.
fn lengths(counts: &[u64]) -> Vec<u8> {
    let mut parents = vec![0; counts.len()];
    let used = (0..counts.len()).filter(|&symbol| counts[symbol] > 0);
    let mut heap: BinaryHeap<_> = used
        .map(|symbol| Reverse((counts[symbol], symbol)))
        .collect();
    while let (Some(Reverse((one, a))), Some(Reverse((other, b)))) = (heap.pop(), heap.pop()) {
        let both = parents.len();
        parents.push(0);
        (parents[a], parents[b]) = (both, both);
        heap.push(Reverse((one + other, both)));
    }
    let depth = |symbol: usize| {
        let up = std::iter::successors(Some(symbol), |&it| Some(parents[it]).filter(|&it| it > 0));
        u8::try_from(up.count() - 1).unwrap_or(u8::MAX)
    };
    (0..counts.len()).map(depth).collect()
}

/// The words that a reader makes from their lengths: the shorter before the longer.
fn words(lengths: &[u8]) -> Vec<(u8, u16)> {
    let mut words = vec![(0, 0); lengths.len()];
    let mut next = 0_u16;
    for length in 1..=LONGEST {
        next <<= 1;
        for (symbol, _) in lengths.iter().enumerate().filter(|(_, it)| **it == length) {
            words[symbol] = (length, next.reverse_bits() >> (16 - length));
            next += 1;
        }
    }
    words
}
