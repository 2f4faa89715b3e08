//! How an app is started, where it listens, how it stands behind others and how it ends.

mod ending;
mod ports;
mod programs;
mod proxy;
mod starting;
