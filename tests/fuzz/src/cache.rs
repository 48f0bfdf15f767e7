//! Any bytes are a cache, or are told to be none; nothing that passes the
//! checks stumbles when it is used.

use std::path::Path;

use warraq::analysis::cache::parse_cache;
use warraq::analysis::index::{Index, TypeId};
use warraq::corpus::Corpus;

/// A file, and the parts of another: hardly any bytes are a file whose
/// checksums are right, so the insides of sections are given past them, too.
pub type Input<'a> = (&'a [u8], &'a [u8], &'a [u8], Vec<Vec<u32>>);

/// Panics where what must hold does not.
pub fn check(input: Input<'_>) {
    let (file, stored, texts, sections) = input;
    let _ = parse_cache(file, Path::new("/corpus"));

    if let Ok(corpus) = Corpus::from_stored(stored, &texts.to_vec().into()) {
        let lengths = corpus
            .articles
            .iter()
            .map(|article| article.text.as_bytes().len());
        assert_eq!(lengths.sum::<usize>(), texts.len());
        for article in &corpus.articles {
            let title = article.title_span.unwrap_or_default();
            assert!(title.slice(&article.text).len() <= article.text.len());
        }
        assert!(corpus.to_stored().is_ok());
    }

    let index = Index::from_sections(|id| {
        let section = sections.get(id.0 as usize)?;
        let bytes: Vec<u8> = section.iter().flat_map(|n| n.to_ne_bytes()).collect();
        Some(bytes.into())
    });
    if let Ok(index) = index {
        for n in 0..u32::try_from(index.n_types()).unwrap_or(u32::MAX) {
            let id = TypeId(n);
            let _ = index.type_of(index.form(id));
            let _ = index.fold_id(index.folded(index.fold_of(id)));
            for position in index.postings(id) {
                let _ = (index.article_of(*position), index.span(*position));
            }
        }
    }
}
