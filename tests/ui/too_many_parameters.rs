#![allow(unused_variables)]

use vetrina::prelude::*;

#[endpoint]
#[rustfmt::skip]
fn count(
    a1: bool, a2: bool, a3: bool, a4: bool, a5: bool, a6: bool, a7: bool, a8: bool,
    b1: bool, b2: bool, b3: bool, b4: bool, b5: bool, b6: bool, b7: bool, b8: bool,
    c1: bool, c2: bool, c3: bool, c4: bool, c5: bool, c6: bool, c7: bool, c8: bool,
    d1: bool, d2: bool, d3: bool, d4: bool, d5: bool, d6: bool, d7: bool, d8: bool,
    one_too_many: bool,
) -> bool {
    a1 && d8 && one_too_many
}

fn main() {}
