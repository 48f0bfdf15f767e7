//! The corpus index against a naive reading of the texts.

#![expect(clippy::expect_used, reason = "a test may panic, and says where")]

use proptest::prelude::*;
use std::collections::BTreeMap;
use warraq::analysis::index::{BuildError, FoldId, Index, StemId, TokenSource, TypeId};
use warraq::arabic::{fold, stem_into, tokens};
use warraq::base::{ArticleId, CancelToken, Progress};
use warraq::texts::{Language, Texts};

fn build(texts: &[String]) -> Index {
    let texts = texts.iter().map(String::as_str);
    Index::build(texts, &Progress::default(), &CancelToken::default()).expect("an index")
}

/// Words that differ by folds, clitics and nothing; joined to texts.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec![
        "أرمينيا",
        "ارمينيا",
        "وأرمينيا",
        "باكو",
        "بَاكُو",
        "وزارة",
        "وزاره",
        "الوزارة",
        "2020",
        "٢٠٢٠",
        "Reuters",
        "reuters",
        "على",
        "علي",
        "ســلام",
        "،",
        "«",
        "\n\n",
    ]);
    let text = prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "));
    prop::collection::vec(text, 0..90)
}

#[track_caller]
fn assert_agrees(index: &Index, texts: &[String]) {
    assert_eq!(index.n_articles(), texts.len());
    let mut position = 0;
    let mut places: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (id, text) in (0..).map(ArticleId).zip(texts) {
        let start = position;
        for token in tokens(text) {
            let form = token.span.slice(text);
            assert_eq!(index.span(position), token.span);
            assert_eq!(index.article_of(position), id);
            let found = index.type_at(position).expect("a type");
            assert_eq!(index.form(found), form);
            assert_eq!(index.kind(found), token.kind);
            places.entry(form).or_default().push(position);
            position += 1;
        }
        assert_eq!(index.positions_of(id), start..position);
    }
    assert_eq!(index.n_tokens(), position);
    assert_eq!(index.n_types(), places.len());
    let mut folds: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (id, (form, positions)) in (0..).map(TypeId).zip(&places) {
        assert_eq!(index.form(id), *form, "types follow the order of bytes");
        assert_eq!(index.type_of(form), Some(id));
        assert_eq!(index.postings(id), positions);
        assert_eq!(index.freq(id) as usize, positions.len());
        assert_eq!(index.folded(index.fold_of(id)), fold(form));
        folds.entry(fold(form)).or_default().push(id.0);
    }
    assert_eq!(index.n_folds(), folds.len());
    let mut stems: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (id, (folded, types)) in (0..).map(FoldId).zip(&folds) {
        assert_eq!(index.folded(id), folded, "folds follow the alphabet");
        assert_eq!(index.fold_id(folded), Some(id));
        assert_eq!(index.types_of(id), types);
        let freq: u32 = types.iter().map(|n| index.freq(TypeId(*n))).sum();
        assert_eq!(index.fold_freq(id), freq);
        let mut stem = String::new();
        stem_into(folded, &mut stem);
        assert_eq!(index.stem(index.stem_of(id)), stem);
        stems.entry(stem).or_default().push(id.0);
    }
    assert_eq!(index.n_stems(), stems.len());
    for (id, (stem, folds)) in (0..).map(StemId).zip(&stems) {
        assert_eq!(index.stem_id(stem), Some(id));
        assert_eq!(index.folds_of_stem(id), folds);
    }
    assert_eq!(index.fold_id("ليست هنا"), None);
    assert_eq!(index.type_of(""), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn index_says_what_the_texts_say(texts in texts()) {
        assert_agrees(&build(&texts), &texts);
    }

    #[test]
    fn index_of_any_text_says_what_the_text_says(texts in prop::collection::vec(".{0,60}", 0..6)) {
        assert_agrees(&build(&texts), &texts);
    }

    #[test]
    fn update_equals_a_build(
        old in texts(),
        new in texts(),
        kept in prop::collection::vec(any::<prop::sample::Index>(), 0..40),
    ) {
        let old_index = build(&old);
        let mut texts = new;
        let mut sources: Vec<Option<ArticleId>> = vec![None; texts.len()];
        for (n, kept) in kept.iter().enumerate().filter(|_| !old.is_empty()) {
            let from = kept.index(old.len());
            let at = (n * 7) % (texts.len() + 1);
            texts.insert(at, old[from].clone());
            sources.insert(at, Some(ArticleId(u32::try_from(from).unwrap())));
        }
        let sources: Vec<TokenSource<'_>> = texts
            .iter()
            .zip(sources)
            .map(|(text, same)| same.map_or(TokenSource::of_text(text), TokenSource::Same))
            .collect();
        let updated = old_index
            .update(&sources, &Progress::default(), &CancelToken::default())
            .unwrap();
        assert!(updated == build(&texts));
    }

    #[test]
    fn sections_read_back(texts in texts()) {
        let index = build(&texts);
        assert!(read_back(&index, |_, bytes| bytes).as_ref() == Ok(&index));
    }

    #[test]
    fn broken_sections_are_refused_or_harmless(
        texts in texts(),
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let index = build(&texts);
        let n_sections = index.sections().len();
        let read = read_back(&index, |n, mut bytes| {
            if n == which.index(n_sections) && !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            bytes
        });
        // What is accepted may say something else, but never panics.
        if let Ok(read) = read {
            for position in 0..read.n_tokens() {
                let found = read.type_at(position).unwrap();
                let _ = (read.form(found), read.span(position), read.article_of(position));
                let fold = read.fold_of(found);
                let _ = (read.folded(fold), read.stem(read.stem_of(fold)), read.types_of(fold));
                let _ = (read.fold_id(read.folded(fold)), read.postings(found));
            }
        }
    }
}

/// What `sections` and `from_sections` make of `index`, each piece changed by
/// `change`.
fn read_back(
    index: &Index,
    change: impl Fn(usize, Vec<u8>) -> Vec<u8>,
) -> Result<Index, warraq::analysis::index::SectionFault> {
    let sections: BTreeMap<_, Vec<u64>> = index
        .sections()
        .into_iter()
        .enumerate()
        .map(|(n, (id, bytes))| {
            let bytes = change(n, bytes.to_vec());
            // Aligned as in a file.
            let mut words = vec![0_u64; bytes.len().div_ceil(8) + 1];
            words[0] = bytes.len() as u64;
            bytemuck::cast_slice_mut(&mut words[1..])[..bytes.len()].copy_from_slice(&bytes);
            (id, words)
        })
        .collect();
    Index::from_sections(|id| {
        let words = sections.get(&id)?.clone();
        let n_bytes = usize::try_from(words[0]).expect("a length");
        Some(bytes::Bytes::from_owner(Words(words)).slice(8..8 + n_bytes))
    })
}

struct Words(Vec<u64>);

impl AsRef<[u8]> for Words {
    fn as_ref(&self) -> &[u8] {
        bytemuck::cast_slice(&self.0)
    }
}

#[test]
fn number_of_threads_changes_nothing() {
    let texts: Vec<String> = (0..700)
        .map(|n| format!("كلمة {n} وكلمات {} أخرى {}", n * 7 % 31, n % 5))
        .collect();
    let with = |n_threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads);
        pool.build().unwrap().install(|| build(&texts))
    };
    let one = with(1);
    assert_agrees(&one, &texts);
    assert!(one == with(2) && one == with(7));
}

#[test]
fn cancelled_build_gives_no_index() {
    let cancel = CancelToken::default();
    cancel.cancel();
    let built = Index::build(["نص"], &Progress::default(), &cancel);
    assert!(matches!(built, Err(BuildError::Cancelled)));
}

#[test]
fn a_corpus_with_more_words_than_can_be_numbered_is_refused() {
    let text = |n_tokens| TokenSource::Text { text: "", n_tokens };
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let empty = Index::build([], &progress, &cancel).expect("an index");
    let half = u32::MAX / 2;
    let built = empty.update(&[text(half), text(half + 1)], &progress, &cancel);
    assert!(matches!(built, Err(BuildError::TooLarge)));
    let sentence = Texts::plain(Language::English).message(&BuildError::TooLarge);
    assert!(sentence.starts_with("The corpus has more than four thousand million words"));
}
