//! Sound as numbers.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "such casts keep to the bounds, and what is no number is silence"
)]

use std::{f32::consts::TAU, fmt, slice::ChunksExact, time::Duration};

/// Sound as numbers, the way functions work on it: 16 bits for each sample, channels taking turns.
///
/// [`Audio`](super::Audio) gives and shows it; it is what a parameter or a result of this type gets.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn quieter(sound: Samples) -> Samples {
///     Samples { data: sound.data.iter().map(|sample| sample / 2).collect(), ..sound }
/// }
///
/// let loud = Samples { rate: 8000, channels: 1, data: vec![1000, -3000] };
/// assert_eq!(quieter(loud).data, [500, -1500]);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Samples {
    /// How many frames make a second.
    pub rate: u32,
    /// How many samples make a frame: 1 for mono, 2 for stereo.
    pub channels: u16,
    /// The samples, frame by frame.
    pub data: Vec<i16>,
}

impl Samples {
    /// Sound with one channel.
    #[must_use]
    pub fn mono(rate: u32, data: Vec<i16>) -> Self {
        Self {
            rate,
            channels: 1,
            data,
        }
    }

    /// Sound with one channel, from samples between -1 and 1; if any go beyond, all are made quieter
    /// by as much as it takes.
    #[must_use]
    pub fn from_f32(rate: u32, data: &[f32]) -> Self {
        let peak = data
            .iter()
            .filter(|sample| sample.is_finite())
            .fold(1.0_f32, |peak, sample| peak.max(sample.abs()));
        let data = data.iter().map(|sample| to_i16(sample / peak));
        Self::mono(rate, data.collect())
    }

    /// The samples that sound at the same time, one of each channel.
    pub fn frames(&self) -> ChunksExact<'_, i16> {
        self.data.chunks_exact(usize::from(self.channels).max(1))
    }

    /// How long it lasts.
    ///
    /// ```
    /// # use vetrina::prelude::*;
    /// let second = Samples { rate: 8000, channels: 2, data: vec![0; 16000] };
    /// assert_eq!(second.duration().as_secs(), 1);
    /// ```
    #[must_use]
    pub fn duration(&self) -> Duration {
        length(self.frames().len(), self.rate)
    }

    /// The same with all channels in one.
    ///
    /// ```
    /// # use vetrina::prelude::*;
    /// let stereo = Samples { rate: 8000, channels: 2, data: vec![10, 20, -4, -8] };
    /// assert_eq!(stereo.mixed().data, [15, -6]);
    /// ```
    #[must_use]
    pub fn mixed(self) -> Self {
        if self.channels <= 1 {
            return self;
        }
        let mean = |frame: &[i16]| {
            let sum: i64 = frame.iter().copied().map(i64::from).sum();
            i16::try_from(sum / i64::from(self.channels)).unwrap_or_default()
        };
        Self::mono(self.rate, self.frames().map(mean).collect())
    }

    /// The samples as numbers between -1 and 1.
    #[must_use]
    pub fn to_f32(&self) -> Vec<f32> {
        let fraction = |sample: &i16| f32::from(*sample) / 32768.0;
        self.data.iter().map(fraction).collect()
    }
}

/// How long so many frames last.
pub(super) fn length(frames: usize, rate: u32) -> Duration {
    let (frames, rate) = (frames as u64, u64::from(rate.max(1)));
    let rest = Duration::from_nanos(frames % rate * 1_000_000_000 / rate);
    Duration::from_secs(frames / rate) + rest
}

/// A sound of one frequency, in Hertz.
pub(super) fn tone(rate: u32, frequency: f32, length: Duration) -> Samples {
    let step = TAU * frequency / rate as f32;
    let count = length.as_secs_f32() * rate as f32;
    let wave = (0..count as u32).map(|at| (step * at as f32).sin() * 0.5);
    Samples::from_f32(rate, &wave.collect::<Vec<_>>())
}

/// A sample between -1 and 1 as one of 16 bits.
pub(super) fn to_i16(sample: f32) -> i16 {
    (sample * 32768.0).round() as i16
}

// Nobody reads a million numbers in a log.
impl fmt::Debug for Samples {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Samples")
            .field("rate", &self.rate)
            .field("channels", &self.channels)
            .field("frames", &self.frames().len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_become_samples_and_return() {
        let fractions = [0.0, 0.5, -0.5, -1.0];
        let sound = Samples::from_f32(8000, &fractions);
        assert_eq!(sound, Samples::mono(8000, vec![0, 16384, -16384, -32768]));
        assert_eq!(sound.to_f32(), fractions);
    }

    #[test]
    fn what_is_too_loud_is_made_quieter_as_a_whole() {
        let sound = Samples::from_f32(8000, &[2.0, -1.0, f32::NAN, f32::INFINITY]);
        assert_eq!(sound.data, [32767, -16384, 0, 32767]);
    }

    #[test]
    fn all_channels_are_heard_in_a_mix() {
        let sound = Samples {
            rate: 1,
            channels: 3,
            data: vec![3, 6, 9, i16::MIN, i16::MIN, i16::MIN, 1],
        };
        assert_eq!(sound.mixed(), Samples::mono(1, vec![6, i16::MIN]));
    }

    #[test]
    fn a_length_is_exact_and_needs_no_rate() {
        assert_eq!(length(66_150, 44_100), Duration::from_millis(1500));
        assert_eq!(length(3, 0), Duration::from_secs(3));
        let sound = Samples::mono(8000, vec![0; 400]);
        assert_eq!(sound.duration(), Duration::from_millis(50));
        assert_eq!(
            format!("{sound:?}"),
            "Samples { rate: 8000, channels: 1, frames: 400, .. }"
        );
    }
}
