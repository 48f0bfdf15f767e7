//! Names that no list holds: one test for each rule, on invented sentences.
//! `[name|TYPE]` marks what is expected. The gazetteer is that of the world;
//! the names below are in none of its lists.

#![expect(
    clippy::string_slice,
    reason = "a span that is not on character boundaries fails the test"
)]

use warraq::entity::{Basis, Gazetteer, Recognizer, Rule, Spotted};

/// The text without marks, and what rules and lists find in it.
fn spot(marked: &str) -> (String, Vec<Spotted>) {
    let mut text = String::new();
    for (i, part) in marked.split('[').enumerate() {
        match part.split_once(']').filter(|_| i > 0) {
            Some((mention, rest)) => {
                let Some((name, _)) = mention.split_once('|') else {
                    panic!("write [name|TYPE], not [{mention}]");
                };
                text.push_str(name);
                text.push_str(rest);
            }
            None => text.push_str(part),
        }
    }
    let gazetteer = Gazetteer::build(&[]);
    let mut spotted = Vec::new();
    Recognizer::new(&gazetteer).spot(&text, &mut spotted);
    (text, spotted)
}

/// Holds that the names of the text without marks are those marked.
#[track_caller]
fn check(marked: &str) -> Vec<Basis> {
    let (text, spotted) = spot(marked);
    let mut out = String::new();
    let mut at = 0;
    for name in &spotted {
        let span = name.span.range();
        out.push_str(&text[at..span.start]);
        out.extend(["[", &text[span.clone()], "|", name.kind.tag(), "]"]);
        at = span.end;
    }
    assert_eq!(out + &text[at..], marked);
    spotted.iter().map(|name| name.basis).collect()
}

#[test]
fn persons_follow_titles() {
    let bases = check("قال وزير الري [سامح بيكولوف|PER] إن السد لم يكتمل");
    assert_eq!(bases, [Basis::Rule(Rule::AfterTitle)]);
    check("المتحدث باسم الشرطة [ميخائيل بورغالوف|PER]، أمس");
}

#[test]
fn first_names_go_on_with_family_names_and_particles() {
    check("رأينا [محمد بن راشد الزيكاوي|PER] في السوق");
    check("وصل [عبد الرحمن الشويخاني|PER] أمس");
}

#[test]
fn a_family_name_alone_is_the_person_named_in_full() {
    let bases = check("وصل الرئيس [أندريه غروموفيتش|PER]. ثم عاد [غروموفيتش|PER] إلى بيته");
    assert_eq!(bases[1], Basis::Rule(Rule::FamilyName));
}

#[test]
fn a_preposition_of_letters_of_a_word_makes_no_name() {
    check("في بيان على موقعها");
    check("قال على الفور");
}

#[test]
fn bodies_are_completed_by_field_name_and_quotation() {
    check("أعلنت [وزارة الري|ORG] أمس و[شركة تروفاليكس|ORG]");
    let bases = check("وقعت [حركة «الفجر»|ORG] الاتفاق");
    assert_eq!(bases, [Basis::Rule(Rule::QuotedName)]);
    check("أعلنت [اللجنة الوطنية للانتخابات|ORG] النتيجة");
}

#[test]
fn indefinite_heads_with_adjectives_are_no_bodies() {
    check("شركة جديدة ولجنة خاصة");
}

#[test]
fn generic_nouns_of_place_stay_outside_and_heads_inside() {
    check("في بلدة [تروفالينسك|GPE] قرب [جبل غروفاليس|LOC]");
    check("في [ساحة الدستور|LOC]");
}

#[test]
fn rules_do_not_look_over_the_end_of_a_line() {
    check("قال الرئيس\nمن هنا");
}
