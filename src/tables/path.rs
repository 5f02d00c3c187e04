//! Paths: where an input or a figure stands, such as `cluster.pools.0.count`.

/// A path being walked by a visitor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(String);

impl Path {
    /// The empty path.
    #[must_use]
    pub const fn new() -> Self {
        Self(String::new())
    }

    /// Goes down one segment (or several, joined by points).
    pub fn enter(&mut self, segment: &str) {
        if !self.0.is_empty() && !segment.is_empty() {
            self.0.push('.');
        }
        self.0.push_str(segment);
    }

    /// Comes back up to where the path was so many bytes long (see [`len`](Self::len)).
    pub fn leave(&mut self, length: usize) {
        self.0.truncate(length);
    }

    /// How many bytes long it is.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether this is the empty path.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path of something in here.
    #[must_use]
    pub fn join(&self, name: &str) -> String {
        if self.0.is_empty() { name.to_owned() } else { format!("{}.{name}", self.0) }
    }
}
