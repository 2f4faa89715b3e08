//! Prints the struct, its setters, and the table that says what it is.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, Expr, Ident, Type, spanned::Spanned};

use super::{
    Model, base, events, frontend,
    props::{Prop, Start, Taken, Wire},
    server,
};

pub(super) fn print(model: &Model) -> TokenStream {
    let name = &model.name;
    let krate = model.options.krate();
    let the_struct = the_struct(model);
    let new = new(model);
    let setters = model.props.iter().filter_map(setter);
    let base_setters = base::setters(model);
    let component = component(model);
    let itself = itself(model);
    let events = events::methods(model);
    let frontend = frontend::registered(model);
    quote! {
        #the_struct
        const _: () = {
            use #krate::__private as __v;
            use #krate::component as __c;

            #new
            impl #name {
                #(#setters)*
                #base_setters
            }
            #component
            #itself
            #events
            #frontend
        };
    }
}

fn the_struct(model: &Model) -> TokenStream {
    let Model {
        attrs,
        vis,
        name,
        props,
        ..
    } = model;
    let krate = model.options.krate();
    let fields = props.iter().map(
        |Prop {
             attrs,
             vis,
             name,
             ty,
             ..
         }| quote!(#(#attrs)* #vis #name: #ty,),
    );
    quote! {
        #(#attrs)*
        #vis struct #name {
            #(#fields)*
            __base: #krate::component::Base,
        }
    }
}

fn new(model: &Model) -> TokenStream {
    let Model {
        vis, name, props, ..
    } = model;
    let required: Vec<_> = props.iter().filter(|prop| prop.is_required()).collect();
    let parameters = required.iter().map(|prop| parameter(prop));
    let touched = required.iter().map(|prop| touch(prop, &quote!(__new)));
    let base = starting_base(model);
    let build = quote! { Self { #(#props)* __base: #base } };
    let docs = if required.is_empty() {
        format!("A new `{name}`. Its props are set by the methods of their names.")
    } else {
        format!("A new `{name}`. Its other props are set by the methods of their names.")
    };
    let default = quote! {
        impl __v::Default for #name {
            fn default() -> Self {
                #build
            }
        }
    };
    let by_hand = model.options.manual("new");
    let new = quote! {
        impl #name {
            #[doc = #docs]
            #[must_use]
            #vis fn new(#(#parameters),*) -> Self {
                let mut __new = #build;
                #(#touched)*
                __new
            }
        }
    };
    match (by_hand, required.is_empty()) {
        (true, _) => default,
        (false, false) => new,
        (false, true) => quote! {
            impl #name {
                #[doc = #docs]
                #[must_use]
                #vis fn new() -> Self {
                    __v::Default::default()
                }
            }
            #default
        },
    }
}

fn starting_base(model: &Model) -> TokenStream {
    let kind = model.options.kind.variant();
    let fields = model
        .options
        .base
        .iter()
        .map(|(field, value)| quote!(#field: __v::Into::into(#value),));
    let usual = quote!(__c::Base::new(__c::Kind::#kind));
    if model.options.base.is_empty() {
        usual
    } else {
        quote!(__c::Base { #(#fields)* ..#usual })
    }
}

/// A field in the struct expression that builds a component.
impl ToTokens for Prop {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = &self.name;
        tokens.extend(match &self.start {
            Start::Usual => {
                let ty = &self.ty;
                quote_spanned!(at(ty)=> #name: __c::build::usual::<#ty>(),)
            }
            Start::Value(value) => match self.taken() {
                Taken::Plain => quote!(#name: #value,),
                Taken::Some(_) if is_option(value) => quote!(#name: #value,),
                Taken::Into => quote_spanned!(at(value)=> #name: __v::Into::into(#value),),
                Taken::Some(_) => {
                    quote_spanned!(at(value)=> #name: __v::Some(__v::Into::into(#value)),)
                }
            },
            Start::Given => {
                let given = given(self);
                quote!(#name: #given,)
            }
        });
    }
}

/// Whether the author wrote the `Option` out: `None`, or `Some(…)`.
fn is_option(value: &Expr) -> bool {
    let path = match value {
        Expr::Path(path) => path,
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => path,
            _ => return false,
        },
        _ => return false,
    };
    path.path.is_ident("None") || path.path.is_ident("Some")
}

/// Where these tokens stand, for what is printed about them: a mistake is underlined there, and it
/// is still known that nobody wrote it.
pub(super) fn at(tokens: &impl Spanned) -> Span {
    tokens.span().resolved_at(Span::call_site())
}

/// The parameter by which a prop is given.
fn parameter(prop: &Prop) -> TokenStream {
    let Prop { name, ty, .. } = prop;
    match prop.taken() {
        Taken::Plain => quote!(#name: #ty),
        Taken::Into => quote!(#name: impl __v::Into<#ty>),
        Taken::Some(inner) => quote!(#name: impl __v::Into<#inner>),
    }
}

/// The prop, from its parameter.
fn given(prop: &Prop) -> TokenStream {
    let name = &prop.name;
    match prop.taken() {
        Taken::Plain => quote!(#name),
        Taken::Into => quote!(__v::Into::into(#name)),
        Taken::Some(_) => quote!(__v::Some(__v::Into::into(#name))),
    }
}

fn setter(prop: &Prop) -> Option<TokenStream> {
    if matches!(prop.wire, Wire::Never) {
        return None;
    }
    let Prop { name, vis, .. } = prop;
    let docs = prop.attrs.iter().filter(|attr| is_doc(attr));
    let default = match &prop.start {
        Start::Value(value) => {
            let text = format!("\n\nUnless set: `{}`.", tidy(value));
            quote!(#[doc = #text])
        }
        _ => TokenStream::new(),
    };
    let parameter = parameter(prop);
    let given = given(prop);
    let touch = touch(prop, &quote!(self));
    Some(quote! {
        #(#docs)*
        #default
        #[must_use]
        #vis fn #name(mut self, #parameter) -> Self {
            self.#name = #given;
            #touch
            self
        }
    })
}

/// Notes that a prop was set.
fn touch(prop: &Prop, component: &TokenStream) -> TokenStream {
    let name = &prop.name;
    match &prop.wire {
        Wire::Named(key) => quote!(#component.__base.touch(#key);),
        Wire::Flat => {
            quote!(__c::build::touch_all(&mut #component.__base.touched, &#component.#name);)
        }
        Wire::Never => TokenStream::new(),
    }
}

fn is_doc(attr: &Attribute) -> bool {
    attr.path().is_ident("doc")
}

/// An expression as its author may have written it.
fn tidy(tokens: &impl ToTokens) -> String {
    let text = tokens.to_token_stream().to_string();
    text.replace(" :: ", "::")
        .replace(" . ", ".")
        .replace(" (", "(")
        .replace("( ", "(")
        .replace(" )", ")")
}

fn component(model: &Model) -> TokenStream {
    let Model {
        name,
        options,
        props,
        ..
    } = model;
    let data = data(model);
    let wire = model.wire();
    let client_name = options
        .name
        .as_ref()
        .map(|name| quote!(const NAME: &'static str = #name;));
    let kind = options.kind.variant();
    let events = options.events.iter().map(|event| &event.name);
    let frontend = frontend::constant(model);
    let streaming = options.streaming.then(|| {
        quote!(
            const STREAMING: bool = true;
        )
    });
    let skip_api = options.skip_api || options.kind.is_block();
    let own_props = props
        .iter()
        .filter_map(|Prop { name, ty, wire, .. }| match wire {
            Wire::Named(key) => Some(quote_spanned! {at(ty)=>
                __c::build::put(&mut __props, #key, &self.#name);
            }),
            Wire::Flat => {
                let key = name.to_string();
                Some(quote_spanned! {at(ty)=>
                    __c::build::put_all(&mut __props, #key, &self.#name);
                })
            }
            Wire::Never => None,
        });
    let methods = methods(model);
    let kept = props.iter().map(kept);
    let block = options.kind.is_block().then(|| {
        quote! {
            #[automatically_derived]
            impl __c::Block for #name {}
        }
    });
    quote! {
        #methods
        #block
        #[automatically_derived]
        impl __c::Component for #name {
            type Data = #data;
            type Events = __Events;
            const WIRE: &'static str = #wire;
            #client_name
            const KIND: __c::Kind = __c::Kind::#kind;
            const EVENTS: &'static [&'static str] = &[#(#events),*];
            const SKIP_API: bool = #skip_api;
            #streaming
            #frontend
            const METHODS: __c::Methods<Self> = __methods::all();

            fn base(&self) -> &__c::Base {
                &self.__base
            }
            fn base_mut(&mut self) -> &mut __c::Base {
                &mut self.__base
            }
            fn own_props(&self) -> __v::serde_json::Map<__v::String, __v::serde_json::Value> {
                #[allow(unused_mut, reason = "there may be no props")]
                let mut __props = __v::serde_json::Map::new();
                #(#own_props)*
                __props
            }
            #[allow(unused_variables, reason = "there may be no props")]
            fn keep(&mut self, __before: &Self) {
                #[allow(unused_imports, reason = "most props are `Clone`")]
                use __c::build::{KeepCopied as _, KeepNothing as _};
                #(#kept)*
            }
        }
    }
}

/// Takes a prop over from the component before an update, unless it was set.
fn kept(prop: &Prop) -> TokenStream {
    let Prop { name, ty, wire, .. } = prop;
    let take =
        quote_spanned!(at(ty)=> (&__c::build::Before(&__before.#name)).keep_in(&mut self.#name););
    match wire {
        Wire::Named(key) => quote! {
            if !self.__base.has_touched(#key) { #take }
        },
        Wire::Flat => quote! {
            if !__c::build::is_touched(&self.__base.touched, &self.#name) { #take }
        },
        // Setters of the author's touch what they set, by the name of the field.
        Wire::Never => {
            let key = name.to_string();
            quote! {
                if !self.__base.has_touched(#key) { #take }
            }
        }
    }
}

/// Calls by name, so that a method of the author's takes the place of the derived one.
///
/// The calls stand in a module of their own: of the traits in scope around the struct, one with a
/// method of such a name would make them ambiguous. The struct cannot be named from there if it
/// stands in a function, so a key that is known on both sides carries its type.
fn methods(model: &Model) -> TokenStream {
    let name = &model.name;
    let krate = model.options.krate();
    let server = server::answer(model);
    let streaming = if model.options.streaming {
        quote_spanned!(at(name)=> #krate::__private::Some(Chunks::<Itself>::of()))
    } else {
        quote!(#krate::__private::None)
    };
    let table = quote_spanned! {at(name)=>
        api_info: |component| shape::api_info(component.api_info()),
        example_payload: |component| shape::example_payload(component.example_payload()),
        example_value: |component| shape::example_value(component.example_value()),
        process_example: |component, data| shape::process_example(component.process_example(data)),
        initial_value: |component| shape::initial_value(component.initial_value()),
        check: |component, data| shape::check(component.check(data)),
        flag: |component, data, folder| shape::flag(component.flag(data, folder)),
        read_from_flag: |component, text, folder| shape::read_from_flag::<<Itself as Component>::Data, _>(component.read_from_flag(text, folder)),
        server: |component, name, args| #server,
        streams: |component| shape::streams(component.streams()),
        chunks: #streaming,
        props: |component| shape::props(component.props()),
    };
    let conversions = ["preprocess", "postprocess"]
        .into_iter()
        .filter(|method| model.options.data_model.is_some() && !model.options.manual(method))
        .map(|method| {
            let method = Ident::new(method, at(name));
            quote_spanned! {at(name)=>
                pub(super) fn #method(
                    component: &Itself,
                    data: <Itself as Component>::Data,
                ) -> #krate::__private::Result<<Itself as Component>::Data, Invalid> {
                    use Unchanged as _;
                    shape::#method::<<Itself as Component>::Data, _>(component.#method(data))
                }
            }
        });
    quote! {
        mod __methods {
            #[allow(unused_imports, reason = "not every component has all of it")]
            use #krate::component::{
                Chunks, Component, Derived as _, Invalid, Methods, Typed, Unchanged, shape,
            };
            #[allow(unused_imports, reason = "not every component answers its page side")]
            use #krate::__private::{Some, serve};

            pub(super) struct Key;
            type Itself = <Key as Typed>::Component;
            pub(super) const fn all() -> Methods<Itself> {
                Methods { #table }
            }
            #(#conversions)*
        }
        impl __c::Typed for __methods::Key {
            type Component = #name;
        }
    }
}

/// The data model itself is something a function may take and show: as it is, unless the author
/// wrote a method that changes it.
fn itself(model: &Model) -> TokenStream {
    let name = &model.name;
    let Some(data) = &model.options.data_model else {
        return TokenStream::new();
    };
    let preprocess = (!model.options.manual("preprocess")).then(|| {
        quote_spanned! {at(data)=>
            #[automatically_derived]
            impl __c::Preprocess<#data> for #name {
                fn preprocess(&self, data: #data) -> __v::Result<#data, __c::Invalid> {
                    __methods::preprocess(self, data)
                }
            }
        }
    });
    let postprocess = (!model.options.manual("postprocess")).then(|| {
        quote_spanned! {at(data)=>
            #[automatically_derived]
            impl __c::Postprocess<#data> for #name {
                fn postprocess(&self, value: #data) -> __v::Result<#data, __c::Invalid> {
                    __methods::postprocess(self, value)
                }
            }
        }
    });
    quote!(#preprocess #postprocess)
}

/// What travels; nothing does for a component that only holds others.
fn data(model: &Model) -> Type {
    model
        .options
        .data_model
        .clone()
        .unwrap_or_else(|| syn::parse_quote!(()))
}
