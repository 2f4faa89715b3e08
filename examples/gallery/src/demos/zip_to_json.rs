//! What is in an archive, and how well it is packed.

use std::{fs, path::PathBuf};

use vetrina::prelude::*;
use zip::{ZipArchive, result::ZipResult};

#[data_model]
struct Packed {
    name: String,
    file_size: u64,
    compressed_size: u64,
}

#[endpoint]
fn zip_to_json(#[input(File::new().file_types([".zip"]))] file: PathBuf) -> ZipResult<Vec<Packed>> {
    let mut archive = ZipArchive::new(fs::File::open(file)?)?;
    (0..archive.len())
        .map(|index| {
            let file = archive.by_index(index)?;
            Ok(Packed {
                name: file.name()?.into(),
                file_size: file.size(),
                compressed_size: file.compressed_size(),
            })
        })
        .collect()
}
