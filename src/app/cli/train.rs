//! `warraq train-tagger`: makes the weights of the tagger anew.

use crate::entity::score::parse_gold;
use crate::entity::tagger::train::{self, Example, Settings};
use crate::entity::{Lexicon, World};
use anyhow::{Context as _, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct TrainArguments {
    /// The file of weights to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Folders of annotated articles (with `mentions.jsonl`) and `.conll` files
    #[arg(required = true)]
    sources: Vec<PathBuf>,
}

/// Trains the tagger on annotated texts and writes its weights. The same
/// sources in the same order give the same file.
pub(super) fn train(arguments: &TrainArguments) -> anyhow::Result<ExitCode> {
    let (settings, lexicon) = (Settings::default(), Lexicon::shared());
    let mut examples = Vec::new();
    for source in &arguments.sources {
        let read = read(source, &settings, lexicon);
        let read = read.with_context(|| format!("“{}” cannot be used", source.display()))?;
        examples.extend(read);
    }
    let weights = train::train(&examples, &World::embedded().0, lexicon, &settings);
    let out = &arguments.out;
    fs::write(out, weights).with_context(|| format!("“{}” cannot be written", out.display()))?;
    Ok(ExitCode::SUCCESS)
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
