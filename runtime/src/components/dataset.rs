//! `Dataset`: samples to choose from.

use std::sync::Arc;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

use crate::{
    component,
    component::{AnyComponent, Component, Derived, Invalid, Postprocess, Preprocess},
};

/// Samples to choose from, each a row of values of components.
///
/// A function takes the row that was chosen: its number as a `usize`, its values as a [`Sample`],
/// or both as a pair.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn greetings(ui: &mut Ui) {
///     let samples = [("Ada", 3), ("Grace", 1)];
///     let people = ui.add(Dataset::new((Textbox::new().label("Name"), Number::new().label("Times")), samples));
///     let greeting = ui.add(Textbox::new().label("Greeting"));
///     people.click(|Sample((name, times)): Sample<(String, usize)>| format!("Hello {name}").repeat(times), &people, &greeting);
/// }
/// ```
#[component(
    data_model = Option<usize>,
    events(click, select, change),
    manual(new, preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Dataset {
    #[prop(skip)]
    components: Vec<Arc<dyn AnyComponent>>,
    /// As they travel.
    #[prop(skip)]
    samples: Vec<Vec<Value>>,
    /// What stands above the columns; the labels of their components unless set.
    pub headers: Option<Vec<String>>,
    /// How the samples are laid out; one column is a gallery, several are a table unless set.
    pub layout: Option<DatasetLayout>,
    /// How many samples stand on a page.
    #[prop(default = 10)]
    pub samples_per_page: u32,
    /// What stands in place of a sample's values.
    pub sample_labels: Option<Vec<String>>,
}

/// How a [`Dataset`] lays its samples out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DatasetLayout {
    /// Side by side, as many as fit.
    Gallery,
    /// One below the other, a column for each component.
    Table,
}

/// The values of the row of a [`Dataset`] that was chosen: the value of its one column, or a tuple.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample<T>(pub T);

/// The components that a row of type `Row` is shown in: one for each of its values.
pub trait Columns<Row> {
    #[doc(hidden)]
    fn columns(&self) -> Vec<Arc<dyn AnyComponent>>;

    #[doc(hidden)]
    fn row(&self, row: Row) -> Vec<Result<Value, Invalid>>;
}

macro_rules! columns {
    ($([$($component:ident $value:ident $index:tt)*])*) => {$(
        impl<$($component: Postprocess<$value> + Clone, $value),*> Columns<($($value,)*)> for ($($component,)*) {
            fn columns(&self) -> Vec<Arc<dyn AnyComponent>> {
                vec![$(Arc::new(self.$index.clone())),*]
            }

            fn row(&self, row: ($($value,)*)) -> Vec<Result<Value, Invalid>> {
                vec![$(sent(&self.$index, row.$index)),*]
            }
        }
    )*};
}

columns! {
    [A Ta 0]
    [A Ta 0 B Tb 1]
    [A Ta 0 B Tb 1 C Tc 2]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3 E Te 4]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3 E Te 4 F Tf 5]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3 E Te 4 F Tf 5 G Tg 6]
    [A Ta 0 B Tb 1 C Tc 2 D Td 3 E Te 4 F Tf 5 G Tg 6 H Th 7]
}

fn sent<T, C: Postprocess<T>>(component: &C, value: T) -> Result<Value, Invalid> {
    let data = component.postprocess(value)?;
    serde_json::to_value(data).map_err(|error| error.to_string().into())
}

impl Dataset {
    /// Samples of several components: a tuple of values for each row.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "the components are the dataset's own from now on"
    )]
    #[must_use]
    pub fn new<Row>(columns: impl Columns<Row>, rows: impl IntoIterator<Item = Row>) -> Self {
        let mut dataset = Self {
            components: columns.columns(),
            ..Self::default()
        };
        for (number, row) in rows.into_iter().enumerate() {
            let row: Result<Vec<_>, _> = columns.row(row).into_iter().collect();
            match row {
                Ok(row) => dataset.samples.push(row),
                Err(why) => Component::base_mut(&mut dataset)
                    .errors
                    .push(format!("sample {number} does not fit: {why}")),
            }
        }
        dataset.touch_samples();
        dataset
    }

    /// Samples of components whose types no longer matter, as their data travels.
    pub(crate) fn erased(columns: Vec<Arc<dyn AnyComponent>>, rows: Vec<Vec<Value>>) -> Self {
        let mut dataset = Self {
            components: columns,
            samples: rows,
            ..Self::default()
        };
        dataset.touch_samples();
        dataset
    }

    /// Notes what went wrong while samples were read.
    pub(crate) fn add_errors(&mut self, errors: &[String]) {
        Component::base_mut(self).errors.extend_from_slice(errors);
    }

    fn touch_samples(&mut self) {
        for prop in ["components", "component_props", "samples", "headers"] {
            Component::base_mut(self).touch(prop);
        }
    }

    /// Samples of one component.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// let colours = Dataset::of(Textbox::new(), ["red", "green"]).label("Colours");
    /// # let _ = colours;
    /// ```
    #[must_use]
    pub fn of<T, C>(column: C, values: impl IntoIterator<Item = T>) -> Self
    where
        C: Postprocess<T> + Clone,
    {
        Self::new((column,), values.into_iter().map(|value| (value,)))
    }

    fn api_info(&self) -> Value {
        json!({"type": "integer", "description": "index of selected example"})
    }

    fn example_payload(&self) -> Value {
        json!(0)
    }

    fn check(&self, chosen: &Option<usize>) -> Result<(), Invalid> {
        match *chosen {
            Some(index) if index >= self.samples.len() => Err(format!(
                "there is no sample {index}; there are {}, counted from 0",
                self.samples.len()
            )
            .into()),
            _ => Ok(()),
        }
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        let each = |of: fn(&dyn AnyComponent) -> Value| -> Value {
            self.components.iter().map(|column| of(&**column)).collect()
        };
        props.insert("components".into(), each(|column| json!(column.wire())));
        props.insert(
            "component_props".into(),
            each(|column| column.props().into()),
        );
        if self.headers.is_none() {
            let labels = self
                .components
                .iter()
                .map(|column| column.base().label.clone());
            let headers: Option<Vec<_>> = (self.components.len() > 1)
                .then(|| labels.map(Option::unwrap_or_default).collect());
            props.insert("headers".into(), json!(headers.unwrap_or_default()));
        }
        let shown = self.samples.iter().map(|row| {
            let cells = self.components.iter().zip(row);
            cells
                .map(|(column, value)| column.process_example(value))
                .collect::<Value>()
        });
        props.insert("samples".into(), shown.collect());
        props.insert("type".into(), json!("values"));
        props
    }

    fn chosen(&self, index: Option<usize>) -> Result<(usize, &[Value]), Invalid> {
        let index = index.ok_or("choose a sample first")?;
        let row = self.samples.get(index).ok_or("there is no such sample")?;
        Ok((index, row))
    }
}

impl Preprocess<Option<usize>> for Dataset {
    fn preprocess(&self, index: Option<usize>) -> Result<Option<usize>, Invalid> {
        Ok(index)
    }
}

impl Preprocess<usize> for Dataset {
    fn preprocess(&self, index: Option<usize>) -> Result<usize, Invalid> {
        self.chosen(index).map(|(index, _)| index)
    }
}

impl<T: DeserializeOwned> Preprocess<Sample<T>> for Dataset {
    fn preprocess(&self, index: Option<usize>) -> Result<Sample<T>, Invalid> {
        let (_, row) = self.chosen(index)?;
        let values = match row {
            [only] => {
                serde_json::from_value(only.clone()).or_else(|_| serde_json::from_value(json!(row)))
            }
            several => serde_json::from_value(json!(several)),
        };
        values.map(Sample).map_err(|error| error.to_string().into())
    }
}

impl<T: DeserializeOwned> Preprocess<(usize, Sample<T>)> for Dataset {
    fn preprocess(&self, index: Option<usize>) -> Result<(usize, Sample<T>), Invalid> {
        let sample = self.preprocess(index)?;
        Ok((self.preprocess(index)?, sample))
    }
}

impl Postprocess<Option<usize>> for Dataset {
    fn postprocess(&self, index: Option<usize>) -> Result<Option<usize>, Invalid> {
        Ok(index)
    }
}

impl Postprocess<usize> for Dataset {
    fn postprocess(&self, index: usize) -> Result<Option<usize>, Invalid> {
        Ok(Some(index))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_props, read};
    use super::super::{Number, Textbox};
    use super::*;

    fn people() -> Dataset {
        let columns = (Textbox::new().label("Name"), Number::new().label("Age"));
        Dataset::new(columns, [("Ada", 36), ("Grace", 85)])
    }

    #[test]
    fn samples_are_sent_as_their_components_show_them() {
        let props = AnyComponent::props(&people());
        assert_eq!(props["components"], json!(["textbox", "number"]));
        assert_eq!(props["headers"], json!(["Name", "Age"]));
        assert_eq!(props["samples"], json!([["Ada", 36], ["Grace", 85]]));
        assert_eq!(props["component_props"][0]["lines"], 1);
    }

    #[test]
    fn one_column_needs_no_header() {
        let letters = Dataset::of(Textbox::new(), ["a", "b"]).samples_per_page(5);
        let component_props: Value = [AnyComponent::props(&Textbox::new())]
            .into_iter()
            .map(Value::from)
            .collect();
        let own = json!({
            "components": ["textbox"], "component_props": component_props, "headers": [],
            "samples": [["a"], ["b"]], "samples_per_page": 5, "type": "values",
        });
        assert_props(&letters, own);
    }

    #[test]
    fn a_row_is_given_by_number_or_by_value() {
        assert_eq!(read::<usize>(&people(), "1"), Ok(1));
        let grace = Sample(("Grace".to_owned(), 85));
        assert_eq!(
            read::<Sample<(String, u8)>>(&people(), "1"),
            Ok(grace.clone())
        );
        assert_eq!(
            read::<(usize, Sample<(String, u8)>)>(&people(), "1"),
            Ok((1, grace))
        );
        let letters = Dataset::of(Textbox::new(), ["a"]);
        assert_eq!(
            read::<Sample<String>>(&letters, "0"),
            Ok(Sample("a".into()))
        );
    }

    #[test]
    fn there_is_no_row_beyond_the_last() {
        assert_eq!(
            read::<usize>(&people(), "2"),
            Err("there is no sample 2; there are 2, counted from 0".into())
        );
        assert_eq!(
            read::<usize>(&people(), "null"),
            Err("choose a sample first".into())
        );
    }
}
