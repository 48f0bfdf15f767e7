//! Which libraries are optimised: the same ones for the tests and for the
//! program, so that what is hot is decided once.

use std::collections::BTreeSet;

/// Names of the libraries that `profile` of a `Cargo.toml` singles out.
fn singled_out<'a>(manifest: &'a str, profile: &str) -> BTreeSet<&'a str> {
    let head = format!("[profile.{profile}.package]\n");
    manifest
        .split_once(head.as_str())
        .map(|(_, rest)| rest.split("\n\n").next().unwrap_or_default())
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn tests_and_program_optimise_the_same_libraries() {
    let manifest = include_str!("../../Cargo.toml");
    let tests = singled_out(manifest, "dev");
    assert!(tests.contains("\"*\""), "the list was found: {tests:?}");
    assert_eq!(tests, singled_out(manifest, "release"));
}

#[test]
fn a_library_of_one_list_alone_is_seen() {
    let manifest = "[profile.dev.package]\na = 1\nb = 1\n\n[profile.release.package]\na = 3\n";
    assert_ne!(
        singled_out(manifest, "dev"),
        singled_out(manifest, "release")
    );
}
