//! Training on a few sentences, and texts as examples.

use super::example::{Labels, Name};
use super::{Example, Settings, articles, train};
use crate::record::parse_gold;
use warraq::arabic::tokens;
use warraq::base::ByteSpan;
use warraq::entity::tagger::{Decoder, TagClass, Tagger};
use warraq::entity::{Gazetteer, Lexicon, World};

/// The names that `tagger` finds in `text`, proclitics included.
fn names(tagger: &Tagger, text: &str) -> Vec<(String, TagClass)> {
    let gazetteer = Gazetteer::build(&[]);
    let tokens: Vec<_> = tokens(text).collect();
    let mut found = Vec::new();
    Decoder::new(tagger, &gazetteer, Lexicon::shared()).tag(text, &tokens, &[], &mut found);
    let name = |words: &[warraq::arabic::Token]| {
        let words: Vec<_> = words.iter().map(|t| t.span.slice(text)).collect();
        words.join(" ")
    };
    let found = found.into_iter();
    found
        .map(|span| (name(&tokens[span.tokens]), span.class))
        .collect()
}

/// A sentence whose names stand in brackets with a letter for the class.
fn example(marked: &str) -> Example {
    let mut example = Example {
        text: String::new(),
        names: Vec::new(),
        alternatives: Vec::new(),
        open: Vec::new(),
        elsewhere: Labels::O,
        is_own: true,
        weight: 1.0,
    };
    for part in marked.split_inclusive([' ', ']']) {
        match part.split_once('[') {
            None => example.text.push_str(part),
            Some((class, name)) => {
                let class = match class {
                    "P" => TagClass::Per,
                    "G" => TagClass::Place,
                    _ => TagClass::Org,
                };
                let start = example.text.len();
                example.text.push_str(name.trim_end_matches(']'));
                let [start, end] =
                    [start, example.text.len()].map(|at| u32::try_from(at).expect("short"));
                let span = ByteSpan::new(start, end);
                example.names.push(Name { span, class });
            }
        }
    }
    example
}

fn tiny() -> Vec<u8> {
    let marked = [
        "قال P[زيدون] في G[شمرين] إن الحرب انتهت",
        "وصلت P[ليلوة] إلى G[كفرنون] أمس",
        "قال P[ماهور] في G[تل_زين] إن الحرب بدأت",
        "زار P[سمران] و P[ليلوة] معا G[شمرين] اليوم",
    ];
    let examples: Vec<_> = marked
        .iter()
        .map(|marked| example(&marked.replace('_', "\u{A0}")))
        .collect();
    let settings = Settings {
        least: 1,
        gapped: 0,
        dropout: 0.0,
        ..Settings::default()
    };
    train(&examples, &World::default(), Lexicon::shared(), &settings)
}

#[test]
fn training_is_repeatable_and_learns() {
    let file = tiny();
    assert_eq!(file, tiny());
    let tagger = Tagger::from_bytes(&file).expect("weights");
    assert_eq!(
        names(&tagger, "قال زيدون في شمرين إن الحرب انتهت"),
        [
            ("زيدون".to_owned(), TagClass::Per),
            ("شمرين".to_owned(), TagClass::Place)
        ]
    );
    // A word never seen, in the place of a person and of a place.
    assert_eq!(
        names(&tagger, "قال قرقوز في خلدون إن الحرب انتهت"),
        [
            ("قرقوز".to_owned(), TagClass::Per),
            ("خلدون".to_owned(), TagClass::Place)
        ]
    );
}

#[test]
fn annotated_articles_become_examples() {
    let (gold, bad_lines) = parse_gold(
        r#"{"file":"a","start":1,"end":5,"type":"GPE","entity":"Baku"}
{"file":"a","start":6,"end":9,"type":"ORG","entity":"x","opt":true}
no annotation
"#,
    );
    assert_eq!(bad_lines, [3]);
    let examples = articles(&gold, |_| Some("بباكو جيش".to_owned())).expect("a text");
    let [example] = examples.as_slice() else {
        panic!("one article: {examples:?}");
    };
    let names: Vec<_> = example
        .names
        .iter()
        .map(|n| n.span.slice(&example.text))
        .collect();
    assert_eq!(names, ["باكو"]);
    assert_eq!(
        example.open.len(),
        1,
        "nothing is learned from what is optional"
    );
    assert_eq!(articles(&gold, |_| None).err(), Some("a"));
}
