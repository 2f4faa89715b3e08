//! What all components that hold files give and show.

use std::{fmt, path::PathBuf};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{
        MapAccess, SeqAccess, Visitor,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};
use serde_json::{Value, json};

use crate::{
    component::{Invalid, schema_of},
    file::{FileData, FileTypes},
};

/// What travels: one file or several, depending on how many can be chosen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Files {
    /// One file.
    One(FileData),
    /// Several, or as many as there are in a folder.
    Several(Vec<FileData>),
}

/// How many files can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileCount {
    /// One.
    Single,
    /// Any number.
    Multiple,
    /// A folder with all that is in it.
    Directory,
}

// Not derived: what is wrong with a file must be told, not that it is neither one nor several.
impl<'de> Deserialize<'de> for Files {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrSeveral;

        impl<'de> Visitor<'de> for OneOrSeveral {
            type Value = Files;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a file or a list of files")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Files, A::Error> {
                FileData::deserialize(MapAccessDeserializer::new(map)).map(Files::One)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Files, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(Files::Several)
            }
        }

        deserializer.deserialize_any(OneOrSeveral)
    }
}

impl Files {
    /// All of them, one or several.
    #[must_use]
    pub fn into_list(self) -> Vec<FileData> {
        match self {
            Self::One(file) => vec![file],
            Self::Several(files) => files,
        }
    }

    fn as_list(&self) -> &[FileData] {
        match self {
            Self::One(file) => std::slice::from_ref(file),
            Self::Several(files) => files,
        }
    }
}

impl FileCount {
    pub(super) fn is_one(self) -> bool {
        self == Self::Single
    }

    pub(super) fn api_info(self) -> Value {
        let one = schema_of::<FileData>();
        if self.is_one() {
            one
        } else {
            json!({"items": one, "title": "ListFiles", "type": "array"})
        }
    }

    /// One file as it is sent by itself, or as the only one of several.
    pub(super) fn example(self, file: Value) -> Value {
        match self {
            Self::Single => file,
            Self::Multiple | Self::Directory => json!([file]),
        }
    }

    pub(super) fn check(self, files: Option<&Files>, types: &FileTypes) -> Result<(), Invalid> {
        let files = files.map_or(&[][..], Files::as_list);
        if self.is_one() && files.len() > 1 {
            return Err(not_one(files.len()));
        }
        files.iter().try_for_each(|file| types.check(file))
    }

    /// As it is sent.
    pub(super) fn shape(self, files: Vec<FileData>) -> Result<Option<Files>, Invalid> {
        match files.len() {
            _ if !self.is_one() => Ok(Some(Files::Several(files))),
            0 | 1 => Ok(files.into_iter().next().map(Files::One)),
            several => Err(not_one(several)),
        }
    }
}

/// What is read for a table of examples: the names.
pub(super) fn names(data: &Value) -> Value {
    let name = |file: &Value| file["orig_name"].as_str().unwrap_or_default().to_owned();
    match data {
        Value::Array(files) => files.iter().map(name).collect::<Vec<_>>().join(", ").into(),
        Value::Null => "".into(),
        file => name(file).into(),
    }
}

/// The only one there is.
pub(super) fn only(files: Option<Files>) -> Result<Option<FileData>, Invalid> {
    let mut files = files.map_or_else(Vec::new, Files::into_list);
    match files.len() {
        0 | 1 => Ok(files.pop()),
        several => Err(not_one(several)),
    }
}

fn not_one(count: usize) -> Invalid {
    format!("expected one file, got {count}").into()
}

/// What a function may take a file as.
pub(super) trait Taken: Sized {
    fn taken(file: FileData) -> Result<Self, Invalid>;
}

impl Taken for FileData {
    fn taken(file: FileData) -> Result<Self, Invalid> {
        Ok(file)
    }
}

impl Taken for PathBuf {
    fn taken(file: FileData) -> Result<Self, Invalid> {
        Ok(file.path().to_owned())
    }
}

impl Taken for Vec<u8> {
    fn taken(file: FileData) -> Result<Self, Invalid> {
        file.read()
    }
}

/// For components with the props `file_count` and `file_types`: `FileData`, `PathBuf` and bytes in, each also optional
/// or several; files and paths out.
macro_rules! file_component {
    ($component:ident) => {
        impl $component {
            /// Several files can be chosen.
            #[must_use]
            pub fn multiple(self) -> Self {
                self.file_count($crate::components::FileCount::Multiple)
            }

            /// A folder can be chosen, with all that is in it.
            #[must_use]
            pub fn directory(self) -> Self {
                self.file_count($crate::components::FileCount::Directory)
            }

            fn api_info(&self) -> serde_json::Value {
                self.file_count.api_info()
            }

            fn example_payload(&self) -> serde_json::Value {
                self.file_count.example(self.file_types.sample())
            }

            fn process_example(&self, data: &serde_json::Value) -> serde_json::Value {
                $crate::components::files::names(data)
            }

            fn check(
                &self,
                files: &Option<$crate::components::files::Files>,
            ) -> Result<(), $crate::component::Invalid> {
                self.file_count.check(files.as_ref(), &self.file_types)
            }
        }

        const _: () = {
            use std::path::{Path, PathBuf};

            use $crate::{
                component::{Invalid, Postprocess, Preprocess},
                components::files::{Files, Taken, only},
                file::FileData,
            };

            macro_rules! takes {
                ($one:ty) => {
                    impl Preprocess<$one> for $component {
                        fn preprocess(&self, data: Option<Files>) -> Result<$one, Invalid> {
                            Taken::taken(only(data)?.ok_or("choose a file")?)
                        }
                    }

                    impl Preprocess<Option<$one>> for $component {
                        fn preprocess(&self, data: Option<Files>) -> Result<Option<$one>, Invalid> {
                            only(data)?.map(Taken::taken).transpose()
                        }
                    }

                    impl Preprocess<Vec<$one>> for $component {
                        fn preprocess(&self, data: Option<Files>) -> Result<Vec<$one>, Invalid> {
                            let files = data.map_or_else(Vec::new, Files::into_list);
                            files.into_iter().map(Taken::taken).collect()
                        }
                    }

                    impl Preprocess<Option<Vec<$one>>> for $component {
                        fn preprocess(
                            &self,
                            data: Option<Files>,
                        ) -> Result<Option<Vec<$one>>, Invalid> {
                            data.map(|files| self.preprocess(Some(files))).transpose()
                        }
                    }
                };
            }
            takes!(FileData);
            takes!(PathBuf);
            takes!(Vec<u8>);

            macro_rules! shows {
                ($one:ty) => {
                    impl Postprocess<$one> for $component {
                        fn postprocess(&self, value: $one) -> Result<Option<Files>, Invalid> {
                            self.file_count.shape(vec![value.into()])
                        }
                    }

                    impl Postprocess<Option<$one>> for $component {
                        fn postprocess(
                            &self,
                            value: Option<$one>,
                        ) -> Result<Option<Files>, Invalid> {
                            match value {
                                Some(file) => self.file_count.shape(vec![file.into()]),
                                None => Ok(None),
                            }
                        }
                    }

                    impl Postprocess<Vec<$one>> for $component {
                        fn postprocess(&self, value: Vec<$one>) -> Result<Option<Files>, Invalid> {
                            self.file_count
                                .shape(value.into_iter().map(Into::into).collect())
                        }
                    }

                    impl Postprocess<Option<Vec<$one>>> for $component {
                        fn postprocess(
                            &self,
                            value: Option<Vec<$one>>,
                        ) -> Result<Option<Files>, Invalid> {
                            value.map_or(Ok(None), |files| self.postprocess(files))
                        }
                    }

                    impl<const N: usize> Postprocess<[$one; N]> for $component {
                        fn postprocess(&self, value: [$one; N]) -> Result<Option<Files>, Invalid> {
                            self.file_count.shape(value.map(Into::into).into())
                        }
                    }
                };
            }
            shows!(FileData);
            shows!(PathBuf);
            shows!(&Path);
        };
    };
}

pub(super) use file_component;

/// For components of one file: `FileData` and paths out, which may be missing.
macro_rules! shows_one_file {
    ($component:ident) => {
        $crate::components::files::shows_one_file!(
            $component: $crate::file::FileData, std::path::PathBuf, &std::path::Path
        );
    };
    ($component:ident: $($file:ty),*) => {$(
        impl $crate::component::Postprocess<$file> for $component {
            fn postprocess(
                &self,
                value: $file,
            ) -> Result<Option<$crate::file::FileData>, $crate::component::Invalid> {
                Ok(Some(value.into()))
            }
        }

        impl $crate::component::Postprocess<Option<$file>> for $component {
            fn postprocess(
                &self,
                value: Option<$file>,
            ) -> Result<Option<$crate::file::FileData>, $crate::component::Invalid> {
                Ok(value.map(Into::into))
            }
        }
    )*};
}

pub(super) use shows_one_file;
