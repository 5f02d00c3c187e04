//! Where a function of one input passes a value, and where it turns.
//!
//! Roots by the ITP method: Oliveira and Takahashi (2020), "An Enhancement of the Bisection Method Average Performance
//! Preserving Minmax Optimality", ACM Transactions on Mathematical Software 47(1), 5. It takes no more steps than bisection
//! plus one, and on smooth functions about as few as the secant. Turning points by the golden section: Kiefer (1953).

/// A place, and the function there.
pub(crate) type Point = (f64, f64);

/// A function of one input; `None` where it has no value.
pub(crate) type Function<'a> = &'a mut dyn FnMut(f64) -> Option<f64>;

/// Steps beyond those of bisection that the method may take (n₀ of its authors).
const SLACK: f64 = 1.0;
/// How far the estimate is truncated towards the middle (κ₁ of its authors, over the first bracket; κ₂ is two).
const TRUNCATION: f64 = 0.2;
/// No bracket of numbers takes more steps.
const MOST_STEPS: u32 = 2_200;
/// How narrow a bracket is at the end, over its larger end.
const NARROW: f64 = 4.0 * f64::EPSILON;

/// How wide a bracket may be left.
pub(crate) fn width(a: f64, b: f64) -> f64 {
    (NARROW * a.abs().max(b.abs())).max(f64::MIN_POSITIVE)
}

/// Narrows a bracket over which a function changes its sign, to neighbouring numbers about; `None` where the function has
/// no value on the way.
pub(crate) fn narrowed(function: Function, mut a: Point, mut b: Point) -> Option<(Point, Point)> {
    let first = b.0 - a.0;
    let end = width(a.0, b.0);
    let half = f64::ceil(libm::log2(first / end)).max(0.0) + SLACK;
    let mut reach = end / 2.0 * libm::exp2(half);
    for _ in 0..MOST_STEPS {
        if b.0 - a.0 <= end {
            break;
        }
        let x = next(a, b, first, reach);
        let y = function(x)?;
        reach /= 2.0;
        match () {
            () if y == 0.0 => return Some(((x, y), (x, y))),
            () if (y > 0.0) == (b.1 > 0.0) => b = (x, y),
            () => a = (x, y),
        }
    }
    Some((a, b))
}

/// The next place: interpolated, truncated towards the middle, and projected to where bisection would not be worse.
fn next(a: Point, b: Point, first: f64, reach: f64) -> f64 {
    let (width, middle) = (b.0 - a.0, f64::midpoint(a.0, b.0));
    let radius = reach - width / 2.0;
    let secant = (b.1 * a.0 - a.1 * b.0) / (b.1 - a.1);
    if !secant.is_finite() {
        return middle;
    }
    let towards = (middle - secant).signum();
    let truncation = TRUNCATION / first * width * width;
    let truncated =
        if truncation <= (middle - secant).abs() { secant + towards * truncation } else { middle };
    let projected =
        if (truncated - middle).abs() <= radius { truncated } else { middle - towards * radius.max(0.0) };
    if projected > a.0 && projected < b.0 { projected } else { middle }
}

/// Narrows a bracket over which a condition changes, to neighbouring numbers, or whole ones: the last place where it is as
/// at the low end, and the first where it is as at the high end.
pub(crate) fn changed(
    holds: &mut dyn FnMut(f64) -> bool,
    mut low: f64,
    mut high: f64,
    whole: bool,
) -> (f64, f64) {
    let at_low = holds(low);
    let end = if whole { 1.0 } else { width(low, high) };
    for _ in 0..MOST_STEPS {
        let middle = f64::midpoint(low, high);
        let middle = if whole { f64::floor(middle) } else { middle };
        if high - low <= end || middle <= low || middle >= high {
            break;
        }
        if holds(middle) == at_low { low = middle } else { high = middle }
    }
    (low, high)
}

/// Steps of a golden section: each leaves 0.618 of the bracket, so that these leave a ten-thousandth of a millionth.
const SECTIONS: u32 = 48;
/// The golden section.
const GOLDEN: f64 = 0.618_033_988_749_894_9;

/// The lowest place of a function between two, where it has one; of its negative the highest.
pub(crate) fn lowest(function: Function, low: f64, high: f64) -> Option<Point> {
    let (mut low, mut high) = (low, high);
    let mut a = (high - GOLDEN * (high - low), 0.0);
    let mut b = (low + GOLDEN * (high - low), 0.0);
    (a.1, b.1) = (function(a.0)?, function(b.0)?);
    for _ in 0..SECTIONS {
        if a.1 < b.1 {
            (high, b) = (b.0, a);
            a.0 = high - GOLDEN * (high - low);
            a.1 = function(a.0)?;
        } else {
            (low, a) = (a.0, b);
            b.0 = low + GOLDEN * (high - low);
            b.1 = function(b.0)?;
        }
    }
    Some(if a.1 < b.1 { a } else { b })
}
