//! What people think of answers is written down.

use std::sync::Arc;

use serde_json::Value;

use crate::{
    Error,
    component::AnyComponent,
    components::Json,
    endpoint::{Failure, FromCall, Handler, Job, LikeData, Liked, Mode, Produced, Values},
    flagging::{Cell, FlagSink, Flagged},
};

/// Writes down which message somebody likes or does not, or thinks something else of, with the
/// conversation that it stands in.
pub(crate) fn judges(sink: Arc<dyn FlagSink>) -> Handler {
    Handler::new(Mode::Blocking, move |args| {
        let talk: Value = serde_json::from_str(args.sent(0)?.get()).unwrap_or_default();
        let sink = Arc::clone(&sink);
        Ok(Job::sync(move |ctx| {
            let like = LikeData::from_call(ctx)?;
            let thought = match &like.liked {
                Liked::Thumb(true) => "Like",
                Liked::Thumb(false) => "Dislike",
                Liked::Opinion(opinion) => opinion,
            };
            // Nothing is left of a thought that was taken back.
            if thought.is_empty() {
                return Ok(Produced::Once(Values::new()));
            }
            let index = serde_json::from_str(&like.index.to_string()).unwrap_or_default();
            let values = [
                ("conversation", talk),
                ("index", index),
                ("value", like.value.clone()),
            ];
            let cells = values
                .into_iter()
                .enumerate()
                .map(|(place, (label, value))| {
                    let component: Arc<dyn AnyComponent> = Arc::new(Json::new().label(label));
                    Cell::new(place, component, value)
                });
            let flagged = Flagged::now(cells.collect(), Some(thought.into()));
            if let Err(why) = sink.flag(&flagged) {
                Failure::hidden(format!("nothing was flagged: {why}"));
                return Err(Failure::Shown(Error::new("This could not be saved.")));
            }
            Ok(Produced::Once(Values::new()))
        }))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn places_travel_as_clients_write_them() {
        let one: Value =
            serde_json::from_str(&crate::endpoint::Index::Two(1, 0).to_string()).unwrap();
        assert_eq!(one, json!([1, 0]));
    }
}
