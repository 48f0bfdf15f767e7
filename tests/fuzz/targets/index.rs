//! Any text is an index; what is wrong with it has a line of the text.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| warraq_fuzz::index::check(input));
