//! The gazetteer that serves a corpus.

use super::definition::parse_definitions;
use super::gazetteer::{Gazetteer, Layer, Origin};
use super::repair::{NamesFile, Overlay};
use super::vocabulary::Vocabulary;
use super::world::World;
use crate::corpus::{Corpus, Problem, embedded};

impl Gazetteer {
    /// The gazetteer for `corpus`: its own `entities.toml` first, then that of
    /// the embedded corpus, which is known in every folder, then the world;
    /// and what is wrong with the corpus's own file.
    #[must_use]
    pub fn for_corpus(corpus: &Corpus, is_embedded: bool) -> (Self, Vec<Problem>) {
        let own = corpus.entities_toml.as_deref().unwrap_or_default();
        Self::of_names(&[&NamesFile::parse("entities.toml", own)], is_embedded)
    }

    /// The gazetteer of what `files` say, those that take precedence first,
    /// above the names that ship with the program: those of the embedded
    /// corpus, unless it is the one that is open, and the world's. And what is
    /// wrong with the files.
    #[must_use]
    pub fn of_names(files: &[&NamesFile], is_embedded: bool) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut definitions = Vec::with_capacity(files.len() + 1);
        for file in files {
            let (read, wrong) = file.definitions();
            definitions.push((Origin::Folder, read));
            problems.extend(wrong);
        }
        if !is_embedded {
            let (shipped, _) = parse_definitions("entities.toml", embedded::ENTITIES_TOML);
            definitions.push((Origin::Embedded, shipped));
        }
        let layers: Vec<Layer<'_>> = definitions
            .iter()
            .map(|(origin, definitions)| Layer {
                origin: *origin,
                definitions,
            })
            .collect();
        let readings = Overlay::new(files);
        let (vocabulary, world) = rayon::join(Vocabulary::embedded, World::embedded);
        let gazetteer = Self::of_parts(&layers, readings, &world.0, vocabulary);
        (gazetteer, problems)
    }
}
