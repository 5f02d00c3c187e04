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

    /// Goes down one segment, or several joined by points; returns what [`leave`](Self::leave) takes.
    pub fn enter(&mut self, segment: &str) -> usize {
        let mark = self.0.len();
        if !self.0.is_empty() && !segment.is_empty() {
            self.0.push('.');
        }
        self.0.push_str(segment);
        mark
    }

    /// Comes back up to where [`enter`](Self::enter) went down.
    pub fn leave(&mut self, mark: usize) {
        self.0.truncate(mark);
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

    /// Whether something in here has this path. Lengths are compared first: most paths differ in them.
    #[must_use]
    pub fn leads_to(&self, name: &str, path: &str) -> bool {
        let here = self.0.len();
        if here == 0 {
            return path == name;
        }
        path.len() == here + 1 + name.len()
            && path.as_bytes().get(here) == Some(&b'.')
            && path.ends_with(name)
            && path.starts_with(&self.0)
    }
}
