//! Parts of the page that functions draw: a new drawing takes the place of the one before.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{
    part::{Part, Parts, walk},
    play::Wire,
};

/// What each part consists of: its components, and the places of its wires.
pub(super) type Drawn = HashMap<u64, (Vec<usize>, Vec<usize>)>;

/// Puts a drawing in place of the one before; the places of its wires.
pub(super) fn draw(
    part: &Value,
    drawn: &mut Drawn,
    parts: &mut Parts,
    wires: &mut Vec<Wire>,
) -> Vec<usize> {
    let number = part["render_id"].as_u64().unwrap_or_default();
    let (mut parents, mut order) = (HashMap::new(), Vec::new());
    let container = part["layout"]["id"].as_u64();
    let container = container.and_then(|id| usize::try_from(id).ok());
    walk(&part["layout"], container, &mut parents, &mut order);
    let components = part["components"].as_array().into_iter().flatten();
    let new = components.filter_map(|it| {
        let id = usize::try_from(it["id"].as_u64()?).ok()?;
        Part::new(it, parents.get(&id).copied().flatten().or(container))
    });
    let new: Vec<_> = new.filter(|part| Some(part.id) != container).collect();
    let kept: Vec<_> = new
        .iter()
        .filter(|part| !part.prop("key").is_null())
        .map(|part| part.id)
        .collect();
    forget(number, &kept, drawn, parts, wires);
    for &id in new.iter().map(|part| &part.id) {
        if !order.contains(&id) {
            order.push(id);
        }
    }
    parts.put(container, &order, new);
    let first = wires.len();
    let events = part["dependencies"].as_array().into_iter().flatten();
    wires.extend(events.map(Wire::read));
    let places: Vec<_> = (first..wires.len()).collect();
    drawn.insert(number, (order, places.clone()));
    places
}

/// Takes leave of what was drawn before, and of what was drawn in it.
fn forget(
    number: u64,
    kept: &[usize],
    drawn: &mut Drawn,
    parts: &mut Parts,
    wires: &mut Vec<Wire>,
) {
    let Some((components, places)) = drawn.remove(&number) else {
        return;
    };
    for id in components.iter().filter(|id| !kept.contains(id)) {
        parts.remove(*id);
    }
    for place in places {
        let inside = wires[place].render_id;
        // Calls that are under way know their wires by their places.
        wires[place].cut();
        if let Some(inside) = inside {
            forget(inside, &[], drawn, parts, wires);
        }
    }
}

/// The props of a component that stays: what it is told to preserve stays as well.
pub(super) fn renewed(old: Map<String, Value>, mut new: Map<String, Value>) -> Map<String, Value> {
    let preserved = new.get("preserved_by_key").and_then(Value::as_array);
    let preserved = preserved.cloned().unwrap_or_else(|| vec!["value".into()]);
    for (name, value) in old {
        if preserved.iter().any(|it| *it == *name) {
            new.insert(name, value);
        }
    }
    new
}
