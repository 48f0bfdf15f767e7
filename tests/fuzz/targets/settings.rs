//! Any bytes are settings, and settings are read as they were written.

#![no_main]

use libfuzzer_sys::fuzz_target;
use warraq::app::settings::parse;

fuzz_target!(|bytes: &[u8]| {
    let (settings, _) = parse(bytes);
    let Ok(json) = settings.to_json() else {
        panic!("not written: {settings:?}");
    };
    let (again, warnings) = parse(json.as_bytes());
    assert!(warnings.is_empty(), "{warnings:?}");
    assert_eq!(again, settings);
});
