//! The gazetteer that serves a corpus.

use super::definition::parse_definitions;
use super::gazetteer::{Gazetteer, Layer, Origin};
use crate::corpus::{Corpus, Problem, embedded};

impl Gazetteer {
    /// The gazetteer for `corpus`: its own `entities.toml` first, then that of
    /// the embedded corpus, which is known in every folder, then the world;
    /// and what is wrong with the corpus's own file.
    #[must_use]
    pub fn for_corpus(corpus: &Corpus, is_embedded: bool) -> (Self, Vec<Problem>) {
        let own = corpus.entities_toml.as_deref().unwrap_or_default();
        let (own, problems) = parse_definitions("entities.toml", own);
        let (shipped, _) = parse_definitions("entities.toml", embedded::ENTITIES_TOML);
        let mut layers = vec![Layer {
            origin: Origin::Folder,
            definitions: &own,
        }];
        if !is_embedded {
            layers.push(Layer {
                origin: Origin::Embedded,
                definitions: &shipped,
            });
        }
        (Self::build(&layers), problems)
    }
}
