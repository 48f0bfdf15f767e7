//! Any words can be looked for in any text; hits stand in order and on
//! characters.

#![no_main]

use libfuzzer_sys::fuzz_target;
use warraq::analysis::Query;

fuzz_target!(|input: (&str, &str)| {
    let (words, text) = input;
    let Some(query) = Query::parse(words) else {
        return;
    };
    let mut end = 0;
    for hit in query.hits(text) {
        assert!(end <= hit.start && hit.start < hit.end);
        assert!(text.get(hit.range()).is_some());
        end = hit.end;
    }
    // What is looked for is found in itself.
    assert!(!query.hits(words).is_empty());
});
