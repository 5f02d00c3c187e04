//! Putting short lists in order.

/// Puts a short list in order; equal ones stay in theirs. By insertion: std's sorts are kilobytes of WebAssembly for every type.
pub(crate) fn put_in_order<T>(list: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let is_before = |list: &[T], place: usize| {
            let pair = list.get(place - 1).zip(list.get(place));
            pair.is_some_and(|(earlier, later)| before(later, earlier))
        };
        let mut place = end;
        while place > 0 && is_before(list, place) {
            list.swap(place - 1, place);
            place -= 1;
        }
    }
}
