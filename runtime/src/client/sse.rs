//! The lines of an event stream: `data:` and JSON behind it.

use serde::de::DeserializeOwned;

use super::{Error, http::Answer};

/// A longer message is not taken: nobody sends one.
const LONGEST: usize = 256 << 20;

/// Reads messages of type `T`, one after the other.
#[derive(Debug)]
pub(super) struct Messages {
    answer: Answer,
    /// What came and was not read yet.
    text: Vec<u8>,
    /// How much of it is known to have no end of a line.
    looked: usize,
    /// The number that the app gave to what came last, if it counts.
    number: Option<u64>,
}

impl Messages {
    pub(super) fn new(answer: Answer) -> Self {
        Self {
            answer,
            text: Vec::new(),
            looked: 0,
            number: None,
        }
    }

    /// The number of the message that was read last, if it has one.
    pub(super) fn number(&self) -> Option<u64> {
        self.number
    }

    /// The next message; `None` when the stream is at its end.
    pub(super) async fn next<T: DeserializeOwned>(&mut self) -> Result<Option<T>, Error> {
        loop {
            while let Some(line) = self.line() {
                if let Some(json) = line.strip_prefix(b"data:") {
                    let message = serde_json::from_slice(json.trim_ascii());
                    return message.map(Some).map_err(Error::unreadable);
                }
                if let Some(number) = line.strip_prefix(b"id:") {
                    let number = std::str::from_utf8(number).ok();
                    self.number = number.and_then(|it| it.trim().parse().ok());
                }
            }
            match self.answer.chunk().await? {
                Some(chunk) if self.text.len() + chunk.len() > LONGEST => {
                    return Err(Error::TooLarge {
                        most: LONGEST as u64,
                    });
                }
                Some(chunk) => self.text.extend_from_slice(&chunk),
                None => return Ok(None),
            }
        }
    }

    fn line(&mut self) -> Option<Vec<u8>> {
        let end = self.text[self.looked..].iter().position(|it| *it == b'\n');
        let Some(end) = end else {
            self.looked = self.text.len();
            return None;
        };
        let rest = self.text.split_off(self.looked + end + 1);
        self.looked = 0;
        Some(std::mem::replace(&mut self.text, rest))
    }
}
