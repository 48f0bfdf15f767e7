//! Points and the whole numbers that plotters counts in.

/// Units of plotters in a point: it places marks on whole numbers, and sixteen
/// to a point are finer than any screen.
const PER_POINT: f32 = 16.0;

/// Points as units.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, and no chart has a hundred million points"
)]
pub(super) fn units(points: f32) -> i32 {
    (points * PER_POINT).round() as i32
}

/// Points as units, for sizes; negative ones are 0.
pub(super) fn size_units(points: f32) -> u32 {
    u32::try_from(units(points)).unwrap_or(0)
}

/// Units as points.
#[expect(clippy::cast_precision_loss, reason = "a place in a chart")]
pub(super) fn points(units: i32) -> f32 {
    units as f32 / PER_POINT
}

/// A size in units as points.
pub(super) fn size_points(units: u32) -> f32 {
    points(i32::try_from(units).unwrap_or(i32::MAX))
}

/// A number of things as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "counts of what is drawn")]
pub(super) const fn count(n: usize) -> f32 {
    n as f32
}
