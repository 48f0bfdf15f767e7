//! Any bytes are text with `\n` at its line ends, or are told to be no text.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| warraq_fuzz::decode::check(input));
