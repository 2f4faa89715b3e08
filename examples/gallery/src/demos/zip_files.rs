//! Files in, one archive out.

use std::{fs::File as Source, io};

use vetrina::{component::Invalid, file::FileData, prelude::*};
use zip::{ZipWriter, write::SimpleFileOptions};

#[endpoint(output = File::new())]
fn zip_files(
    #[input(File::new().multiple().file_types(["text", ".json", ".csv"]))] files: Vec<FileData>,
) -> Result<FileData, Invalid> {
    FileData::write("tmp.zip", |archive| -> zip::result::ZipResult<()> {
        let mut zip = ZipWriter::new_stream(archive);
        for file in files {
            zip.start_file(file.name(), SimpleFileOptions::default())?;
            io::copy(&mut Source::open(file.path())?, &mut zip)?;
        }
        zip.finish().map(drop)
    })
}
