//! Any bytes are settings, and settings are read as they were written.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| warraq_fuzz::settings::check(input));
