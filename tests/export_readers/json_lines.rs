//! JSON Lines.

use super::{Found, told_of_json};

pub(crate) fn read_json_lines(bytes: &[u8]) -> Vec<Found> {
    let lines = std::str::from_utf8(bytes)
        .expect("UTF-8")
        .split_terminator('\n');
    let found = lines.map(|line| {
        let object: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let mut told = told_of_json(&object);
        let mut take = |name: &str| told.remove(name).expect("a key");
        let (file, text, tag) = (take("file"), take("text"), take("type"));
        let (start, end) = (take("start"), take("end"));
        let (start, end) = (start.parse().expect("start"), end.parse().expect("end"));
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
