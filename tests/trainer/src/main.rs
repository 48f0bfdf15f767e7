//! Makes the weights of the tagger anew.

#[path = "../../names/score/record.rs"]
mod record;
mod train;

use anyhow::{Context as _, bail};
use clap::Parser;
use record::parse_gold;
use std::fs;
use std::path::{Path, PathBuf};
use train::{Example, Settings};
use warraq::entity::{Lexicon, World};

/// Trains the tagger of names on annotated texts and writes its weights. The
/// same sources in the same order give the same file.
#[derive(Debug, Parser)]
struct Arguments {
    /// The file of weights to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Folders of annotated articles (with `mentions.jsonl`) and `.conll` files
    #[arg(required = true)]
    sources: Vec<PathBuf>,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let (settings, lexicon) = (Settings::default(), Lexicon::shared());
    let mut examples = Vec::new();
    for source in &arguments.sources {
        let read = read(source, &settings, lexicon);
        let read = read.with_context(|| format!("“{}” cannot be used", source.display()))?;
        examples.extend(read);
    }
    let weights = train::train(&examples, &World::embedded().0, lexicon, &settings);
    let out = arguments.out;
    fs::write(&out, weights).with_context(|| format!("“{}” cannot be written", out.display()))
}

fn read(source: &Path, settings: &Settings, lexicon: &Lexicon) -> anyhow::Result<Vec<Example>> {
    if !source.is_dir() {
        return Ok(train::corpus(
            &fs::read_to_string(source)?,
            settings,
            lexicon,
        ));
    }
    let mentions = fs::read_to_string(source.join("mentions.jsonl"))?;
    let (gold, bad_lines) = parse_gold(&mentions);
    if let Some(line) = bad_lines.first() {
        bail!("line {line} of mentions.jsonl is no annotation");
    }
    let text_of = |file: &str| fs::read_to_string(source.join(file)).ok();
    let examples = train::articles(&gold, text_of);
    examples.map_err(|file| anyhow::anyhow!("there is no text “{file}”"))
}
