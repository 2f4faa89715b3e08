//! Examples as rows of data, their types gone.

use std::sync::Arc;

use serde_json::Value;

use crate::{
    component::{AnyComponent, Invalid, Postprocess},
    endpoint::{Failure, Values},
    page::Handle,
};

/// The examples of an annotated function, as `#[endpoint(examples = …)]` fills them in.
#[derive(Debug, Default)]
pub struct ExampleRows {
    /// By row, then by parameter; what is null is left alone.
    cells: Vec<Vec<Value>>,
    params: usize,
    pub(crate) errors: Vec<String>,
}

impl ExampleRows {
    /// No rows yet, for a function with so many parameters.
    pub(crate) fn new(params: usize) -> Self {
        Self {
            params,
            ..Self::default()
        }
    }

    /// There are so many rows.
    pub fn rows(&mut self, count: usize) {
        self.cells = vec![vec![Value::Null; self.params]; count];
    }

    /// In `row`, the parameter number `param` is `value`.
    pub fn cell<T, C: Postprocess<T>>(
        &mut self,
        row: usize,
        param: usize,
        component: &C,
        value: T,
    ) {
        match data(component, value) {
            Ok(data) => self.cells[row][param] = data,
            Err(why) => self.errors.push(misfit(row, &why)),
        }
    }

    /// The values of the parameters at `places`, row by row.
    pub(crate) fn of(&self, places: &[usize]) -> Vec<Vec<Value>> {
        let row = |cells: &Vec<Value>| places.iter().map(|&place| cells[place].clone()).collect();
        self.cells.iter().map(row).collect()
    }
}

fn misfit(row: usize, why: &Invalid) -> String {
    format!("example {row} does not fit: {why}")
}

fn data<T, C: Postprocess<T>>(component: &C, value: T) -> Result<Value, Invalid> {
    let data = component.postprocess(value)?;
    serde_json::to_value(data).map_err(|error| error.to_string().into())
}

/// A component on a page, its type gone.
type Column = (usize, Arc<dyn AnyComponent>);

/// Handles that rows of examples fill: `&a` takes plain values, `(&a, &b)` tuples.
///
/// A value is whatever the component shows; where it shows an `Option`, `None` leaves the input
/// alone.
#[diagnostic::on_unimplemented(
    message = "these inputs cannot show an example of the type `{Row}`",
    label = "does not fit `{Row}`",
    note = "for one input, `&a`, a row is a value; for several, `(&a, &b)`, it is a tuple of one value per input"
)]
pub trait Samples<Row> {
    #[doc(hidden)]
    fn columns(&self) -> Vec<Column>;

    #[doc(hidden)]
    fn row(&self, row: Row) -> Vec<Result<Value, Invalid>>;
}

impl<T, C: Postprocess<T>> Samples<T> for &Handle<C> {
    fn columns(&self) -> Vec<Column> {
        vec![column(self)]
    }

    fn row(&self, row: T) -> Vec<Result<Value, Invalid>> {
        vec![data(&**self.component(), row)]
    }
}

fn column<C: crate::component::Component>(handle: &Handle<C>) -> Column {
    let component = Arc::clone(handle.component()) as Arc<dyn AnyComponent>;
    (handle.id(), component)
}

macro_rules! samples {
    ($([$($component:ident $value:ident $index:tt)*])*) => {$(
        impl<$($value, $component: Postprocess<$value>),*> Samples<($($value,)*)> for ($(&Handle<$component>,)*) {
            fn columns(&self) -> Vec<Column> {
                vec![$(column(self.$index)),*]
            }

            fn row(&self, row: ($($value,)*)) -> Vec<Result<Value, Invalid>> {
                vec![$(data(&**self.$index.component(), row.$index)),*]
            }
        }
    )*};
}

samples! {
    [A Ta 0]
    [A Ta 0 B Tb 1]
    [A Ta 0 B Tb 1 C Tc 2]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3 E Te 4]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3 E Te 4 F Tf 5]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3 E Te 4 F Tf 5 G Tg 6]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3 E Te 4 F Tf 5 G Tg 6 H Th 7]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3 E Te 4 F Tf 5 G Tg 6 H Th 7 I Ti 8]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3 E Te 4 F Tf 5 G Tg 6 H Th 7 I Ti 8 J Tj 9]
}

/// Examples of some components.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// All components that the rows have values for, in the order of a function's inputs.
    pub(crate) columns: Vec<Arc<dyn AnyComponent>>,
    pub(crate) rows: Vec<Vec<Value>>,
    /// What did not fit.
    pub(crate) errors: Vec<String>,
}

impl Table {
    /// Takes rows of typed values.
    pub(crate) fn typed<Row>(
        inputs: &impl Samples<Row>,
        rows: impl IntoIterator<Item = Row>,
    ) -> (Self, Vec<usize>) {
        let (ids, columns) = inputs.columns().into_iter().unzip();
        let mut table = Self {
            columns,
            ..Self::default()
        };
        for (number, row) in rows.into_iter().enumerate() {
            let row: Result<_, _> = inputs.row(row).into_iter().collect();
            match row {
                Ok(row) => table.rows.push(row),
                Err(why) => table.errors.push(misfit(number, &why)),
            }
        }
        (table, ids)
    }

    /// The places of the columns with any value.
    pub(crate) fn used(&self) -> Vec<usize> {
        let used = |place: &usize| self.rows.iter().any(|row| !row[*place].is_null());
        (0..self.columns.len()).filter(used).collect()
    }

    /// The values of a row for the columns at `places`, as they are sent.
    pub(crate) fn show(&self, row: usize, places: &[usize]) -> Result<Values, Failure> {
        let cells = &self.rows[row];
        let texts = places.iter().map(|&place| match &cells[place] {
            Value::Null => Ok(r#"{"__type__":"update"}"#.to_owned()),
            data => match self.columns[place].sent(data) {
                Ok(data) => Ok(data.to_string()),
                Err(why) => Err(Failure::unshown(place, &why)),
            },
        });
        let texts: Vec<_> = texts.collect::<Result<_, _>>()?;
        Ok(texts.iter().map(String::as_bytes).collect())
    }
}
