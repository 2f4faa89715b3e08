//! What the methods of a component return, whoever wrote them. Hidden, never promised.
//!
//! A method in the place of a derived one is called by its name, so nothing but its result tells that it has another
//! shape. Each goes through a function of its name here, and the compiler says what that one has to return.

use serde_json::{Map, Value};

use super::Invalid;

macro_rules! shapes {
    ($($method:ident $(<$data:ident>)? as $shape:ident -> $returns:ty, $message:literal, $note:literal;)*) => {$(
        #[doc = concat!("What `", stringify!($method), "` returned is what it has to return.")]
        #[diagnostic::on_unimplemented(message = $message, label = "its method returns `{Self}`", note = $note)]
        pub trait $shape$(<$data>)? {
            /// The same.
            fn returned(self) -> $returns;
        }

        #[diagnostic::do_not_recommend]
        impl$(<$data>)? $shape$(<$data>)? for $returns {
            fn returned(self) -> $returns {
                self
            }
        }

        #[doc = concat!("What `", stringify!($method), "` returned.")]
        pub fn $method<$($data,)? Returned: $shape$(<$data>)?>(returned: Returned) -> $returns {
            returned.returned()
        }
    )*};
}

shapes! {
    api_info as ApiInfo -> Value,
        "the method `api_info` of a component returns `serde_json::Value`, not `{Self}`",
        "it describes the data: `fn api_info(&self) -> serde_json::Value`";
    check as Check -> Result<(), Invalid>,
        "the method `check` of a component returns `Result<(), Invalid>`, not `{Self}`",
        "it refuses data: `fn check(&self, data: &Data) -> Result<(), Invalid>`";
    example_payload as ExamplePayload -> Value,
        "the method `example_payload` of a component returns `serde_json::Value`, not `{Self}`",
        "it is an example of what a client sends: `fn example_payload(&self) -> serde_json::Value`";
    example_value as ExampleValue -> Value,
        "the method `example_value` of a component returns `serde_json::Value`, not `{Self}`",
        "it is an example of what a function shows: `fn example_value(&self) -> serde_json::Value`";
    flag as Flag -> Result<String, Invalid>,
        "the method `flag` of a component returns `Result<String, Invalid>`, not `{Self}`",
        "it writes data into a table: `fn flag(&self, data: &Data, folder: &Path) -> Result<String, Invalid>`";
    initial_value as InitialValue -> Option<Value>,
        "the method `initial_value` of a component returns `Option<serde_json::Value>`, not `{Self}`",
        "it is the value to start with: `fn initial_value(&self) -> Option<serde_json::Value>`";
    postprocess<Data> as Postprocessed -> Result<Data, Invalid>,
        "the method `postprocess` of a component returns its data, `Result<{Data}, Invalid>`, not `{Self}`",
        "to show another type, write `impl Postprocess<Type> for …` in its place";
    preprocess<Data> as Preprocessed -> Result<Data, Invalid>,
        "the method `preprocess` of a component returns its data, `Result<{Data}, Invalid>`, not `{Self}`",
        "to give another type, write `impl Preprocess<Type> for …` in its place";
    process_example as ProcessExample -> Value,
        "the method `process_example` of a component returns `serde_json::Value`, not `{Self}`",
        "it is what a table of examples shows: `fn process_example(&self, data: &Value) -> serde_json::Value`";
    props as Props -> Map<String, Value>,
        "the method `props` of a component returns `serde_json::Map<String, Value>`, not `{Self}`",
        "it gives all props as they are sent: `fn props(&self) -> serde_json::Map<String, Value>`";
    read_from_flag<Data> as ReadFromFlag -> Result<Data, Invalid>,
        "the method `read_from_flag` of a component returns `Result<{Data}, Invalid>`, not `{Self}`",
        "it reads what `flag` wrote: `fn read_from_flag(&self, text: &str, folder: &Path) -> Result<Data, Invalid>`";
    server as Server -> Option<Result<Value, Invalid>>,
        "the method `server` of a component returns `Option<Result<serde_json::Value, Invalid>>`, not `{Self}`",
        "it answers the page side: `fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>>`";
    streams as Streams -> bool,
        "the method `streams` of a component returns `bool`, not `{Self}`",
        "it says whether what comes are chunks: `fn streams(&self) -> bool`";
}
