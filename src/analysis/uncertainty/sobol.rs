//! The Sobol sequence: points that fill the unit cube more evenly than random ones.
//!
//! # References
//! - Sobol' (1967), "On the distribution of points in a cube and the approximate evaluation of integrals"
//! - Antonov and Saleev (1979), "An economic method of computing LPτ-sequences": the order by the Gray code
//! - Cranley and Patterson (1976); L'Ecuyer and Lemieux (2002), "Recent advances in randomized quasi-Monte Carlo methods":
//!   the digital shift

use super::directions::{ROWS, Row};

/// The bits of a coordinate: the sequence has 2³² points.
const BITS: usize = 32;
/// The width of the cells that the bits tell apart: 2⁻³².
const CELL: f64 = 1.0 / 4_294_967_296.0;

/// The Sobol sequence in so many dimensions, in the order of the Gray code.
#[derive(Clone, Debug)]
pub struct Sobol {
    directions: Vec<[u32; BITS]>,
    shifts: Vec<u32>,
}

impl Sobol {
    /// The most dimensions that there are direction numbers for.
    pub const DIMENSIONS: usize = ROWS.len() + 1;

    /// The sequence as published; `None` in more dimensions than are known.
    #[must_use]
    pub fn plain(dimensions: usize) -> Option<Self> {
        let first = core::array::from_fn(|bit| 1 << (BITS - 1 - bit));
        let rest = ROWS.get(..dimensions.saturating_sub(1))?.iter().map(directions);
        let directions: Vec<_> = [first].into_iter().chain(rest).take(dimensions).collect();
        Some(Self { shifts: vec![0; dimensions], directions })
    }

    /// The sequence with a digital shift that follows from a seed: as even, and none of its points special.
    #[must_use]
    pub fn shifted(dimensions: usize, seed: u64) -> Option<Self> {
        let mut sobol = Self::plain(dimensions)?;
        let mut state = seed;
        sobol.shifts.iter_mut().for_each(|shift| *shift = high_bits(mixed(&mut state)));
        Some(sobol)
    }

    /// How many dimensions it has.
    #[must_use]
    pub const fn dimensions(&self) -> usize {
        self.shifts.len()
    }

    /// The points from a place on.
    #[must_use]
    pub fn from(&self, place: u32) -> Points<'_> {
        let gray = place ^ (place >> 1);
        let at_place = |(directions, shift): (&[u32; BITS], &u32)| {
            let set = directions.iter().enumerate().filter(|(bit, _)| gray >> bit & 1 == 1);
            set.fold(*shift, |state, (_, direction)| state ^ direction)
        };
        Points { sobol: self, place, state: self.directions.iter().zip(&self.shifts).map(at_place).collect() }
    }
}

/// The points of a sequence, one after another.
#[derive(Clone, Debug)]
pub struct Points<'a> {
    sobol: &'a Sobol,
    place: u32,
    state: Vec<u32>,
}

impl Points<'_> {
    /// Writes the coordinates of the next point, each inside its cell of 2⁻³² and so strictly between zero and one.
    pub fn next(&mut self, point: &mut [f64]) {
        for (coordinate, state) in point.iter_mut().zip(&self.state) {
            *coordinate = (f64::from(*state) + 0.5) * CELL;
        }
        let bit = self.place.trailing_ones();
        self.place = self.place.wrapping_add(1);
        let flipped = usize::try_from(bit).unwrap_or(0);
        for (state, directions) in self.state.iter_mut().zip(&self.sobol.directions) {
            *state ^= directions.get(flipped).unwrap_or(&0);
        }
    }
}

/// All direction numbers of a dimension, from its first and its polynomial.
fn directions((polynomial, first): &Row) -> [u32; BITS] {
    let degree = first.len();
    let mut directions = [0; BITS];
    for (bit, (direction, number)) in directions.iter_mut().zip(*first).enumerate() {
        *direction = number << (BITS - 1 - bit);
    }
    for bit in degree..BITS {
        let back =
            |steps: usize| bit.checked_sub(steps).and_then(|place| directions.get(place)).unwrap_or(&0);
        let terms = (1..degree).filter(|step| polynomial >> (degree - step) & 1 == 1);
        let first = back(degree) ^ (back(degree) >> degree);
        let direction = terms.fold(first, |sum, step| sum ^ back(step));
        directions.get_mut(bit).into_iter().for_each(|place| *place = direction);
    }
    directions
}

/// The next number of SplitMix64: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators".
const fn mixed(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn high_bits(number: u64) -> u32 {
    u32::try_from(number >> BITS).unwrap_or(0)
}
