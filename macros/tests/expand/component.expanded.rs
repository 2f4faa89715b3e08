/// Stars to rate something with.
#[derive(Debug)]
pub struct Stars {
    /// How many there are.
    pub count: u8,
    /// What stands beside them.
    pub words: Option<String>,
    secret: Vec<u8>,
    __base: ::vetrina::component::Base,
}
const _: () = {
    use ::vetrina::__private as __v;
    use ::vetrina::component as __c;
    impl Stars {
        ///A new `Stars`. Its props are set by the methods of their names.
        #[must_use]
        pub fn new() -> Self {
            __v::Default::default()
        }
    }
    impl __v::Default for Stars {
        fn default() -> Self {
            Self {
                count: 5,
                words: __c::build::usual::<Option<String>>(),
                secret: __c::build::usual::<Vec<u8>>(),
                __base: __c::Base {
                    min_width: __v::Into::into(90),
                    ..__c::Base::new(__c::Kind::Form)
                },
            }
        }
    }
    impl Stars {
        /// How many there are.
        /**

Unless set: `5`.*/
        #[must_use]
        pub fn count(mut self, count: u8) -> Self {
            self.count = count;
            self.__base.touch("count");
            self
        }
        /// What stands beside them.
        #[must_use]
        pub fn words(mut self, words: impl __v::Into<String>) -> Self {
            self.words = __v::Some(__v::Into::into(words));
            self.__base.touch("text");
            self
        }
        ///The name above it. A parameter's own name unless set.
        #[must_use]
        pub fn label(mut self, label: impl __v::Into<__v::String>) -> Self {
            self.__base.label = __v::Some(__v::Into::into(label));
            self.__base.touch("label");
            self
        }
        ///A sentence of help under the label. A parameter's doc comment unless set.
        #[must_use]
        pub fn info(mut self, info: impl __v::Into<__v::String>) -> Self {
            self.__base.info = __v::Some(__v::Into::into(info));
            self.__base.touch("info");
            self
        }
        ///The `id` of its element, for CSS and scripts.
        #[must_use]
        pub fn elem_id(mut self, elem_id: impl __v::Into<__v::String>) -> Self {
            self.__base.elem_id = __v::Some(__v::Into::into(elem_id));
            self.__base.touch("elem_id");
            self
        }
        ///Whether the label is drawn.
        #[must_use]
        pub fn show_label(mut self, show_label: bool) -> Self {
            self.__base.show_label = show_label;
            self.__base.touch("show_label");
            self
        }
        ///Whether it has a frame, shared with its neighbours in a form.
        #[must_use]
        pub fn container(mut self, container: bool) -> Self {
            self.__base.container = container;
            self.__base.touch("container");
            self
        }
        ///Its share of the width of a row.
        #[must_use]
        pub fn scale(mut self, scale: impl __v::Into<__v::Option<u32>>) -> Self {
            self.__base.scale = __v::Into::into(scale);
            self.__base.touch("scale");
            self
        }
        ///The least width in pixels before a row wraps.
        #[must_use]
        pub fn min_width(mut self, min_width: impl __v::Into<__v::Option<u32>>) -> Self {
            self.__base.min_width = __v::Into::into(min_width);
            self.__base.touch("min_width");
            self
        }
        ///Whether a person can change it. Unless set, inputs can be changed and outputs cannot.
        #[must_use]
        pub fn interactive(
            mut self,
            interactive: impl __v::Into<__v::Option<bool>>,
        ) -> Self {
            self.__base.interactive = __v::Into::into(interactive);
            self.__base.touch("interactive");
            self
        }
        ///Whether it is seen: `true`, `false`, or `Visible::Hidden`.
        #[must_use]
        pub fn visible(mut self, visible: impl __v::Into<__c::Visible>) -> Self {
            self.__base.visible = __v::Into::into(visible);
            self.__base.touch("visible");
            self
        }
        ///Classes of its element, for CSS.
        #[must_use]
        pub fn elem_classes<__S: __v::Into<__v::String>>(
            mut self,
            elem_classes: impl __v::IntoIterator<Item = __S>,
        ) -> Self {
            __c::build::set_classes(&mut self, elem_classes);
            self
        }
        ///Keeps its value when the page around it is drawn anew.
        #[must_use]
        pub fn key(mut self, key: impl __v::Into<__v::serde_json::Value>) -> Self {
            self.__base.key = __v::Some(__v::Into::into(key));
            self
        }
        ///The props that its key keeps. Its value unless set.
        #[must_use]
        pub fn preserved_by_key<__S: __v::Into<__v::String>>(
            mut self,
            props: impl __v::IntoIterator<Item = __S>,
        ) -> Self {
            __c::build::set_preserved(&mut self, props);
            self
        }
        ///The value it starts with: anything a function may show in it.
        #[must_use]
        pub fn value<__T>(mut self, value: __T) -> Self
        where
            Self: __c::Postprocess<__T>,
        {
            __c::build::set_value(&mut self, value);
            self
        }
    }
    mod __methods {
        #[allow(unused_imports, reason = "not every component has all of it")]
        use ::vetrina::component::{
            Chunks, Component, Derived as _, Invalid, Methods, Typed, Unchanged, shape,
        };
        #[allow(unused_imports, reason = "not every component answers its page side")]
        use ::vetrina::__private::{Some, serve};
        pub(super) struct Key;
        type Itself = <Key as Typed>::Component;
        pub(super) const fn all() -> Methods<Itself> {
            Methods {
                api_info: |component| shape::api_info(component.api_info()),
                example_payload: |component| shape::example_payload(
                    component.example_payload(),
                ),
                example_value: |component| shape::example_value(
                    component.example_value(),
                ),
                process_example: |component, data| shape::process_example(
                    component.process_example(data),
                ),
                initial_value: |component| shape::initial_value(
                    component.initial_value(),
                ),
                check: |component, data| shape::check(component.check(data)),
                flag: |component, data, folder| shape::flag(
                    component.flag(data, folder),
                ),
                read_from_flag: |component, text, folder| shape::read_from_flag::<
                    <Itself as Component>::Data,
                    _,
                >(component.read_from_flag(text, folder)),
                server: |component, name, args| shape::server(
                    component.server(name, args),
                ),
                streams: |component| shape::streams(component.streams()),
                chunks: ::vetrina::__private::None,
                props: |component| shape::props(component.props()),
            }
        }
        pub(super) fn preprocess(
            component: &Itself,
            data: <Itself as Component>::Data,
        ) -> ::vetrina::__private::Result<<Itself as Component>::Data, Invalid> {
            use Unchanged as _;
            shape::preprocess::<
                <Itself as Component>::Data,
                _,
            >(component.preprocess(data))
        }
        pub(super) fn postprocess(
            component: &Itself,
            data: <Itself as Component>::Data,
        ) -> ::vetrina::__private::Result<<Itself as Component>::Data, Invalid> {
            use Unchanged as _;
            shape::postprocess::<
                <Itself as Component>::Data,
                _,
            >(component.postprocess(data))
        }
    }
    impl __c::Typed for __methods::Key {
        type Component = Stars;
    }
    #[automatically_derived]
    impl __c::Component for Stars {
        type Data = u8;
        type Events = __Events;
        const WIRE: &'static str = "stars";
        const KIND: __c::Kind = __c::Kind::Form;
        const EVENTS: &'static [&'static str] = &["change", "sparkle"];
        const SKIP_API: bool = false;
        const METHODS: __c::Methods<Self> = __methods::all();
        fn base(&self) -> &__c::Base {
            &self.__base
        }
        fn base_mut(&mut self) -> &mut __c::Base {
            &mut self.__base
        }
        fn own_props(
            &self,
        ) -> __v::serde_json::Map<__v::String, __v::serde_json::Value> {
            #[allow(unused_mut, reason = "there may be no props")]
            let mut __props = __v::serde_json::Map::new();
            __c::build::put(&mut __props, "count", &self.count);
            __c::build::put(&mut __props, "text", &self.words);
            __props
        }
        #[allow(unused_variables, reason = "there may be no props")]
        fn keep(&mut self, __before: &Self) {
            #[allow(unused_imports, reason = "most props are `Clone`")]
            use __c::build::{KeepCopied as _, KeepNothing as _};
            if !self.__base.has_touched("count") {
                (&__c::build::Before(&__before.count)).keep_in(&mut self.count);
            }
            if !self.__base.has_touched("text") {
                (&__c::build::Before(&__before.words)).keep_in(&mut self.words);
            }
            if !self.__base.has_touched("secret") {
                (&__c::build::Before(&__before.secret)).keep_in(&mut self.secret);
            }
        }
    }
    #[automatically_derived]
    impl __c::Preprocess<u8> for Stars {
        fn preprocess(&self, data: u8) -> __v::Result<u8, __c::Invalid> {
            __methods::preprocess(self, data)
        }
    }
    #[automatically_derived]
    impl __c::Postprocess<u8> for Stars {
        fn postprocess(&self, value: u8) -> __v::Result<u8, __c::Invalid> {
            __methods::postprocess(self, value)
        }
    }
    ///The events of a [`Stars`] on a page.
    #[derive(__v::Debug)]
    pub struct __Events {
        ///The event `change`, for `Ui::on`.
        pub change: __v::Trigger,
        ///The event `sparkle`, for `Ui::on`.
        pub sparkle: __v::Trigger,
    }
    impl __v::From<__c::Origin> for __Events {
        fn from(__origin: __c::Origin) -> Self {
            Self {
                change: __v::Trigger::new(&__origin, "change"),
                sparkle: __v::Trigger::new(&__origin, "sparkle"),
            }
        }
    }
    impl __Events {
        ///Runs `function` on `change`, with the values of `inputs`, and shows its result in `outputs`.
        #[track_caller]
        pub fn change<__F, __A, __K, __H, __I, __O>(
            &self,
            function: __F,
            inputs: __I,
            outputs: __O,
        ) -> __v::Listener
        where
            __F: __v::Function<__A, __K>,
            __I: __v::Inputs<__A>,
            __O: __v::Outputs<__F::Value, __H>,
            __A: 'static,
            __K: 'static,
        {
            self.change.run(function, inputs, outputs)
        }
        ///Runs `function` on `sparkle`, with the values of `inputs`, and shows its result in `outputs`.
        #[track_caller]
        pub fn sparkle<__F, __A, __K, __H, __I, __O>(
            &self,
            function: __F,
            inputs: __I,
            outputs: __O,
        ) -> __v::Listener
        where
            __F: __v::Function<__A, __K>,
            __I: __v::Inputs<__A>,
            __O: __v::Outputs<__F::Value, __H>,
            __A: 'static,
            __K: 'static,
        {
            self.sparkle.run(function, inputs, outputs)
        }
    }
};
