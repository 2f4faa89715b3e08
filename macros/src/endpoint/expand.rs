//! Prints an endpoint: the function as it was, a table, and one forwarding call per value.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, Index, Lit, LitStr, Type, ext::IdentExt};

use super::{
    check::Model,
    examples,
    params::Param,
    returns::{Flow, Values, good_part},
    settings::{ApiName, Cache, Limit, Settings, Visibility},
};
use crate::{docs, func::at, options::literal};

pub(crate) fn print(model: &Model<'_>) -> TokenStream {
    let func = model.func.plain();
    let conditions = model.func.conditions();
    let krate = &model.settings.krate;
    let table = table(model);
    let wire = wire(model);
    let examples = examples::rows(model);
    let chat = chat(model);
    quote! {
        #[allow(clippy::needless_pass_by_value, reason = "what was sent is owned")]
        #func
        #(#conditions)*
        const _: () = {
            use #krate::__private as __v;
            #wire
            #examples
            const __ENDPOINT: __v::Endpoint = #table;
            __v::inventory::submit! { __ENDPOINT }
            #chat
        };
    }
}

/// What is said of a chat, beside the endpoint.
fn chat(model: &Model<'_>) -> Option<TokenStream> {
    let chat = model.chat.as_ref()?;
    let ident = &model.func.sig.ident;
    Some(quote! {
        const __CHAT: __v::Chat = __v::Chat {
            type_id: || __v::id_of(&#ident),
            settings: || __v::ChatSettings { #chat ..__v::Default::default() },
        };
        __v::inventory::submit! { __CHAT }
    })
}

fn table(model: &Model<'_>) -> TokenStream {
    let ident = &model.func.sig.ident;
    let name = LitStr::new(&ident.unraw().to_string(), ident.span());
    let docs = docs::text(&model.func.attrs);
    let options = options(&model.settings);
    let params = model.params.iter().map(|param| {
        let Param { name, docs, .. } = param;
        let additional = param.additional;
        quote! { __v::Param { name: #name, docs: #docs, additional: #additional } }
    });
    let returns = model.returns.values.count();
    let generator = model.returns.flow != Flow::Once;
    quote! {
        __v::Endpoint {
            name: #name,
            module: __v::module_path!(),
            file: __v::file!(),
            line: __v::line!(),
            column: __v::column!(),
            docs: #docs,
            options: #options,
            params: &[#(#params),*],
            returns: #returns,
            type_id: || __v::id_of(&#ident),
            wire: __wire,
            generator: #generator,
        }
    }
}

/// Only what was given; the rest is the runtime's to know.
fn options(settings: &Settings) -> TokenStream {
    let api_name = settings.api_name.as_ref().map(|name| match name {
        ApiName::Named(name) => quote! { api_name: __v::ApiName::Named(#name), },
        ApiName::None => quote! { api_name: __v::ApiName::None, },
    });
    let visibility = settings.visibility.map(|visibility| match visibility {
        Visibility::Public => quote! { visibility: __v::Visibility::Public, },
        Visibility::Undocumented => quote! { visibility: __v::Visibility::Undocumented, },
        Visibility::Private => quote! { visibility: __v::Visibility::Private, },
    });
    let limit = settings.limit.as_ref().map(|limit| match limit {
        Limit::Unlimited => quote! { concurrency_limit: __v::Limit::Unlimited, },
        Limit::At(count) => quote! { concurrency_limit: __v::Limit::At(#count), },
    });
    let title = settings
        .title
        .as_ref()
        .map(|it| quote! { title: __v::Some(#it), });
    let description = settings
        .description
        .as_ref()
        .map(|it| quote! { description: __v::Some(#it), });
    let queue = settings.queue.map(|it| quote! { queue: #it, });
    let live = settings.live.map(|it| quote! { live: #it, });
    let id = settings
        .concurrency_id
        .as_ref()
        .map(|it| quote! { concurrency_id: __v::Some(#it), });
    let time = settings
        .time_limit
        .map(|it| quote! { time_limit: __v::Some(#it), });
    let mcp = settings.mcp.as_ref().map(|it| {
        let it = it.print();
        quote! { mcp: #it, }
    });
    let batch = settings.batch.is_some().then(|| quote! { batch: true, });
    let size = settings
        .max_batch_size
        .map(|it| quote! { max_batch_size: __v::Some(#it), });
    let validated = settings
        .validator
        .is_some()
        .then(|| quote! { validated: true, });
    let cache = settings.cache.as_ref().map(|Cache { max, per_session }| {
        let max = max.map(|max| quote! { .max(#max) });
        let per_session = per_session.then(|| quote! { .per_session() });
        quote! { cache: __v::Some(__v::Caching::new() #max #per_session), }
    });
    let examples = settings.examples.as_ref().map(examples::option);
    let detach = settings.detach.map(|it| quote! { detach: #it, });
    let given: TokenStream = [
        api_name,
        visibility,
        title,
        description,
        queue,
        live,
        mcp,
        limit,
        id,
        time,
        batch,
        size,
        cache,
        validated,
        examples,
        detach,
    ]
    .into_iter()
    .flatten()
    .chain(settings.interface.iter().cloned())
    .collect();
    if given.is_empty() {
        quote! { __v::Options::DEFAULT }
    } else {
        quote! { __v::Options { #given ..__v::Options::DEFAULT } }
    }
}

fn wire(model: &Model<'_>) -> TokenStream {
    let slots = (0..model.params.len())
        .map(|i| numbered("__p", i))
        .collect::<Vec<_>>();
    let held = (0..model.params.len())
        .map(|i| numbered("__a", i))
        .collect::<Vec<_>>();
    let components = model.params.iter().enumerate().map(|(i, param)| match i {
        0 if model.chat.is_some() => message(param),
        1 if model.chat.is_some() => history(param),
        _ => component(param),
    });
    let outputs = outputs(model);
    let validator = validator(model, &slots, &held);
    let keep = (model.returns.values.count() > 0)
        .then(|| quote! { let __outs = __v::Clone::clone(&__outs); });
    let mode = match (&model.func.sig.asyncness, &model.settings.blocking) {
        (Some(_), _) => quote! { Async },
        (None, Some((_, false))) => quote! { Inline },
        (None, _) => quote! { Blocking },
    };
    let job = job(model, &held);
    quote! {
        fn __wire(__w: &mut __v::Wiring) -> __v::Handler {
            use __v::probe::methods::*;
            #(let #slots = #components;)*
            #outputs
            #validator
            __v::Handler::new(__v::Mode::#mode, move |__args| {
                #(let #held = __args.take(&#slots);)*
                #(let #held = #held?;)*
                #keep
                __v::Ok(#job)
            })
        }
    }
}

/// What judges the arguments before a call is taken: a function of the same parameters.
fn validator(model: &Model<'_>, slots: &[syn::Ident], held: &[syn::Ident]) -> Option<TokenStream> {
    let check = model.settings.validator.as_ref()?;
    // What is judged is what is sent: what was said before is not.
    let is_judged = |place: &usize| model.chat.is_none() || *place != 1;
    let places: Vec<_> = (0..model.params.len()).filter(is_judged).collect();
    let types = places.iter().map(|place| model.params[*place].ty);
    let slots: Vec<_> = places.iter().map(|place| &slots[*place]).collect();
    let held: Vec<_> = places.iter().map(|place| &held[*place]).collect();
    // With the name's own span, a type that does not fit is told at the name.
    let given: Vec<_> = held
        .iter()
        .map(|held| syn::Ident::new(&held.to_string(), at(check)))
        .collect();
    let asked = quote_spanned! {at(check)=> #check(#(#given),*) };
    Some(quote! {
        {
            #(let #slots = __v::Clone::clone(&#slots);)*
            __w.judge(move |__args| {
                #(let #held = __args.take(&#slots);)*
                #(let #held = #held?;)*
                __v::Ok(__v::Question::new(move |__ctx| {
                    #(let #given: #types = #held.get(__ctx)?;)*
                    __v::Ok(#asked)
                }))
            });
        }
    })
}

/// Where the value of a parameter comes from.
fn component(param: &Param<'_>) -> TokenStream {
    let Param {
        ty, input, default, ..
    } = param;
    let default = default.as_ref().map(|default| converted(default, ty));
    match (input, default) {
        (Some(input), None) => quote_spanned! {at(input)=>
            (&&__v::Probe::<#ty>::new()).input(__w, #input)
        },
        (Some(input), Some(default)) => quote_spanned! {at(input)=>
            __w.input_or::<#ty, _>(#input, #default)
        },
        (None, None) => quote_spanned! {at(ty)=>
            (&&&&__v::Probe::<#ty>::new()).param(__w)
        },
        (None, Some(default)) => quote_spanned! {at(ty)=>
            (&&&&__v::Probe::<#ty>::new()).param_or(__w, #default)
        },
    }
}

/// The message that a chat takes.
fn message(Param { ty, input, .. }: &Param<'_>) -> TokenStream {
    if let Some(input) = input {
        quote_spanned! {at(ty)=> __w.message::<#ty, _>(#input) }
    } else {
        quote_spanned! {at(ty)=> __w.usual_message::<#ty>() }
    }
}

/// What was said before in a chat.
fn history(Param { ty, .. }: &Param<'_>) -> TokenStream {
    quote_spanned! {at(ty)=> __w.history::<#ty>() }
}

/// A text in quotes becomes a `String` where one is wanted; everything else must fit as it is.
pub(super) fn converted(default: &Expr, ty: &Type) -> TokenStream {
    let is_text = matches!(literal(default), Some(Lit::Str(_)));
    let is_string = matches!(ty, Type::Path(path)
        if path.path.segments.last().is_some_and(|segment| segment.ident == "String"));
    if is_text && is_string {
        quote_spanned! {at(default)=> <#ty as __v::From<&str>>::from(#default) }
    } else {
        // With the type beside it, a value that does not fit is all the compiler talks about.
        quote_spanned! {at(default)=> { let __default: #ty = #default; __default } }
    }
}

/// The components of the results, as a tuple.
fn outputs(model: &Model<'_>) -> Option<TokenStream> {
    let values = &model.returns.values;
    let probes: Vec<(Span, TokenStream)> = match values {
        Values::Nothing => return None,
        Values::One(ty) => {
            let span = at(good_part(ty).0);
            vec![(
                span,
                quote_spanned! {span=> (&&__v::Probe::<#ty>::new()).ok() },
            )]
        }
        Values::Many(types) => types
            .iter()
            .map(|ty| (at(ty), quote_spanned! {at(ty)=> __v::Probe::<#ty>::new() }))
            .collect(),
    };
    let named = |i: usize| {
        model
            .settings
            .outputs
            .as_ref()
            .and_then(|it| it.each.get(i)?.as_ref())
    };
    let each = probes.into_iter().enumerate().map(|(i, (span, probe))| {
        if i == 0 && model.chat.is_some() {
            quote_spanned! {span=> __w.reply(#probe) }
        } else if let Some(named) = named(i) {
            quote_spanned! {at(named)=> (&&#probe).output(__w, #named) }
        } else {
            quote_spanned! {span=> (&&&&#probe).shown(__w) }
        }
    });
    Some(quote! { let __outs = __v::Arc::new((#(#each,)*)); })
}

/// The call itself, and what becomes of its result.
fn job(model: &Model<'_>, held: &[syn::Ident]) -> TokenStream {
    let name = &model.func.sig.ident;
    if model.settings.batch.is_some() {
        return batch(model, held);
    }
    let returned = settled(failing(model));
    let shown = show(model);
    let produced = match model.returns.flow {
        Flow::Once => quote! {
            #shown
            __v::Ok(__v::Produced::Once(__values))
        },
        Flow::Stream | Flow::Iter => {
            let is_stream = model.returns.flow == Flow::Stream;
            let each = if is_stream {
                quote! { stream }
            } else {
                quote! { iter }
            };
            let item = settled(failing(model));
            quote! {
                __v::Ok(__v::Produced::#each(__r, move |__r| -> __v::Result<__v::Values, __v::Failure> {
                    #item
                    #shown
                    __v::Ok(__values)
                }))
            }
        }
    };
    if model.func.sig.asyncness.is_some() {
        quote! {
            __v::Job::future(move |mut __ctx| async move {
                let __r = #name(#(#held.get(&mut __ctx)?),*).await;
                #returned
                #produced
            })
        }
    } else {
        quote! {
            __v::Job::sync(move |__ctx| {
                let __r = #name(#(#held.get(__ctx)?),*);
                #returned
                #produced
            })
        }
    }
}

/// One call, to be answered together with others.
fn batch(model: &Model<'_>, held: &[syn::Ident]) -> TokenStream {
    let name = &model.func.sig.ident;
    let types: Vec<_> = model.params.iter().map(|param| param.ty).collect();
    let lists: Vec<_> = (0..held.len()).map(|i| numbered("__c", i)).collect();
    let (together, keyword, wait) = match &model.func.sig.asyncness {
        Some(_) => (
            quote! { batch_future },
            quote! { async move },
            quote! { .await },
        ),
        None => (quote! { batch }, quote! {}, quote! {}),
    };
    let all = settled(failing(model));
    let one = settled(match &model.returns.values {
        Values::One(ty) => at(good_part(ty).1.unwrap_or(ty)),
        _ => failing(model),
    });
    let shown = show(model);
    quote! {
        __v::Job::#together(
            move |__ctx| __v::Ok((#(#held.get(__ctx)?,)*)),
            |__rows: __v::Vec<(#(#types,)*)>| #keyword {
                let (#(#lists,)*) = __v::Row::columns(__rows);
                let __r = #name(#(#lists),*)#wait;
                #all
                __v::Ok::<_, __v::Failure>(__r)
            },
            move |__r| {
                #one
                #shown
                __v::Ok(__values)
            },
        )
    }
}

/// Where to say that an error is none.
fn failing(model: &Model<'_>) -> Span {
    match (&model.returns.error, &model.func.sig.output) {
        (Some(error), _) => at(error),
        (None, output) => at(output),
    }
}

/// Takes the good part of `__r`, or leaves with the error.
fn settled(span: Span) -> TokenStream {
    quote_spanned! {span=> let __r = (&&&__v::Probe::of(&__r)).settle(__r)?; }
}

/// Makes `__values` of `__r`.
fn show(model: &Model<'_>) -> TokenStream {
    let shown = match &model.returns.values {
        Values::Nothing => quote! {},
        Values::One(_) => quote! { __values.show(&__outs.0, __r)?; },
        Values::Many(types) => {
            let place = (0..types.len()).map(Index::from);
            quote! { #(__values.show(&__outs.#place, __r.#place)?;)* }
        }
    };
    let mutable = (model.returns.values.count() > 0).then(|| quote! { mut });
    quote! {
        let #mutable __values = __v::Values::new();
        #shown
    }
}

fn numbered(name: &str, i: usize) -> syn::Ident {
    syn::Ident::new(&format!("{name}{i}"), Span::call_site())
}
