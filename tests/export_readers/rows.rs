//! Comma-separated values.

use super::{Found, Told};
use warraq::entity::export::CsvCells;

pub(crate) fn read_rows(bytes: &[u8], cells: CsvCells) -> Vec<Found> {
    let bytes = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(bytes);
    let names = reader.headers().expect("names").clone();
    let found = reader.records().map(|row| {
        let row = row.expect("a row");
        let mut told: Told = names
            .iter()
            .zip(&row)
            .map(|(name, cell)| {
                if cells == CsvCells::Guarded {
                    assert!(
                        !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                        "{cell:?}"
                    );
                    return (name, cell.strip_prefix('\'').unwrap_or(cell));
                }
                (name, cell)
            })
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect();
        let mut take = |name: &str| told.remove(name).expect("a column");
        let (file, text, tag) = (take("file"), take("text"), take("type"));
        let (start, end) = (take("start"), take("end"));
        let (start, end) = (start.parse().expect("start"), end.parse().expect("end"));
        assert_eq!(take("title"), "=عنوان & \u{1} <\"x\">\n");
        assert_eq!(
            (take("date"), take("source")),
            ("2020-10".into(), "الجزيرة".into())
        );
        assert_eq!(take("en"), if tag == "PER" { "@name" } else { "" });
        take("ar");
        told.retain(|_, cell| !cell.is_empty());
        Found {
            file,
            start,
            end,
            text,
            tag,
            told,
        }
    });
    found.collect()
}
