//! What the explorer recognises: one test for each rule of the annotation
//! guidelines, on invented sentences. `[name|TYPE:id]` marks what is expected.

#![expect(
    clippy::string_slice,
    reason = "a span that is not on character boundaries fails the test"
)]
#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use warraq::entity::export::{ExportedArticle, ExportedKind, ExportedMention, StreamFormat};
use warraq::entity::{
    EntityDef, Gazetteer, Layer, Mention, Origin, listed_mentions, parse_definitions,
};

const SUBJECT: &str = r#"
[[entity]]
id = "Nagorno-Karabakh"
type = "GPE"
ar = "ناغورني قره باغ"
names = ["قره باغ", "كاراباخ", "ناغورنو كاراباخ", "جمهورية كاراباخ", "آرتساخ"]

[[entity]]
id = "Kalin"
type = "PER"
ar = "إبراهيم كالن"
names = ["كالن"]

[[entity]]
id = "Aliyev"
type = "PER"
ar = "إلهام علييف"
names = ["علييف"]

[[entity]]
id = "Baku"
type = "GPE"
ar = "باكو"
names = []

[[entity]]
id = "Lachin"
type = "GPE"
ar = "لاتشين"
names = []

[[entity]]
id = "Lachin Corridor"
type = "LOC"
ar = "ممر لاتشين"
names = []

[[entity]]
id = "Artsakh Defence Army"
type = "ORG"
ar = "جيش كاراباخ"
names = []

[[entity]]
id = "Karabakhi"
type = "NORP"
country = "Nagorno-Karabakh"
names = ["كاراباخي"]
"#;

fn subject() -> Vec<EntityDef> {
    let (definitions, problems) = parse_definitions("entities.toml", SUBJECT);
    assert_eq!(problems, []);
    definitions
}

fn gazetteer() -> Gazetteer {
    Gazetteer::build(&[Layer {
        origin: Origin::Embedded,
        definitions: &subject(),
    }])
}

/// `text` with its mentions marked as in the expectations.
fn annotate(gazetteer: &Gazetteer, text: &str, mentions: &[Mention]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for mention in mentions {
        let span = mention.span.range();
        out.push_str(&text[at..span.start]);
        let entity = gazetteer.entity(mention.entity).expect("listed");
        assert_eq!(entity.kind, mention.kind);
        let [words, tag, id] = [&text[span.clone()], entity.kind.tag(), &entity.id];
        out.extend(["[", words, "|", tag, ":", id, "]"]);
        at = span.end;
    }
    out + &text[at..]
}

/// Holds that the mentions of the text without marks are those marked.
#[track_caller]
fn check(marked: &str) {
    let gazetteer = gazetteer();
    let mut text = String::new();
    for (i, part) in marked.split('[').enumerate() {
        match part.split_once(']').filter(|_| i > 0) {
            Some((mention, rest)) => {
                let Some((name, _)) = mention.split_once('|') else {
                    panic!("write [name|TYPE:id], not [{mention}]");
                };
                text.push_str(name);
                text.push_str(rest);
            }
            None => text.push_str(part),
        }
    }
    let mentions = listed_mentions(&gazetteer, &text);
    assert_eq!(annotate(&gazetteer, &text, &mentions), marked);
}

#[test]
fn proclitics_stay_outside() {
    check(
        "وب[أذربيجان|GPE:Azerbaijan] ول[أرمينيا|GPE:Armenia] ف[روسيا|GPE:Russia] وك[تركيا|GPE:Turkey]",
    );
    check("ل[باكو|GPE:Baku] و[باكو|GPE:Baku] ب[باكو|GPE:Baku]");
}

#[test]
fn the_article_belongs_to_the_name() {
    check("وب[الكرملين|ORG:Kremlin] ثم إلى [العراق|GPE:Iraq]");
    check("اتفاق ل[لأرمن|NORP:Armenian] و[الأرمن|NORP:Armenian] و[أرمن|NORP:Armenian]");
    check("وفق بيان ول[لكرملين|ORG:Kremlin] رأي");
}

/// `mentions` of `text` as JSON Lines have them.
fn records(gazetteer: &Gazetteer, text: &str, mentions: &[Mention]) -> Vec<serde_json::Value> {
    let exported = |mention: &Mention| ExportedMention {
        span: mention.span,
        kind: ExportedKind::Name(mention.kind),
        entity: Some(&gazetteer.entity(mention.entity).expect("listed").id),
        ar: None,
        en: None,
        basis: "list",
        article_elided: mention.article_elided,
    };
    let article = ExportedArticle {
        file: "a/b.txt",
        title: "",
        text,
        date: None,
        source: None,
        mentions: mentions.iter().map(exported).collect(),
    };
    let mut out = Vec::new();
    StreamFormat::JsonLines
        .write([article], &mut out)
        .expect("memory");
    let lines = String::from_utf8(out).expect("UTF-8");
    let read = |line| serde_json::from_str(line).expect("JSON");
    lines.lines().map(read).collect()
}

#[test]
fn an_elided_article_is_given_in_full() {
    let gazetteer = gazetteer();
    let text = "قال للأرمن ولأرمن";
    let mentions = listed_mentions(&gazetteer, text);
    let norms: Vec<_> = records(&gazetteer, text, &mentions)
        .iter()
        .map(|record| {
            let number = |key: &str| record[key].as_u64().expect("a number");
            let words = |key: &str| record[key].as_str().map(str::to_owned);
            let text = words("text").expect("words");
            (number("start"), number("end"), text, words("norm"))
        })
        .collect();
    assert_eq!(
        norms,
        [
            (5, 10, "لأرمن".to_owned(), Some("الأرمن".to_owned())),
            (13, 17, "أرمن".to_owned(), None)
        ]
    );
}

#[test]
fn a_clitic_letter_that_belongs_to_the_word_is_none() {
    check("[لبنان|GPE:Lebanon] و[فرنسا|GPE:France] و[واشنطن|GPE:Washington] ل[لبنان|GPE:Lebanon]");
    check("كالنار في الهشيم، وبلدة بعيدة، وولاية، وكيف، ولجنة");
    check("وقال [كالن|PER:Kalin] ما قال");
}

#[test]
fn names_inside_longer_words_do_not_match() {
    check("باكورة الإنتاج وروسياتنا ومصرف وتركيبة وإيرانياتنا");
    check("سروسيا");
}

#[test]
fn spellings_fold() {
    check(
        "اذربيجان = [أذربيجان|GPE:Azerbaijan]"
            .replace("اذربيجان =", "[اذربيجان|GPE:Azerbaijan] =")
            .as_str(),
    );
    check("[أَذْرَبِيجَان|GPE:Azerbaijan] ول[أرمـــينيا|GPE:Armenia] و[ايران|GPE:Iran]");
    check("[آرتساخ|GPE:Nagorno-Karabakh] أو [أرتساخ|GPE:Nagorno-Karabakh]");
    check("[أميركا|GPE:United States] و[أمريكا|GPE:United States] و[امريكا|GPE:United States]");
}

#[test]
fn titles_are_outside_persons() {
    check("وزير الدفاع [الروسي|NORP:Russian] [سيرغي شويغو|PER:Sergei Shoigu]");
    check("الرئيس [إلهام علييف|PER:Aliyev] والسيد [علييف|PER:Aliyev]");
}

#[test]
fn names_inside_titles_are_found() {
    check("رئيس [أذربيجان|GPE:Azerbaijan]");
    check("المتحدث باسم [الخارجية الروسية|ORG:Russia Ministry of Foreign Affairs]");
    check("رئيس [الحكومة الفرنسية|ORG:France Government]");
}

#[test]
fn bodies_include_head_and_adjective() {
    check(
        "[وزارة الدفاع التركية|ORG:Turkey Ministry of Defence] و[الجيش التركي|ORG:Turkey Armed Forces]",
    );
    check(
        "[القوات المسلحة اليونانية|ORG:Greece Armed Forces] ول[لقوات اليونانية|ORG:Greece Armed Forces]",
    );
    check("[حكومة إيران|ORG:Iran Government] و[حكومة باكو|ORG:Azerbaijan Government]");
    check(
        "[مجلس الأمن|ORG:UN Security Council] و[مجلس الأمن القومي الأميركي|ORG:United States Security Council]",
    );
}

#[test]
fn an_adjective_that_agrees_with_another_noun_completes_no_body() {
    check("وزير الخارجية [الروسي|NORP:Russian] ووزيرة الخارجية [الفرنسية|NORP:French]");
    check("السياسة الخارجية [الروسية|NORP:Russian]");
    check(
        "وزير خارجية [روسيا|GPE:Russia] و[وزارة خارجية آرتساخ|ORG:Nagorno-Karabakh Ministry of Foreign Affairs]",
    );
    check("الحكومة ثم [الروسية|NORP:Russian]");
}

#[test]
fn a_listed_body_owns_all_its_forms() {
    // The file lists جيش كاراباخ; the other names of the place follow.
    check("[جيش كاراباخ|ORG:Artsakh Defence Army] و[جيش قره باغ|ORG:Artsakh Defence Army]");
    check("[الجيش الكاراباخي|ORG:Artsakh Defence Army]");
}

#[test]
fn two_mentions_where_no_construct_joins_them() {
    check(
        "قوة تابعة ل[باكو|GPE:Baku] و[مجلس الأمن|ORG:UN Security Council] التابع ل[لأمم المتحدة|ORG:United Nations]",
    );
    check("[الجمعية العامة للأمم المتحدة|ORG:UN General Assembly]");
    check("النيابة العامة في [أذربيجان|GPE:Azerbaijan]");
}

#[test]
fn the_longest_name_wins() {
    check("ل[ممر لاتشين|LOC:Lachin Corridor] قرب [لاتشين|GPE:Lachin]");
    check("[ناغورنو كاراباخ|GPE:Nagorno-Karabakh] و[كاراباخ|GPE:Nagorno-Karabakh]");
}

#[test]
fn generic_heads_are_outside_places() {
    check(
        "إقليم [قره باغ|GPE:Nagorno-Karabakh] ومدينة [كنجة|GPE:Ganja] والعاصمة [يريفان|GPE:Yerevan]",
    );
    check(
        "[جمهورية كاراباخ|GPE:Nagorno-Karabakh] و[دولة قطر|GPE:Qatar] و[مملكة البحرين|GPE:Bahrain]",
    );
    check(
        "السلطات [الأذربيجانية|NORP:Azerbaijani] والجانب [الأرميني|NORP:Armenian] والنظام [التركي|NORP:Turkish]",
    );
}

#[test]
fn media_names_include_their_head() {
    check(
        "[وكالة تاس|ORG:TASS] و[قناة الجزيرة|ORG:Al Jazeera] و[شبكة سي إن إن|ORG:CNN] و[صحيفة لوموند|ORG:Le Monde]",
    );
    check("نقلت [وكالة \"إنترفاكس\" الروسية للأنباء|ORG:Interfax] عن");
    check("نقلت [وكالة الأنباء الأرمينية أرمنبريس|ORG:Armenpress] عن");
    check("بثت [قناة \"الجزيرة\"|ORG:Al Jazeera] و\"[رويترز|ORG:Reuters]\"");
    check(
        "[وكالة «تاس» الرسمية|ORG:TASS]، و«[تاس|ORG:TASS]»"
            .replace("«[تاس|ORG:TASS]»", "«تاس»")
            .as_str(),
    );
    check("على [موقع X|ORG:X (Twitter)] ثم موقع [الأمم المتحدة|ORG:United Nations]");
}

#[test]
fn quotation_marks_around_a_name_stay_outside() {
    check(
        "في بلدة \"[لاتشين|GPE:Lachin]\" و«[كاراباخ|GPE:Nagorno-Karabakh]» و“[إسرائيل|GPE:Israel]”",
    );
}

#[test]
fn peoples_and_languages_are_adjectives() {
    check(
        "اللغة [الأرمينية|NORP:Armenian] والشعب [الأرمني|NORP:Armenian] و[الأتراك|NORP:Turkish] و[الكوريون الجنوبيون|NORP:South Korean]",
    );
    check("جندي [كاراباخي|NORP:Karabakhi] وقوات [كاراباخية|NORP:Karabakhi]");
    check("اليد اليمنى والرئيس [اليمني|NORP:Yemeni]");
}

#[test]
fn a_country_spelt_like_its_adjective_is_told_apart_by_agreement() {
    check("من [سورية|GPE:Syria] و[سورية|GPE:Syria] ثم قوات [سورية|NORP:Syrian]");
    check("زار [السعودية|GPE:Saudi Arabia] في الطائرة [السعودية|NORP:Saudi]");
    check("دبابات [روسية|NORP:Russian] و[سورية|NORP:Syrian]");
}

#[test]
fn ambiguous_names_need_support() {
    check("دعم مالي كبير في [مالي|GPE:Mali] ومن قطاع مالي");
    check(
        "العاصمة الأردنية عمان"
            .replace("الأردنية عمان", "[الأردنية|NORP:Jordanian] [عمان|GPE:Amman]")
            .as_str(),
    );
    check(
        "سلطان [عمان|GPE:Oman]"
            .replace("سلطان [عمان|GPE:Oman]", "[سلطنة عمان|GPE:Oman]")
            .as_str(),
    );
    check("عاد إلى مسقط رأسه وزار مدينة [مسقط|GPE:Muscat]");
    check("في لقاء مع [الجزيرة|ORG:Al Jazeera] عن الجزيرة المهجورة");
}

#[test]
fn names_run_over_line_ends_but_not_over_paragraphs() {
    check("[ناغورني\n  قره باغ|GPE:Nagorno-Karabakh] و[قره\u{a0}باغ|GPE:Nagorno-Karabakh]");
    check("قره\n\nباغ وقره، باغ");
    check("[ناغورني-قره باغ|GPE:Nagorno-Karabakh] و[أ.ف.ب|ORG:AFP] و[أ ف ب|ORG:AFP]");
}

#[test]
fn earlier_layers_own_their_names_and_merge_with_later_ones() {
    let (folder, _) = parse_definitions(
        "entities.toml",
        "[[entity]]\nid = \"My Moscow\"\ntype = \"LOC\"\nnames = [\"موسكو\"]\n\
         [[entity]]\nid = \"Russia\"\ntype = \"LOC\"\nnames = [\"روسيتنا\"]\n",
    );
    let gazetteer = Gazetteer::build(&[Layer {
        origin: Origin::Folder,
        definitions: &folder,
    }]);
    let text = "موسكو روسيتنا روسيا";
    let mentions = listed_mentions(&gazetteer, text);
    assert_eq!(
        annotate(&gazetteer, text, &mentions),
        "[موسكو|LOC:My Moscow] [روسيتنا|LOC:Russia] [روسيا|LOC:Russia]"
    );
    let russia = gazetteer
        .entity(gazetteer.find("Russia").expect("merged"))
        .expect("listed");
    assert_eq!(russia.origin, Origin::Folder);
    assert!(russia.names.iter().any(|name| &**name == "الاتحاد الروسي"));
}

#[test]
fn records_are_json_lines_with_scalar_offsets() {
    let gazetteer = gazetteer();
    let text = "\u{1F600} في باكو";
    let mentions = listed_mentions(&gazetteer, text);
    let written = records(&gazetteer, text, &mentions);
    let record = written.first().expect("a mention");
    let expected = serde_json::json!({
        "file": "a/b.txt", "start": 5, "end": 9, "text": "باكو", "type": "GPE",
        "entity": "Baku", "basis": "list",
    });
    assert_eq!(*record, expected);
}
