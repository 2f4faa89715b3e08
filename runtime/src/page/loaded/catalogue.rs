//! The components that this app has, by the names that configs have for them.

use std::sync::Arc;

use crate::{
    component::AnyComponent,
    components::{
        AnnotatedImage, Audio, Button, Chatbot, Checkbox, CheckboxGroup, Code, ColorPicker,
        Dataframe, DownloadButton, Dropdown, File, Gallery, HighlightedText, Html, Image,
        ImageSlider, Json, Label, Markdown, Model3D, MultimodalTextbox, Number, ParamViewer, Plot,
        Radio, Slider, Textbox, Timer, UploadButton, Video,
        layout::{Accordion, Column, Group, Row, Sidebar, Step, Tab, Tabs, Walkthrough},
    },
};

/// The choices are among the props.
const NONE: [&str; 0] = [];

/// A component of this kind, nothing said of it yet.
pub(super) fn of(kind: &str) -> Option<Arc<dyn AnyComponent>> {
    Some(match kind {
        "accordion" => Arc::new(Accordion::new("")),
        "annotatedimage" => Arc::new(AnnotatedImage::new()),
        // An argument or a result that no page shows.
        "api" | "json" => Arc::new(Json::new()),
        "audio" => Arc::new(Audio::new()),
        "button" => Arc::new(Button::new("")),
        "chatbot" => Arc::new(Chatbot::new()),
        "checkbox" => Arc::new(Checkbox::new()),
        "checkboxgroup" => Arc::new(CheckboxGroup::new(NONE)),
        "code" => Arc::new(Code::new()),
        "colorpicker" => Arc::new(ColorPicker::new()),
        "column" => Arc::new(Column::new()),
        "dataframe" => Arc::new(Dataframe::new()),
        #[cfg(feature = "datetime")]
        "datetime" => Arc::new(crate::components::DateTime::new()),
        "downloadbutton" => Arc::new(DownloadButton::new("")),
        "dropdown" => Arc::new(Dropdown::new(NONE)),
        "file" => Arc::new(File::new()),
        "gallery" => Arc::new(Gallery::new()),
        "group" => Arc::new(Group::new()),
        "highlightedtext" => Arc::new(HighlightedText::new()),
        "html" => Arc::new(Html::new()),
        "image" => Arc::new(Image::new()),
        "imageslider" => Arc::new(ImageSlider::new()),
        "label" => Arc::new(Label::new()),
        "markdown" => Arc::new(Markdown::new()),
        "model3d" => Arc::new(Model3D::new()),
        "multimodaltextbox" => Arc::new(MultimodalTextbox::new()),
        "number" => Arc::new(Number::new()),
        "paramviewer" => Arc::new(ParamViewer::new()),
        "plot" => Arc::new(Plot::new()),
        "radio" => Arc::new(Radio::new(NONE)),
        "row" => Arc::new(Row::new()),
        "sidebar" => Arc::new(Sidebar::new()),
        "slider" => Arc::new(Slider::new(0..=100)),
        "tabitem" => Arc::new(Tab::new("")),
        "tabs" => Arc::new(Tabs::new()),
        "textbox" => Arc::new(Textbox::new()),
        "timer" => Arc::new(Timer::new(1.0)),
        "uploadbutton" => Arc::new(UploadButton::new("")),
        "video" => Arc::new(Video::new()),
        "walkthrough" => Arc::new(Walkthrough::new()),
        "walkthroughstep" => Arc::new(Step::new("")),
        _ => return None,
    })
}
