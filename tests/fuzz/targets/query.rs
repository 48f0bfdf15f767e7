//! Any text can be read as a query and asked of any texts: problems and hits
//! stand on characters, the order is kept, and what was read is read again.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: (&str, [&str; 3], u8)| warraq_fuzz::query::check(input));
