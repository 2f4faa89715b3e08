//! The words that errors go by, in one table.

use std::borrow::Cow;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal, $status:literal, $retry:literal;)*) => {
        /// What kind of error it is, where the framework says so: a stable word to act on.
        ///
        /// | code | HTTP status | may a retry help? | when |
        /// |---|---|---|---|
        $(#[doc = concat!("| `", $word, "` | ", $status, " | ", $retry, " |", $($doc,)+ " |")])*
        ///
        /// An [`Error`](crate::Error) of a function may go by any other word: see
        /// [`Error::with_code`](crate::Error::with_code).
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum ErrorCode {
            $($(#[doc = $doc])+ $name,)*
        }

        impl ErrorCode {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            /// The HTTP status of an answer that is this error.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self {
                    $(Self::$name => $status,)*
                }
            }

            /// Whether the same call may go well a little later.
            #[must_use]
            pub const fn retry(self) -> bool {
                match self {
                    $(Self::$name => $retry,)*
                }
            }
        }
    };
}

codes! {
    /// The function gave an error, and no other word for it.
    Failed = "failed", 500, false;
    /// The function panicked or gave an error that is not meant for callers; the log has it.
    Internal = "internal", 500, false;
    /// The function took longer than its time limit.
    TimeLimit = "time_limit", 500, false;
    /// An argument is left out that has no default.
    Missing = "missing", 422, false;
    /// There are more arguments than parameters, or one by another name.
    Surplus = "surplus", 422, false;
    /// An argument is not what its component takes.
    Invalid = "invalid", 422, false;
    /// The validator of the function says no.
    Refused = "refused", 422, false;
    /// The body cannot be read as what was asked for.
    Malformed = "malformed", 422, false;
    /// The request does not make sense.
    BadRequest = "bad_request", 400, false;
    /// Only the app's own pages may do this from a browser, or the address is not the app's.
    Forbidden = "forbidden", 403, false;
    /// There is nothing by this name or at this address.
    NotFound = "not_found", 404, false;
    /// The address takes other methods.
    MethodNotAllowed = "method_not_allowed", 405, false;
    /// The body or a file is larger than the app takes.
    TooLarge = "too_large", 413, false;
    /// Somebody asks too often.
    TooMany = "too_many", 429, true;
    /// As many calls wait as may.
    QueueFull = "queue_full", 503, true;
    /// The server is going down; another one may come up.
    Stopping = "stopping", 503, true;
    /// The disk of the server takes no more.
    Storage = "storage", 507, true;
}

impl ErrorCode {
    /// The word for an answer of which only the status is known.
    pub(crate) fn of_status(status: u16) -> Self {
        let known = Self::ALL.iter().find(|code| code.status() == status);
        known.copied().unwrap_or(match status {
            400..500 => Self::BadRequest,
            _ => Self::Internal,
        })
    }
}

impl From<ErrorCode> for Cow<'static, str> {
    fn from(code: ErrorCode) -> Self {
        code.as_str().into()
    }
}

impl PartialEq<str> for ErrorCode {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_and_statuses_have_one() {
        for (place, code) in ErrorCode::ALL.iter().enumerate() {
            let same = |other: &&ErrorCode| other.as_str() == code.as_str();
            assert_eq!(ErrorCode::ALL.iter().position(|it| same(&it)), Some(place));
        }
        assert_eq!(ErrorCode::of_status(404), ErrorCode::NotFound);
        assert_eq!(ErrorCode::of_status(418), ErrorCode::BadRequest);
    }
}
