//! Any text is an entity file; what is read of it can be looked for.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| warraq_fuzz::entities::check(input));
