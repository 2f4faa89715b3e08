//! The demos of Vetrina in one program: a front page, each demo at `/<name>/`, its source beside it.
//!
//! | file | what it does |
//! |---|---|
//! | `demos/` | the demos, one file each |
//! | `ask.rs` | reads the command line |
//! | `serve.rs` | the routes |
//! | `listen.rs` | the address, and the end |
//! | `front.rs`, `source.rs` | the two kinds of page |
//! | `preview.rs`, `pictures.rs`, `sounds.rs` | what a card shows |
//! | `html.rs`, `rust.rs`, `assets.rs` | what pages are made of |

mod ask;
mod assets;
mod demos;
mod front;
mod html;
mod listen;
mod pictures;
mod preview;
mod rust;
mod serve;
mod sounds;
mod source;

use std::process::ExitCode;

use ask::Asked;

fn main() -> ExitCode {
    let done = match ask::read(std::env::args().skip(1)) {
        Ok(Asked::Gallery) => listen::launch(serve::router),
        Ok(Asked::Demo(demo)) => demo.app().launch(),
        Ok(Asked::Text(text)) => {
            println!("{text}");
            Ok(())
        }
        Err(text) => {
            eprintln!("{text}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
