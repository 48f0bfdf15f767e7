//! Any bytes are settings, and settings are read as they were written.

use warraq::app::settings::parse;

/// Panics where what must hold does not.
pub fn check(bytes: &[u8]) {
    let (settings, _) = parse(bytes);
    let Ok(json) = settings.to_json() else {
        panic!("not written: {settings:?}");
    };
    let (again, warnings) = parse(json.as_bytes());
    assert!(warnings.is_empty(), "{warnings:?}");
    assert_eq!(again, settings);
}
