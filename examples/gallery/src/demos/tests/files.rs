//! Files in, files out.

use super::open;

#[test]
fn a_file_goes_up_and_comes_down_once() {
    let mut page = open("upload_and_download");
    page.upload("Upload a file", "notes.txt", "what there is");
    assert!(!page.is_visible("uploadbutton"));
    assert_eq!(&page.file("Download notes.txt")[..], b"what there is");
    page.click("Download notes.txt");
    assert!(page.is_visible("uploadbutton") && !page.is_visible("downloadbutton"));
}

#[test]
fn files_are_packed() {
    let mut page = open("zip_files");
    page.upload_all("Files", &[("a.txt", b"one"), ("b.csv", b"two")]);
    page.click("Submit");
    let packed = page.file("Output");
    let archive = zip::ZipArchive::new(std::io::Cursor::new(packed)).expect("an archive");
    let names: Vec<_> = archive.file_names().flatten().collect();
    assert_eq!(names, ["a.txt", "b.csv"]);
}

#[test]
fn what_is_too_large_is_not_taken() {
    let mut page = open("upload_file_limit_test");
    page.upload("Single File", "large.txt", vec![b'x'; 20_000]);
    assert_eq!(page.text("Single File"), "");
    assert_eq!(page.notes()[0].level, "error");
}
