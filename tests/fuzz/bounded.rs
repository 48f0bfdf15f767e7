//! Every fuzz target on inputs made of good ones, without libFuzzer and without
//! knowing what the inputs reach. Says how many were tried; the first that
//! fails is kept and named.
//!
//! `WARRAQ_FUZZ_SECONDS` is the time of all targets together, without it a few
//! inputs each; `WARRAQ_FUZZ_SEED` begins elsewhere.
#![expect(clippy::print_stderr, reason = "the run tells how much was tried")]

use crate::fuzz::mutation::{Random, input};
use crate::fuzz::{cache, decode, entities, index, query, settings};
use arbitrary::{Arbitrary, Unstructured};
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// Longer than any input may take.
const LONGEST: Duration = Duration::from_secs(10);

/// A target: its name, good inputs, and what is checked.
struct Target {
    name: &'static str,
    samples: &'static [&'static [u8]],
    check: fn(&[u8]),
}

/// Checks what the bytes say to a target whose input has parts, as libFuzzer
/// would; bytes that say nothing are no input.
fn of_parts<'a, T: Arbitrary<'a>>(bytes: &'a [u8], check: fn(T)) {
    if let Ok(input) = T::arbitrary_take_rest(Unstructured::new(bytes)) {
        check(input);
    }
}

/// Gives the text of the bytes, with what is no Unicode replaced.
fn of_text(bytes: &[u8], check: fn(&str)) {
    check(&String::from_utf8_lossy(bytes));
}

const ARTICLES: [&[u8]; 3] = [
    include_bytes!("../../seeds/01-ganja-strike.txt"),
    include_bytes!("../../seeds/04-september-offensive.txt"),
    b"\xC7\xE1\xD3\xE1\xC7\xE3 \xDA\xE1\xED\xDF\xE3\r\n\r\n\xC8\xC7\xDF\xE6\r\n",
];
const TARGETS: [Target; 6] = [
    Target {
        name: "decode",
        samples: &ARTICLES,
        check: decode::check,
    },
    Target {
        name: "index",
        samples: &[
            include_bytes!("../../seeds/INDEX.md"),
            "# م\n\n- [خبر](a.txt), صحيفة, 2021-02-03\n- [آخر](b.txt)\n".as_bytes(),
        ],
        check: |bytes| of_text(bytes, index::check),
    },
    Target {
        name: "entities",
        samples: &[
            include_bytes!("../../seeds/entities.toml"),
            "[[reading]]\nfile = \"a.txt\"\ntext = \"باكو\"\nstart = 4\nname = false\n".as_bytes(),
        ],
        check: |bytes| of_text(bytes, entities::check),
    },
    Target {
        name: "settings",
        samples: &[
            br#"{"version": 1, "language": "ar", "theme": "dark", "text_scale": 1.1, "sort": "length",
            "window_size": [1360.0, 860.5], "window_position": [-20, 40], "window_maximized": true,
            "last_corpus": "/a", "recent": ["/a", "/b"], "reading_family": "Amiri"}"#,
        ],
        check: settings::check,
    },
    Target {
        name: "query",
        samples: &[
            "\"وقف إطلاق\" NEAR/5 (باكو OR شوشا*) NOT period:2020 /ب.*و/ قال باكو شوشا".as_bytes(),
            ARTICLES[0],
        ],
        check: |bytes| of_parts(bytes, query::check),
    },
    Target {
        name: "cache",
        samples: &ARTICLES,
        check: |bytes| of_parts(bytes, cache::check),
    },
];

/// Inputs of each target where no time is named.
const FEW: u64 = 200;

/// Tries inputs on `target`, for `time` or a few; gives how many.
fn run(target: &Target, time: Option<Duration>, seed: u64) -> u64 {
    let mut random = Random::new(seed);
    let start = Instant::now();
    let mut n = 0;
    let mut slowest = Duration::ZERO;
    while time.map_or(n < FEW, |time| start.elapsed() < time) {
        let bytes = input(&mut random, target.samples);
        let started = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| (target.check)(&bytes)));
        slowest = slowest.max(started.elapsed());
        n += 1;
        if outcome.is_err() || (time.is_some() && slowest > LONGEST) {
            let kept = env::temp_dir().join(format!("warraq-fuzz-{}", target.name));
            let kept_it = std::fs::write(&kept, &bytes);
            panic!(
                "{}: input {n} of seed {seed} fails ({slowest:.1?}), kept as {}: {kept_it:?}",
                target.name,
                kept.display()
            );
        }
    }
    eprintln!(
        "{:10} {n:>9} executions, the slowest {slowest:.1?}, seed {seed}",
        target.name
    );
    n
}

/// A number that the environment names.
fn number(variable: &str) -> Option<u32> {
    let number = env::var(variable).ok()?;
    let parsed = number.parse();
    Some(parsed.unwrap_or_else(|_| panic!("{variable} is no number: {number}")))
}

#[test]
fn what_must_hold_of_foreign_data_holds_of_damaged_data() {
    let n_targets = u32::try_from(TARGETS.len()).expect("six");
    let time = number("WARRAQ_FUZZ_SECONDS").map(|s| Duration::from_secs(s.into()) / n_targets);
    let seed = number("WARRAQ_FUZZ_SEED").unwrap_or(1);
    let sum: u64 = TARGETS
        .iter()
        .map(|target| run(target, time, seed.into()))
        .sum();
    eprintln!("{sum} executions together");
    assert!(sum >= u64::from(n_targets));
}
