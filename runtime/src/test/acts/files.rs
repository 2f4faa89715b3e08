//! Files, given as a person gives them.

use serde_json::{Value, json};

use super::{
    super::{Name, Note, Page, part::shown},
    with_files,
};

impl Page {
    /// Gives a file, by its name and what is in it. One that the app does not take is a
    /// [note](Page::notes).
    ///
    /// # Panics
    /// When there is nothing of that name, or it takes no files.
    #[track_caller]
    pub fn upload<'a>(&mut self, name: impl Into<Name<'a>>, file: &str, content: impl AsRef<[u8]>) {
        self.upload_all(name, &[(file, content.as_ref())]);
    }

    /// Gives several files at once.
    ///
    /// # Panics
    /// When there is nothing of that name, or it takes no files.
    #[track_caller]
    pub fn upload_all<'a>(&mut self, name: impl Into<Name<'a>>, files: &[(&str, &[u8])]) {
        let name = name.into();
        let id = self.usable(name, self.play.parts.find(name)).id;
        let sent = match self.send(files) {
            Ok(sent) => sent,
            Err(text) => {
                self.play.notes.push(Note {
                    level: "error".into(),
                    title: "Error".into(),
                    text,
                });
                return self.print();
            }
        };
        let part = self.play.parts.find(name);
        let value =
            with_files(part, sent).unwrap_or_else(|| panic!("a {} takes no files", part.kind));
        self.change(id, value.clone());
        self.play.happened(id, "upload", &value);
        self.wait();
    }

    /// A file that was sent to the server, as its value travels: for [`fill`](Self::fill) of
    /// components of your own.
    ///
    /// # Panics
    /// When the app does not take it.
    #[track_caller]
    #[must_use]
    pub fn sent(&self, file: &str, content: impl AsRef<[u8]>) -> Value {
        let sent = self.send(&[(file, content.as_ref())]);
        let mut sent = sent.unwrap_or_else(|error| panic!("{file} is not taken: {error}"));
        sent.swap_remove(0)
    }

    fn send(&self, files: &[(&str, &[u8])]) -> Result<Vec<Value>, String> {
        let (_, answer) = self.play.host.upload(files);
        let Some(paths) = answer.as_array() else {
            let text = [&answer["detail"], &answer["error"]];
            return Err(text.into_iter().map(shown).collect());
        };
        let value = |(path, (file, content)): (&Value, &(&str, &[u8]))| {
            json!({
                "path": path,
                "orig_name": file,
                "size": content.len(),
                "mime_type": mime_guess::from_path(file).first().map(|kind| kind.to_string()),
                "meta": {"_type": "gradio.FileData"},
            })
        };
        Ok(paths.iter().zip(files).map(value).collect())
    }
}
