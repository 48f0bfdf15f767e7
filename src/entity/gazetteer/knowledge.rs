//! The gazetteer that serves a corpus.

use super::entries::{Gazetteer, Layer};
use super::world::World;
use crate::corpus::{Corpus, Problem, embedded};
use crate::entity::model::Origin;
use crate::entity::names_file::{Known, KnownEntity, NamesFile, parse_definitions};
use crate::entity::readings::Overlay;
use crate::entity::words::Vocabulary;

impl Gazetteer {
    /// The gazetteer for `corpus`: its own `entities.toml` first, then that of
    /// the embedded corpus, which is known in every folder, then the world;
    /// and what is wrong with the corpus's own file.
    #[must_use]
    pub fn for_corpus(corpus: &Corpus, is_embedded: bool) -> (Self, Vec<Problem>) {
        let own = corpus.entities_toml.as_deref().unwrap_or_default();
        let files = [&NamesFile::parse("entities.toml", own)];
        let gazetteer = Self::of_names(&files, is_embedded);
        (gazetteer, names_problems(&files, corpus, is_embedded))
    }

    /// The gazetteer of what `files` say, those that take precedence first,
    /// above the names that ship with the program: those of the embedded
    /// corpus, unless it is the one that is open, and the world's.
    #[must_use]
    pub fn of_names(files: &[&NamesFile], is_embedded: bool) -> Self {
        let mut definitions = Vec::with_capacity(files.len() + 1);
        for file in files {
            definitions.push((Origin::Folder, file.definitions().0));
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
        let less = World::of_test();
        let world = || less.unwrap_or_else(|| World::embedded().0);
        let (vocabulary, world) = rayon::join(Vocabulary::embedded, world);
        Self::of_parts(&layers, readings, &world, vocabulary)
    }
}

impl Known for Gazetteer {
    fn known(&self, id: &str) -> Option<KnownEntity> {
        let entity = self.entity(self.find(id)?)?;
        Some(KnownEntity {
            kind: entity.kind,
            ar: entity.ar.to_string(),
            country: entity.country.as_deref().map(str::to_owned),
            origin: Some(entity.origin),
        })
    }
}

/// What is wrong with `files`, those that take precedence first: with their
/// entries, with ids that nobody below knows, and with readings whose words do
/// not stand in the articles of `corpus` any more.
#[must_use]
pub fn names_problems(files: &[&NamesFile], corpus: &Corpus, is_embedded: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (place, file) in (1..).zip(files) {
        problems.extend(file.definitions().1);
        // Most files name nothing but what they define themselves.
        if !file.unknown_ids(&Nobody).is_empty() {
            let below = files.get(place..).unwrap_or_default();
            problems.extend(file.unknown_ids(&Gazetteer::of_names(below, is_embedded)));
        }
    }
    let readings = Overlay::new(files);
    for file in readings.files() {
        // Articles are sorted by file.
        let place = corpus
            .articles
            .binary_search_by(|article| (*article.file).cmp(file));
        let article = place.ok().and_then(|place| corpus.articles.get(place));
        let text = article.map_or("", |article| &article.text);
        problems.extend(readings.of(file, text).1);
    }
    problems
}

/// Knows no entity.
struct Nobody;

impl Known for Nobody {
    fn known(&self, _: &str) -> Option<KnownEntity> {
        None
    }
}
