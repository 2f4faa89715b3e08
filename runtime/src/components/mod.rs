//! The built-in components, all written with the `#[component]` macro that users have.
//!
//! | to ask for | components |
//! |---|---|
//! | text | [`Textbox`] |
//! | a number | [`Number`], [`Slider`] |
//! | yes or no | [`Checkbox`] |
//! | a choice | [`Radio`], [`Dropdown`] |
//! | several choices | [`CheckboxGroup`], [`Dropdown`] with [`multiselect`](Dropdown::multiselect) |
//! | a date | [`DateTime`] |
//! | a colour | [`ColorPicker`] |
//! | code | [`Code`] |
//! | a table | [`Dataframe`] |
//! | any data | [`Json`] |
//! | a picture, or many | [`Image`], [`Gallery`] |
//! | a sound | [`Audio`] |
//! | a film | [`Video`] |
//! | a model of a thing | [`Model3D`] |
//! | a conversation | [`Chatbot`], with [`ChatHistory`] for those that a browser keeps |
//! | a file, or several | [`File`], [`UploadButton`], [`FileExplorer`] for those on the server |
//! | text with files | [`MultimodalTextbox`] |
//!
//! To show something there are also [`ImageSlider`], [`AnnotatedImage`], [`Label`], [`HighlightedText`],
//! [`Plot`], [`ParamViewer`], [`Markdown`] and [`Html`]; [`Button`] starts something; [`layout`] arranges the rest.

#![allow(
    clippy::unused_self,
    clippy::unnecessary_wraps,
    clippy::ptr_arg,
    clippy::ref_option,
    reason = "a method that takes the place of a derived one has its signature"
)]

mod annotated_image;
mod audio;
mod browser_state;
mod button;
mod chat;
mod checkbox;
mod checkbox_group;
mod chosen_sets;
mod code;
mod color_map;
mod color_picker;
mod dataframe;
mod dataset;
#[cfg(feature = "datetime")]
mod date_time;
mod download_button;
mod dropdown;
mod file;
mod file_explorer;
mod files;
mod gallery;
mod highlighted_text;
mod html;
mod image;
mod image_slider;
mod json;
mod kept;
mod label;
pub mod layout;
mod length;
mod markdown;
mod model_3d;
mod multimodal_textbox;
mod navbar;
mod number;
mod param_viewer;
mod picture;
mod plot;
mod radio;
mod slider;
mod state;
mod subtitles;
mod text;
mod textbox;
mod timer;
mod upload_button;
mod video;

pub use self::image::Image;
#[cfg(feature = "image")]
pub use annotated_image::{Annotated, Region};
pub use annotated_image::{AnnotatedImage, AnnotatedImageData, Annotation};
pub use audio::{Audio, AudioFormat, AudioSource, Samples, WaveformOptions};
pub use browser_state::BrowserState;
pub use button::{Button, ButtonSize, ButtonVariant, ClearButton, LinkTarget};
pub use chat::{
    ChatExample, ChatFormat, ChatHistory, ChatLayout, ChatOption, Chatbot, ChatbotData,
    ComponentMessage, Content, Editable, Feedback, FileMessage, Message, Metadata, Pair,
    ReasoningTags, Role, Status, ThoughtId,
};
pub use checkbox::Checkbox;
pub use checkbox_group::CheckboxGroup;
pub use code::{Code, Language};
pub use color_map::ColorMap;
pub use color_picker::{Color, ColorPicker};
pub use dataframe::{
    ColumnType, ColumnTypes, ColumnWidth, Dataframe, Record, Table, TableCell, TableLimits,
    TableSearch, TableSize,
};
pub use dataset::{Columns, Dataset, DatasetLayout, Sample};
#[cfg(feature = "datetime")]
pub use date_time::{DateTime, Moment};
pub use download_button::DownloadButton;
pub use dropdown::Dropdown;
pub use file::File;
pub use file_explorer::{FileExplorer, FileExplorerData, Selection};
pub use files::{FileCount, Files};
pub use gallery::{Gallery, GalleryItem, ObjectFit};
pub use highlighted_text::{
    Entities, Entity, Highlight, HighlightedText, HighlightedTextData, HighlightedToken,
};
pub use html::Html;
pub use image_slider::{Compared, ImageSlider};
pub use json::Json;
pub use kept::Kept;
pub(crate) use kept::kept_values;
pub use label::{Confidence, Label, LabelData};
pub use length::Length;
pub use markdown::{LatexDelimiter, Markdown};
pub use model_3d::{DisplayMode, Model3D};
pub use multimodal_textbox::{MultimodalData, MultimodalTextbox, TextboxSource};
pub use navbar::{MainPageName, Navbar};
pub use number::Number;
pub use param_viewer::{AnchorLinks, ParamViewer, Parameter};
pub use picture::{
    Corner, Picture, PictureFormat, PictureSource, Watermark, WatermarkPosition, WebcamOptions,
};
pub use plot::{Plot, PlotData, PlotKind};
pub use radio::Radio;
pub use slider::{Bounds, Slider};
pub(crate) use state::SessionState;
pub use subtitles::{Cue, Subtitles};
pub use textbox::{HtmlAttributes, TextAlign, TextKind, Textbox, TextboxButton};
pub use timer::Timer;
pub use upload_button::UploadButton;
pub use video::{Video, VideoData, VideoSource};

#[cfg(test)]
mod testing;
