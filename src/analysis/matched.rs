//! The pools of two clusters, matched one to one where they can be.

use crate::cluster::Pool;
use crate::quantities::order::put_in_order;

/// Where the pools of two sides stand, in the order in which they are compared: those that both have, in the order of the side
/// with fewer, and then those that stand on the other alone.
///
/// Where both have as many, they are matched by place; else by their devices, and what is left of the side with fewer by place
/// with what is left of the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Matched {
    places: Vec<[Option<usize>; 2]>,
}

impl Matched {
    pub(super) fn of([from, to]: [&[Pool]; 2]) -> Self {
        let swapped = from.len() > to.len();
        let (fewer, more) = if swapped { (to, from) } else { (from, to) };
        let partners =
            if from.len() == to.len() { (0..to.len()).map(Some).collect() } else { partners(fewer, more) };
        let alone = (0..more.len())
            .filter(|place| !partners.contains(&Some(*place)))
            .map(|place| [None, Some(place)]);
        let both = partners.iter().enumerate().map(|(place, partner)| [Some(place), *partner]);
        let mut places: Vec<_> = both.chain(alone).collect();
        if swapped {
            places.iter_mut().for_each(|sides| sides.reverse());
        }
        Self { places }
    }

    /// The pools of a side in this order.
    pub(super) fn aligned(&self, side: usize, pools: &[Pool]) -> Vec<Pool> {
        let own = self.places.iter().filter_map(|sides| sides.get(side).copied().flatten());
        own.filter_map(|place| pools.get(place).cloned()).collect()
    }

    /// The pools that stand on one side alone: their place in this order, that side, and their place on it.
    pub(super) fn alone(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let one = |(place, sides): (usize, &[Option<usize>; 2])| match sides {
            [Some(own), None] => Some((place, 0, *own)),
            [None, Some(own)] => Some((place, 1, *own)),
            _ => None,
        };
        self.places.iter().enumerate().filter_map(one)
    }

    /// Whether the sides have them in another order.
    pub(super) fn turns(&self) -> bool {
        let all = |side| self.in_order((0..self.places.len()).collect(), side);
        all(0) != all(1)
    }

    /// Places of this order in that of a side; those that it lacks come last.
    pub(super) fn in_order(&self, mut places: Vec<usize>, side: usize) -> Vec<usize> {
        let own = |place: &usize| self.places.get(*place).and_then(|sides| *sides.get(side)?);
        put_in_order(&mut places, |a, b| own(a).unwrap_or(usize::MAX) < own(b).unwrap_or(usize::MAX));
        places
    }
}

/// The pool that each of the side with fewer goes with: one of the same devices, else any.
fn partners(fewer: &[Pool], more: &[Pool]) -> Vec<Option<usize>> {
    let mut partners: Vec<Option<usize>> = vec![None; fewer.len()];
    for by_device in [true, false] {
        for (place, pool) in fewer.iter().enumerate() {
            let fits = |other: &Pool| !by_device || other.accelerator().id == pool.accelerator().id;
            let free = |other: &usize| !partners.contains(&Some(*other));
            let fitting = more.iter().enumerate().filter(|(_, other)| fits(other)).map(|(other, _)| other);
            let found = fitting.into_iter().find(free);
            if let Some(partner @ None) = partners.get_mut(place) {
                *partner = found;
            }
        }
    }
    partners
}
