#[allow(clippy::needless_pass_by_value, reason = "what was sent is owned")]
async fn divide(dividend: i64, divisor: i64) -> Result<(i64, i64), Error> {
    Ok((dividend / divisor, dividend % divisor))
}
const _: () = {
    use ::vetrina::__private as __v;
    fn __wire(__w: &mut __v::Wiring) -> __v::Handler {
        use __v::probe::methods::*;
        let __p0 = (&&&&__v::Probe::<i64>::new()).param(__w);
        let __p1 = __w
            .input_or::<
                i64,
                _,
            >(
                Number::new(),
                {
                    let __default: i64 = 1;
                    __default
                },
            );
        let __outs = __v::Arc::new((
            (&&__v::Probe::<i64>::new()).output(__w, Number::new().label("Quotient")),
            (&&&&__v::Probe::<i64>::new()).shown(__w),
        ));
        __v::Handler::new(
            __v::Mode::Async,
            move |__args| {
                let __a0 = __args.take(&__p0);
                let __a1 = __args.take(&__p1);
                let __a0 = __a0?;
                let __a1 = __a1?;
                let __outs = __v::Clone::clone(&__outs);
                __v::Ok(
                    __v::Job::future(move |mut __ctx| async move {
                        let __r = divide(__a0.get(&mut __ctx)?, __a1.get(&mut __ctx)?)
                            .await;
                        let __r = (&&&__v::Probe::of(&__r)).settle(__r)?;
                        let mut __values = __v::Values::new();
                        __values.show(&__outs.0, __r.0)?;
                        __values.show(&__outs.1, __r.1)?;
                        __v::Ok(__v::Produced::Once(__values))
                    }),
                )
            },
        )
    }
    const __ENDPOINT: __v::Endpoint = __v::Endpoint {
        name: "divide",
        module: __v::module_path!(),
        file: __v::file!(),
        line: __v::line!(),
        column: __v::column!(),
        docs: "",
        options: __v::Options {
            api_name: __v::ApiName::Named("divide"),
            visibility: __v::Visibility::Undocumented,
            title: __v::Some("Division"),
            queue: false,
            concurrency_limit: __v::Limit::At(4u32),
            concurrency_id: __v::Some("cpu"),
            time_limit: __v::Some(30f64),
            ..__v::Options::DEFAULT
        },
        params: &[
            __v::Param {
                name: "dividend",
                docs: "",
                additional: false,
            },
            __v::Param {
                name: "divisor",
                docs: "",
                additional: false,
            },
        ],
        returns: 2usize,
        type_id: || __v::id_of(&divide),
        wire: __wire,
        generator: false,
    };
    __v::inventory::submit! {
        __ENDPOINT
    }
};
#[allow(clippy::needless_pass_by_value, reason = "what was sent is owned")]
fn forget(what: String) {
    drop(what);
}
const _: () = {
    use ::vetrina::__private as __v;
    fn __wire(__w: &mut __v::Wiring) -> __v::Handler {
        use __v::probe::methods::*;
        let __p0 = (&&&&__v::Probe::<String>::new()).param(__w);
        __v::Handler::new(
            __v::Mode::Inline,
            move |__args| {
                let __a0 = __args.take(&__p0);
                let __a0 = __a0?;
                __v::Ok(
                    __v::Job::sync(move |__ctx| {
                        let __r = forget(__a0.get(__ctx)?);
                        let __r = (&&&__v::Probe::of(&__r)).settle(__r)?;
                        let __values = __v::Values::new();
                        __v::Ok(__v::Produced::Once(__values))
                    }),
                )
            },
        )
    }
    const __ENDPOINT: __v::Endpoint = __v::Endpoint {
        name: "forget",
        module: __v::module_path!(),
        file: __v::file!(),
        line: __v::line!(),
        column: __v::column!(),
        docs: "",
        options: __v::Options::DEFAULT,
        params: &[
            __v::Param {
                name: "what",
                docs: "",
                additional: false,
            },
        ],
        returns: 0usize,
        type_id: || __v::id_of(&forget),
        wire: __wire,
        generator: false,
    };
    __v::inventory::submit! {
        __ENDPOINT
    }
};
