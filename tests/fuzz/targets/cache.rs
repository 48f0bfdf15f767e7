//! Any bytes are a cache, or are told to be none; nothing that passes the
//! checks stumbles when it is used.

#![no_main]

libfuzzer_sys::fuzz_target!(
    |input: warraq_fuzz::cache::Input<'_>| warraq_fuzz::cache::check(input)
);
