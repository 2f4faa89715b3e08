//! `examples = […]`: rows of values for the parameters, each of its parameter's type.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Expr, Lit, LitStr, Signature, Type};

use super::{check::Model, expand::converted, settings::is_none};
use crate::{
    errors::Errors,
    func::at,
    options::{Options, literal},
};

/// Where examples come from.
pub(crate) enum Examples {
    /// They are written here, a tuple for each row.
    Rows(Vec<Expr>),
    /// They are files of a folder, or rows that were flagged there.
    Folder(LitStr),
}

pub(super) fn read(options: &mut Options, errors: &mut Errors) -> Option<Examples> {
    let given = options.take("examples")?;
    match (&given.value, literal(&given.value)) {
        (_, Some(Lit::Str(folder))) => Some(Examples::Folder(folder.clone())),
        (Expr::Array(rows), _) => Some(Examples::Rows(rows.elems.iter().cloned().collect())),
        _ => given.refuse("are rows in brackets, or the path of a folder", errors),
    }
}

/// The values of a row: those of a tuple, or a single one. A function whose only parameter is a
/// tuple takes it whole.
fn cells(row: &Expr, takes_tuple: bool) -> Vec<&Expr> {
    match row {
        Expr::Tuple(tuple) if !takes_tuple => tuple.elems.iter().collect(),
        Expr::Paren(one) if !takes_tuple => vec![&one.expr],
        one => vec![one],
    }
}

/// `_` and `None` leave an input alone.
fn is_left_alone(cell: &Expr) -> bool {
    matches!(cell, Expr::Infer(_)) || is_none(cell)
}

fn takes_tuple(types: &[&Type]) -> bool {
    matches!(types, [Type::Tuple(_)])
}

impl Examples {
    /// No row has more values than the function has parameters.
    pub(super) fn check(&self, params: usize, sig: &Signature, errors: &mut Errors) {
        let Self::Rows(rows) = self else { return };
        let types: Vec<_> = sig.inputs.iter().filter_map(typed).collect();
        for row in rows {
            if let Some(surplus) = cells(row, takes_tuple(&types)).get(params) {
                let name = &sig.ident;
                let count = match params {
                    0 => "no parameters".into(),
                    1 => "1 parameter".into(),
                    several => format!("{several} parameters"),
                };
                errors.at(
                    surplus,
                    format!("`{name}` has {count}: leave this value out"),
                );
            }
        }
    }
}

fn typed(input: &syn::FnArg) -> Option<&Type> {
    match input {
        syn::FnArg::Typed(input) => Some(&*input.ty),
        syn::FnArg::Receiver(_) => None,
    }
}

/// The entry in the table of options.
pub(super) fn option(examples: &Examples) -> TokenStream {
    match examples {
        Examples::Rows(_) => quote! { examples: __v::Some(__v::Examples::Rows(__examples)), },
        Examples::Folder(folder) => {
            quote! { examples: __v::Some(__v::Examples::Folder(#folder)), }
        }
    }
}

/// The function that makes the rows, one column after the other.
pub(super) fn rows(model: &Model<'_>) -> Option<TokenStream> {
    let Some(Examples::Rows(rows)) = &model.settings.examples else {
        return None;
    };
    let types: Vec<_> = model.params.iter().map(|param| param.ty).collect();
    let rows: Vec<_> = rows
        .iter()
        .map(|row| cells(row, takes_tuple(&types)))
        .collect();
    let count = rows.len();
    let columns = model.params.iter().enumerate().map(|(place, param)| {
        let ty = param.ty;
        let given: Vec<_> = rows
            .iter()
            .enumerate()
            .filter_map(|(row, cells)| Some((row, *cells.get(place)?)))
            .filter(|(_, cell)| !is_left_alone(cell))
            .map(|(row, cell)| {
                let value = converted(cell, ty);
                quote_spanned! {at(cell)=> __e.cell::<#ty, _>(#row, #place, &__c, #value); }
            })
            .collect();
        (!given.is_empty()).then(|| {
            let component = if let Some(input) = &param.input {
                quote_spanned! {at(input)=> #input }
            } else {
                quote_spanned! {at(ty)=> (&&&&__v::Probe::<#ty>::new()).sampled() }
            };
            quote! {{ let __c = #component; #(#given)* }}
        })
    });
    let columns = columns.flatten();
    Some(quote! {
        fn __examples(__e: &mut __v::ExampleRows) {
            use __v::probe::methods::*;
            __e.rows(#count);
            #(#columns)*
        }
    })
}
