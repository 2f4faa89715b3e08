#[allow(clippy::needless_pass_by_value, reason = "what was sent is owned")]
/// Greets somebody, with feeling.
fn greet(name: String, intensity: u8, mark: String, request: Request) -> String {
    format!("Hello, {name}{}", mark.repeat(intensity.into()))
}
const _: () = {
    use ::vetrina::__private as __v;
    fn __wire(__w: &mut __v::Wiring) -> __v::Handler {
        use __v::probe::methods::*;
        let __p0 = (&&&&__v::Probe::<String>::new()).param(__w);
        let __p1 = (&&__v::Probe::<u8>::new()).input(__w, Slider::new(1..=10).value(2));
        let __p2 = (&&&&__v::Probe::<String>::new())
            .param_or(__w, <String as __v::From<&str>>::from("!"));
        let __p3 = (&&&&__v::Probe::<Request>::new()).param(__w);
        let __outs = __v::Arc::new((
            (&&&&(&&__v::Probe::<String>::new()).ok()).shown(__w),
        ));
        __v::Handler::new(
            __v::Mode::Blocking,
            move |__args| {
                let __a0 = __args.take(&__p0);
                let __a1 = __args.take(&__p1);
                let __a2 = __args.take(&__p2);
                let __a3 = __args.take(&__p3);
                let __a0 = __a0?;
                let __a1 = __a1?;
                let __a2 = __a2?;
                let __a3 = __a3?;
                let __outs = __v::Clone::clone(&__outs);
                __v::Ok(
                    __v::Job::sync(move |__ctx| {
                        let __r = greet(
                            __a0.get(__ctx)?,
                            __a1.get(__ctx)?,
                            __a2.get(__ctx)?,
                            __a3.get(__ctx)?,
                        );
                        let __r = (&&&__v::Probe::of(&__r)).settle(__r)?;
                        let mut __values = __v::Values::new();
                        __values.show(&__outs.0, __r)?;
                        __v::Ok(__v::Produced::Once(__values))
                    }),
                )
            },
        )
    }
    const __ENDPOINT: __v::Endpoint = __v::Endpoint {
        name: "greet",
        module: __v::module_path!(),
        file: __v::file!(),
        line: __v::line!(),
        column: __v::column!(),
        docs: "Greets somebody, with feeling.",
        options: __v::Options::DEFAULT,
        params: &[
            __v::Param {
                name: "name",
                docs: "Whom to greet.",
                additional: false,
            },
            __v::Param {
                name: "intensity",
                docs: "How glad you are.",
                additional: false,
            },
            __v::Param {
                name: "mark",
                docs: "",
                additional: false,
            },
            __v::Param {
                name: "request",
                docs: "",
                additional: false,
            },
        ],
        returns: 1usize,
        type_id: || __v::id_of(&greet),
        wire: __wire,
        generator: false,
    };
    __v::inventory::submit! {
        __ENDPOINT
    }
};
