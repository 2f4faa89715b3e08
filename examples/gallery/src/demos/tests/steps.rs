//! What comes in steps.

use super::open;

#[test]
fn numbers_come_one_by_one() {
    let mut page = open("count_generator");
    page.fill("How many", 3);
    page.start("Count", "click");
    let mut seen = Vec::new();
    while page.step() {
        seen.push(page.text("Numbers"));
    }
    assert_eq!(seen, ["0", "1", "2"]);
    page.click("List");
    assert_eq!(page.text("Numbers"), "[0, 1, 2]");
}

#[test]
fn a_picture_comes_out_of_the_noise() {
    let mut page = open("fake_diffusion");
    page.fill("Steps", 1);
    page.start("Submit", "click");
    let mut pictures = Vec::new();
    while page.step() {
        pictures.push(page.file("Output"));
    }
    assert_eq!(pictures.len(), 2);
    assert_ne!(pictures[0], pictures[1]);
}
