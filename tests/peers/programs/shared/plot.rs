//! The plot of growth: time and memory over articles, both logarithmic.

use anyhow::anyhow;
use plotters::prelude::*;
use std::path::Path;

/// A curve: the column, what it is called, its unit, and its colour.
const CURVES: [(&str, &str, f64, RGBColor); 5] = [
    ("read", "reading, s", 1e9, RGBColor(0x8C, 0x50, 0x0F)),
    ("index", "indexing, s", 1e9, RGBColor(0x2F, 0x4B, 0x99)),
    (
        "open",
        "opening from the cache, s",
        1e9,
        RGBColor(0x0F, 0x5C, 0x56),
    ),
    ("peak", "peak memory, GB", 1e9, RGBColor(0x7B, 0x2D, 0x5B)),
    ("disk", "index on disk, GB", 1e9, RGBColor(0x6A, 0x5A, 0x1F)),
];

/// The points of a column: articles, and its number in base units.
type Points = anyhow::Result<Vec<(u64, u64)>>;

/// Writes the plot to `path`; `points` gives those of a column.
pub(crate) fn write(path: &Path, points: &dyn Fn(&str) -> Points) -> anyhow::Result<()> {
    let area = SVGBackend::new(path, (760, 480)).into_drawing_area();
    let fault = |error: &dyn std::fmt::Display| anyhow!("the plot: {error}");
    area.fill(&RGBColor(0xFB, 0xF8, 0xF1))
        .map_err(|e| fault(&e))?;
    let mut chart = ChartBuilder::on(&area)
        .margin(16)
        .x_label_area_size(44)
        .y_label_area_size(64)
        .build_cartesian_2d(
            (800.0..1_300_000.0_f64).log_scale(),
            (0.001..100.0_f64).log_scale(),
        )
        .map_err(|e| fault(&e))?;
    chart
        .configure_mesh()
        .x_desc("articles")
        .y_desc("seconds, gigabytes")
        .disable_mesh()
        .draw()
        .map_err(|e| fault(&e))?;
    for (column, name, unit, color) in CURVES {
        #[expect(clippy::cast_precision_loss, reason = "a point of a plot")]
        let points: Vec<(f64, f64)> = points(column)?
            .into_iter()
            .map(|(articles, number)| (articles as f64, number as f64 / unit))
            .collect();
        chart
            .draw_series(LineSeries::new(points.clone(), color.stroke_width(2)).point_size(4))
            .map_err(|e| fault(&e))?
            .label(name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], color.stroke_width(2)));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .draw()
        .map_err(|e| fault(&e))?;
    area.present().map_err(|e| fault(&e))
}
