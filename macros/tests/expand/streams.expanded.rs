#[allow(clippy::needless_pass_by_value, reason = "what was sent is owned")]
fn count(up_to: u32) -> impl Iterator<Item = String> {
    (0..up_to).map(|number| number.to_string())
}
const _: () = {
    use ::vetrina::__private as __v;
    fn __wire(__w: &mut __v::Wiring) -> __v::Handler {
        use __v::probe::methods::*;
        let __p0 = (&&&&__v::Probe::<u32>::new()).param(__w);
        let __outs = __v::Arc::new((
            (&&(&&__v::Probe::<String>::new()).ok()).output(__w, Label::new()),
        ));
        __v::Handler::new(
            __v::Mode::Blocking,
            move |__args| {
                let __a0 = __args.take(&__p0);
                let __a0 = __a0?;
                let __outs = __v::Clone::clone(&__outs);
                __v::Ok(
                    __v::Job::sync(move |__ctx| {
                        let __r = count(__a0.get(__ctx)?);
                        let __r = (&&&__v::Probe::of(&__r)).settle(__r)?;
                        __v::Ok(
                            __v::Produced::iter(
                                __r,
                                move |__r| -> __v::Result<__v::Values, __v::Failure> {
                                    let __r = (&&&__v::Probe::of(&__r)).settle(__r)?;
                                    let mut __values = __v::Values::new();
                                    __values.show(&__outs.0, __r)?;
                                    __v::Ok(__values)
                                },
                            ),
                        )
                    }),
                )
            },
        )
    }
    const __ENDPOINT: __v::Endpoint = __v::Endpoint {
        name: "count",
        module: __v::module_path!(),
        file: __v::file!(),
        line: __v::line!(),
        column: __v::column!(),
        docs: "",
        options: __v::Options::DEFAULT,
        params: &[
            __v::Param {
                name: "up_to",
                docs: "",
                additional: false,
            },
        ],
        returns: 1usize,
        type_id: || __v::id_of(&count),
        wire: __wire,
        generator: true,
    };
    __v::inventory::submit! {
        __ENDPOINT
    }
};
#[allow(clippy::needless_pass_by_value, reason = "what was sent is owned")]
async fn ticks() -> Result<impl Stream<Item = Result<(u32, String), Error>>, Error> {
    clock::ticks().await
}
const _: () = {
    use ::vetrina::__private as __v;
    fn __wire(__w: &mut __v::Wiring) -> __v::Handler {
        use __v::probe::methods::*;
        let __outs = __v::Arc::new((
            (&&&&__v::Probe::<u32>::new()).shown(__w),
            (&&&&__v::Probe::<String>::new()).shown(__w),
        ));
        __v::Handler::new(
            __v::Mode::Async,
            move |__args| {
                let __outs = __v::Clone::clone(&__outs);
                __v::Ok(
                    __v::Job::future(move |mut __ctx| async move {
                        let __r = ticks().await;
                        let __r = (&&&__v::Probe::of(&__r)).settle(__r)?;
                        __v::Ok(
                            __v::Produced::stream(
                                __r,
                                move |__r| -> __v::Result<__v::Values, __v::Failure> {
                                    let __r = (&&&__v::Probe::of(&__r)).settle(__r)?;
                                    let mut __values = __v::Values::new();
                                    __values.show(&__outs.0, __r.0)?;
                                    __values.show(&__outs.1, __r.1)?;
                                    __v::Ok(__values)
                                },
                            ),
                        )
                    }),
                )
            },
        )
    }
    const __ENDPOINT: __v::Endpoint = __v::Endpoint {
        name: "ticks",
        module: __v::module_path!(),
        file: __v::file!(),
        line: __v::line!(),
        column: __v::column!(),
        docs: "",
        options: __v::Options::DEFAULT,
        params: &[],
        returns: 2usize,
        type_id: || __v::id_of(&ticks),
        wire: __wire,
        generator: true,
    };
    __v::inventory::submit! {
        __ENDPOINT
    }
};
