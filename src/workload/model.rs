//! Models: of a shape, of a stated size, or of a stated compute.

use super::shape::Shape;
use crate::catalogue::{MODELS, ModelRow, find};
use crate::error::Error;
use crate::provenance::Known;
use crate::tables::{Domain, InputVisitor, inputs};

inputs! {
    /// The size of a model as stated, where its shape is not known.
    pub struct Sizes {
        /// Parameters, as stated.
        total_parameters, with_total_parameters: Option<f64>, "", Domain::POSITIVE;
        /// Parameters that a token uses, as stated.
        active_parameters, with_active_parameters: Option<f64>, "", Domain::POSITIVE;
    }
}

/// A model.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    name: String,
    row: Option<&'static ModelRow>,
    shape: Option<Shape>,
    sizes: Sizes,
}

impl Model {
    /// A named model of the catalogue, such as `grok-2` or `llama3.1-405b`.
    ///
    /// # Errors
    /// When there is none of that id: names the nearest.
    pub fn preset(id: &str) -> Result<Self, Error> {
        find(MODELS, id).map(Self::from_row)
    }

    /// A model of a given shape.
    #[must_use]
    pub fn of_shape(name: &str, shape: Shape) -> Self {
        let sizes = Sizes::from_known(None::<Known<f64>>, None::<Known<f64>>);
        Self { name: name.to_owned(), row: None, shape: Some(shape), sizes }
    }

    /// A model of which only the number of parameters is known: those a token uses, all of them if dense.
    #[must_use]
    pub fn of_parameters(name: &str, active: f64) -> Self {
        let sizes = Sizes::from_known(None::<Known<f64>>, Some(Known::given(active)));
        Self { name: name.to_owned(), row: None, shape: None, sizes }
    }

    /// A model of which nothing is known but its name.
    #[must_use]
    pub fn unknown(name: &str) -> Self {
        let sizes = Sizes::from_known(None::<Known<f64>>, None::<Known<f64>>);
        Self { name: name.to_owned(), row: None, shape: None, sizes }
    }

    pub(crate) fn from_row(row: &'static ModelRow) -> Self {
        let billions = |value: Option<f64>| value.map(|value| Known::exact(value * 1e9, &row.evidence));
        let shape = row.shape.as_ref().map(|shape| Shape::of(shape, &row.evidence));
        let sizes = Sizes::from_known(billions(row.total_billions), billions(row.active_billions));
        Self { name: row.id.to_owned(), row: Some(row), shape, sizes }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The same under another name.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    /// The catalogue's row it was built from.
    #[must_use]
    pub const fn row(&self) -> Option<&'static ModelRow> {
        self.row
    }

    /// Its shape, where that is known.
    #[must_use]
    pub const fn shape(&self) -> Option<&Shape> {
        self.shape.as_ref()
    }

    /// Whether its tokens would give its compute: its shape is known, or its active parameters.
    pub(crate) const fn is_sized(&self) -> bool {
        self.shape.is_some() || self.sizes.active_parameters().is_some()
    }

    /// Its size as stated.
    #[must_use]
    pub const fn sizes(&self) -> &Sizes {
        &self.sizes
    }

    pub(crate) fn visit(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        let mark = visitor.enter("model");
        match &mut self.shape {
            Some(shape) => shape.visit_inputs(visitor)?,
            None => self.sizes.visit_inputs(visitor)?,
        }
        visitor.leave(mark);
        Ok(())
    }

    /// Refuses a shape whose parts exclude each other.
    pub(crate) fn check_consistent(&self) -> Result<(), Error> {
        self.shape.as_ref().map_or(Ok(()), |shape| shape.check_consistent())
    }

    pub(crate) fn check_all(&self) -> Result<(), Error> {
        if let Some(shape) = &self.shape {
            shape.check_at(&|| "model".to_owned())?;
        }
        self.check_consistent()?;
        self.sizes.check_at(&|| "model".to_owned())
    }
}
