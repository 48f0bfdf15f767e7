//! Why a name is marked: sentences for each basis and each rule, and sentences
//! without names. `[name|TYPE basis]` marks what is expected. The gazetteer is
//! that of the world; the invented names are in none of its lists.

#![expect(
    clippy::string_slice,
    reason = "a span that is not on character boundaries fails the test"
)]

use std::collections::BTreeSet;

use warraq::entity::tagger::Tagger;
use warraq::entity::{Basis, Gazetteer, Recognizer, Rule, Spotted};

/// The text without marks, and what `recognizer` finds in it.
fn spot(recognizer: &mut Recognizer<'_>, marked: &str) -> (String, Vec<Spotted>) {
    let mut text = String::new();
    for (i, part) in marked.split('[').enumerate() {
        match part.split_once(']').filter(|_| i > 0) {
            Some((mention, rest)) => {
                let Some((name, _)) = mention.split_once('|') else {
                    panic!("write [name|TYPE basis], not [{mention}]");
                };
                text.push_str(name);
                text.push_str(rest);
            }
            None => text.push_str(part),
        }
    }
    let mut spotted = Vec::new();
    recognizer.spot(&text, &mut spotted);
    (text, spotted)
}

/// The word for a basis in the marks of this file.
fn word_for(basis: Basis) -> &'static str {
    match basis {
        Basis::List(_) => "list",
        Basis::Rule(rule) => rule.as_str(),
        Basis::Model => "model",
        Basis::Reader => "reader",
    }
}

/// Sentences that have every rule.
const RULES: &[&str] = &[
    "وصل الوفد [الروسي|NORP group-word] أمس",
    "زار الجنود [الأتراك|NORP group-word] القرية",
    "أعلنت [وزارة الدفاع التركية|ORG state-body] أمس",
    "قال [البرلمان الأذربيجاني|ORG state-body] إن",
    "نقلت [وكالة \"إنترفاكس\" الروسية|ORG medium] عن",
    "سافر إلى مدينة [مسقط|GPE supported] أمس",
    "وصل إلى [مالي|GPE supported] أمس",
    "قال وزير الري [سامح بيكولوف|PER after-title] إن السد لم يكتمل",
    "المتحدث باسم الشرطة [ميخائيل بورغالوف|PER after-title]، أمس",
    "رأينا [محمد بن راشد الزيكاوي|PER name-pattern] في السوق",
    "حضر [كريستوفاليدس سكوروبادسكي|PER foreign-words] الحفل",
    "وصل [عبد الرحمن الشويخاني|PER after-saying] أمس",
    "وصل الرئيس [أندريه غروموفيتش|PER after-title]. ثم عاد [غروموفيتش|PER family-name] إلى بيته",
    "في بلدة [تروفالينسك|GPE after-place-noun] أمس. وغادر [تروفالينسك|GPE second-mention] غدا",
    "أعلنت [وزارة الري|ORG organisation-head] أمس و[شركة تروفاليكس|ORG organisation-head]",
    "أعلنت [اللجنة الوطنية للانتخابات|ORG organisation-head] النتيجة",
    "أعلنت [مؤسسة تروفاليكس|ORG organisation-head] أمس",
    "وقعت [حركة «الفجر»|ORG quoted-name] الاتفاق",
    "قرب [جبل غروفاليس|LOC place-head]",
    "في [ساحة الدستور|LOC place-head]",
    "وصل إلى [غروفاليسكا|GPE after-place-cue] أمس",
    "بين [باريس|GPE list] و[غروفاليسكا|GPE coordination] أمس",
    "الرئيس [أندريه غروموفيتش|PER after-title] و[باولو فيريني|PER coordination] أمس",
    "حضر [سكوروبادسكي غومينسكي|PER apposition]، المدير العام، أمس",
];

/// Sentences where a rule must hold back.
const NO_NAMES: &[&str] = &[
    "في بيان على موقعها",
    "قال على الفور",
    "شركة جديدة ولجنة خاصة",
    "قال الرئيس\nمن هنا",
];

/// Sentences with names that the tagger alone finds.
const TAGGED: &[&str] = &[
    "قال [بيتروفيسكي|PER model] إن الأمر انتهى",
    "وسيطر الجيش على [تروفالينسك|GPE model] شرق البلاد",
];

/// `text` with the names that were found marked.
fn marked(text: &str, spotted: &[Spotted]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for name in spotted {
        let span = name.span.range();
        out.push_str(&text[at..span.start]);
        let (kind, basis) = (name.kind.tag(), word_for(name.basis));
        out.extend(["[", &text[span.clone()], "|", kind, " ", basis, "]"]);
        at = span.end;
    }
    out + &text[at..]
}

/// Holds that in each sentence just the marked names are found, and gives the
/// words for why.
#[track_caller]
fn check(recognizer: &mut Recognizer<'_>, sentences: &[&str]) -> BTreeSet<&'static str> {
    let mut bases = BTreeSet::new();
    for sentence in sentences {
        let (text, spotted) = spot(recognizer, sentence);
        assert_eq!(marked(&text, &spotted), *sentence);
        bases.extend(spotted.iter().map(|name| word_for(name.basis)));
    }
    bases
}

#[test]
fn every_rule_makes_names_out() {
    let gazetteer = Gazetteer::build(&[]);
    let bases = check(&mut Recognizer::new(&gazetteer), RULES);
    for rule in Rule::ALL {
        assert!(bases.contains(rule.as_str()), "no sentence for {rule:?}");
    }
}

#[test]
fn rules_hold_back() {
    let gazetteer = Gazetteer::build(&[]);
    let bases = check(&mut Recognizer::new(&gazetteer), NO_NAMES);
    assert!(bases.is_empty());
}

#[test]
fn without_rules_lists_alone_speak() {
    let gazetteer = Gazetteer::build(&[]);
    let mut recognizer = Recognizer::of_listed(&gazetteer);
    let bases = check(
        &mut recognizer,
        &[
            "بين [باريس|GPE list] وغروفاليسكا",
            "وصل الرئيس أندريه غروموفيتش",
        ],
    );
    assert_eq!(bases, BTreeSet::from(["list"]));
}

#[test]
fn the_tagger_adds_names_of_its_own() {
    let gazetteer = Gazetteer::build(&[]);
    let tagger = Tagger::shared().expect("the weights that ship with the program");
    let mut recognizer = Recognizer::with_tagger(&gazetteer, tagger);
    assert_eq!(check(&mut recognizer, TAGGED), BTreeSet::from(["model"]));
}
