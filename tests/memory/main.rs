//! How much memory a picture takes on its way through an endpoint. All that is allocated in this process is counted, so
//! there is one test in it, and whoever calls here sends and reads in small pieces.

use std::{
    fs::{self, File},
    io::{self, Cursor, Read as _},
    path::{Path, PathBuf},
};

use peak_alloc::PeakAlloc;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use ureq::{Body, SendBody, http::Response};
use vetrina::{
    App,
    image::{ImageFormat, Rgb, RgbImage},
};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const SIZE: (u32, u32) = (1240, 1130);
/// Something more than 4 MB.
const BYTES: usize = (SIZE.0 * SIZE.1 * 3) as usize;

/// What the server and who calls it read and send by, in copies of the picture; it does not grow with it.
const BUFFERS: f64 = 0.45;

mod app {
    use std::path::PathBuf;

    use vetrina::{image::RgbImage, prelude::*};

    fn negative(mut picture: RgbImage) -> RgbImage {
        picture.iter_mut().for_each(|part| *part = 255 - *part);
        picture
    }

    #[endpoint(output = Image::new().format(PictureFormat::Webp))]
    fn webp(picture: RgbImage) -> RgbImage {
        negative(picture)
    }

    #[endpoint(output = Image::new().format(PictureFormat::Png))]
    fn png(picture: RgbImage) -> RgbImage {
        negative(picture)
    }

    #[endpoint(output = Image::new().format(PictureFormat::Jpeg))]
    fn jpeg(picture: RgbImage) -> RgbImage {
        negative(picture)
    }

    #[endpoint(output = Image::new())]
    fn path(#[input(Image::new())] picture: PathBuf) -> PathBuf {
        picture
    }
}

/// A picture with some detail everywhere, in a file of `format`.
fn drawn(folder: &Path, (width, height): (u32, u32), format: ImageFormat) -> PathBuf {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let noise = (x * 7919 + y * 104_729).wrapping_mul(2_654_435_761) >> 27;
        Rgb([x / 5 + noise, y / 5, (x + y) / 10 + noise / 2].map(|part| part.to_le_bytes()[0]))
    });
    let ending = format.extensions_str()[0];
    let path = folder.join(format!("{width}.{ending}"));
    picture.save(&path).expect("there is room");
    path
}

/// Uploads a file, calls an endpoint with it and loads what comes back.
fn through(url: &str, file: &Path, endpoint: &str) {
    let name = file
        .file_name()
        .and_then(|name| name.to_str())
        .expect("a name");
    let head = format!(
        "--cut\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
    );
    let body = Cursor::new(head)
        .chain(File::open(file).expect("it was drawn"))
        .chain(Cursor::new("\r\n--cut--\r\n"));
    let paths = ureq::post(format!("{url}/gradio_api/upload"))
        .content_type("multipart/form-data; boundary=cut")
        .send(SendBody::from_owned_reader(body));
    let paths = json_of(paths);
    let file = json!({"path": paths[0], "orig_name": name, "meta": {"_type": "gradio.FileData"}});
    let answer = ureq::post(format!("{url}/gradio_api/run/{endpoint}"))
        .content_type("application/json")
        .send(json!({"data": [file]}).to_string());
    let answer = json_of(answer);
    let shown = answer["data"][0]["url"].as_str().expect("a file");
    let shown = ureq::get(shown).call().expect("it is there");
    let size = io::copy(&mut shown.into_body().into_reader(), &mut io::sink());
    assert!(size.expect("it is sent") > 100);
}

fn json_of(answer: Result<Response<Body>, ureq::Error>) -> Value {
    let mut body = answer.expect("it is answered").into_body();
    let text = body.read_to_string().expect("it is text");
    serde_json::from_str(&text).expect("it is JSON")
}

#[test]
fn a_picture_is_in_memory_no_more_than_twice() {
    let runtime = Runtime::new().expect("threads can be had");
    let app = App::module(concat!(module_path!(), "::app"))
        .host("127.0.0.1")
        .port(0);
    let running = runtime.block_on(app.start()).expect("the app is whole");
    let url = running.url();
    let url = url.trim_end_matches('/');
    let folder = std::env::temp_dir().join(format!("vetrina-memory-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("there is room");
    let mut faults = Vec::new();
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let [small, large] = [(9, 9), SIZE].map(|size| drawn(&folder, size, format));
        for (endpoint, copies) in [("webp", 2.0), ("png", 2.0), ("jpeg", 2.0), ("path", 0.0)] {
            // What is made once and kept does not count.
            through(url, &small, endpoint);
            let before = MEMORY.current_usage();
            MEMORY.reset_peak_usage();
            through(url, &large, endpoint);
            #[expect(clippy::cast_precision_loss, reason = "shares are enough")]
            let held = (MEMORY.peak_usage() - before) as f64 / BYTES as f64;
            println!("{format:?} to {endpoint}: {held:.2}");
            if held > copies + BUFFERS {
                faults.push(format!("{format:?} to {endpoint}: {held:.2} copies"));
            }
        }
    }
    fs::remove_dir_all(&folder).expect("it is ours");
    assert!(faults.is_empty(), "{faults:#?}");
}
