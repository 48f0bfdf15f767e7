//! Phrases that run against the direction of the corpus, across the node.
//!
//! In `قال the Foreign [Ministry] spokesman said أمس` the cells stand on the
//! screen from the right: before, node, after. Each laid out by itself would
//! show `spokesman said Ministry the Foreign` from the left: nobody can read
//! that. As one line, UAX #9 would show the English words as one run from left
//! to right, with `the Foreign` to the left of the node, in the room of the
//! after-cell. So the part of that run before the node is moved to the after
//! cell, the part after it to the before cell, each next to the node (Rychlý
//! and Kovář, as built in `KonText`).
//!
//! The run is what UAX #9 makes of it. It begins and ends with a letter, a
//! number after a letter, or a bracket whose pair runs that way (rules W7, N0);
//! white space and punctuation inside it go with it (N1), those at its ends
//! have the direction of the paragraph (N2) and stay. What was moved is set in
//! an isolate, so that a comma or a bracket at its seam stays where it was.
//!
//! A line without any letter of the direction of the corpus is from an article
//! in another language: all of it changes sides, its full stop too.

use super::inked::Inked;
use super::words::{Force, LineGrapheme, resolve, units};
use unicode_segmentation::UnicodeSegmentation as _;

const LEFT_TO_RIGHT_ISOLATE: &str = "\u{2066}";
const RIGHT_TO_LEFT_ISOLATE: &str = "\u{2067}";
const POP_ISOLATE: &str = "\u{2069}";
/// What has more graphemes without white space may be cut anywhere.
const LONGEST_WORD: usize = 40;

/// What stands on one side of the node.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContextCell {
    /// What belongs to this side, away from the node.
    pub own: Inked,
    /// What was moved here from the other side, next to the node.
    pub moved: Inked,
}

/// A side of the node in logical order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NodeSide {
    Before,
    After,
}

/// The cells before and after `node` in text of direction `right_to_left`, the
/// parts of a run that crosses the node against that direction exchanged.
#[must_use]
pub fn straighten(
    before: &Inked,
    node: &str,
    after: &Inked,
    right_to_left: bool,
) -> (ContextCell, ContextCell) {
    let (before, after) = (before.trimmed(), after.trimmed());
    let (base, against) = if right_to_left {
        (Force::Right, Force::Left)
    } else {
        (Force::Left, Force::Right)
    };
    // Nearly every line: a node of the corpus's own direction.
    if units(node).any(|unit| unit.force == base) {
        let nothing = Inked::default();
        return (
            ContextCell::of(&before, &nothing),
            ContextCell::of(&after, &nothing),
        );
    }
    let mut line: Vec<LineGrapheme> = units(&before.text).collect();
    let n_before = line.len();
    // Between words there is white space; it is not part of any cell.
    let gap = LineGrapheme {
        start: 0,
        end: 0,
        force: Force::Neutral,
    };
    line.push(gap.clone());
    line.extend(units(node));
    let after_node = line.len();
    line.push(gap);
    let first_after = line.len();
    line.extend(units(&after.text));
    let has = |line: &[LineGrapheme], force| line.iter().any(|unit| unit.force == force);
    if has(&line, against) && !has(&line, base) {
        return (
            ContextCell::of(&Inked::default(), &after),
            ContextCell::of(&Inked::default(), &before),
        );
    }
    resolve(&mut line, base);

    let node_units = line.get(n_before + 1..after_node).unwrap_or_default();
    let runs_against = has(node_units, against) && !has(node_units, base);
    let (mut start, mut end) = (before.text.len(), 0);
    if runs_against {
        let head = line.get(..n_before).unwrap_or_default().iter().rev();
        for unit in head.take_while(|unit| unit.force != base) {
            if unit.force == against {
                start = unit.start;
            }
        }
        let tail = line.get(first_after..).unwrap_or_default().iter();
        for unit in tail.take_while(|unit| unit.force != base) {
            if unit.force == against {
                end = unit.end;
            }
        }
    }
    let (own_before, moved_before) = before.split(start);
    let (moved_after, own_after) = after.split(end);
    (
        ContextCell::of(&own_before, &moved_after),
        ContextCell::of(&own_after, &moved_before),
    )
}

impl ContextCell {
    fn of(own: &Inked, moved: &Inked) -> Self {
        Self {
            own: own.clone(),
            moved: moved.clone(),
        }
    }

    /// The text of the cell in logical order, for a line of direction
    /// `right_to_left`: of its graphemes at least the `n` that are nearest to
    /// the node, cut between words. Says whether that is all.
    pub(super) fn nearest(&self, side: NodeSide, n: usize, right_to_left: bool) -> (Inked, bool) {
        // The moved run goes the other way: before the node, its start is near.
        let (moved, n_moved) = match side {
            NodeSide::Before => head(&self.moved, n),
            NodeSide::After => tail(&self.moved, n),
        };
        let is_whole = moved.text.len() == self.moved.text.len();
        let left = if is_whole {
            n.saturating_sub(n_moved)
        } else {
            0
        };
        let (own, _) = match (side, left) {
            (_, 0) => (Inked::default(), 0),
            (NodeSide::Before, left) => tail(&self.own, left),
            (NodeSide::After, left) => head(&self.own, left),
        };
        let all = is_whole && own.text.len() == self.own.text.len();
        let mut text = Inked::default();
        match side {
            NodeSide::Before => {
                text.push(&own);
                space(&mut text, &moved);
                isolate(&mut text, &moved, right_to_left);
            }
            NodeSide::After => {
                isolate(&mut text, &moved, right_to_left);
                space(&mut text, &own);
                text.push(&own);
            }
        }
        (text, all)
    }
}

/// Parts without white space between them were on two sides of the node.
fn space(text: &mut Inked, next: &Inked) {
    let apart =
        text.text.ends_with(char::is_whitespace) || next.text.starts_with(char::is_whitespace);
    if !text.is_empty() && !next.is_empty() && !apart {
        text.push_plain(" ");
    }
}

fn isolate(text: &mut Inked, run: &Inked, right_to_left: bool) {
    if run.is_empty() {
        return;
    }
    text.push_plain(if right_to_left {
        LEFT_TO_RIGHT_ISOLATE
    } else {
        RIGHT_TO_LEFT_ISOLATE
    });
    text.push(run);
    text.push_plain(POP_ISOLATE);
}

/// The first `n` graphemes and the rest of the last word, as far as it is a word;
/// and how many there are.
fn head(text: &Inked, n: usize) -> (Inked, usize) {
    let graphemes = text.text.grapheme_indices(true).enumerate();
    let cut = graphemes
        .skip(n)
        .find(|(i, (_, grapheme))| *i >= n + LONGEST_WORD || grapheme.trim().is_empty());
    match cut {
        Some((i, (at, _))) => (text.part(0..at), i),
        None => (text.clone(), text.text.graphemes(true).count()),
    }
}

/// The last `n` graphemes and the rest of the first word, as far as it is a word;
/// and how many there are.
fn tail(text: &Inked, n: usize) -> (Inked, usize) {
    let graphemes = text.text.grapheme_indices(true).rev().enumerate();
    let cut = graphemes
        .skip(n)
        .find(|(i, (_, grapheme))| *i >= n + LONGEST_WORD || grapheme.trim().is_empty());
    match cut {
        Some((i, (at, grapheme))) => (text.part(at + grapheme.len()..text.text.len()), i),
        None => (text.clone(), text.text.graphemes(true).count()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{
        BaseDirection, FontCatalog, LineMeasure, TextStyle, Typesetter, is_right_to_left,
    };
    use proptest::prelude::*;

    fn cells(before: &str, node: &str, after: &str) -> [String; 4] {
        let (before, after) = (Inked::new(before, &[]), Inked::new(after, &[]));
        let (b, a) = straighten(&before, node, &after, true);
        [b.own.text, b.moved.text, a.moved.text, a.own.text]
    }

    #[test]
    fn english_phrase_changes_sides() {
        assert_eq!(
            cells("قال the Foreign", "Ministry", "spokesman said أمس"),
            ["قال ", "spokesman said", "the Foreign", " أمس"]
        );
        assert_eq!(
            cells("A B", "C", "D E"),
            ["", "D E", "A B", ""],
            "a line in English"
        );
        assert_eq!(
            cells("14 October, the", "Ministry", "of 2020."),
            ["", "of 2020.", "14 October, the", ""],
            "with what stands at its ends"
        );
        assert_eq!(cells("12", "2020", "30."), ["12", "", "", "30."]);
    }

    #[test]
    fn arabic_node_leaves_all_in_place() {
        assert_eq!(
            cells("قال the Foreign", "وزير", "Ministry said أمس"),
            ["قال the Foreign", "", "", "Ministry said أمس"]
        );
        assert_eq!(
            cells("قناة the", "قناة CNN", "said"),
            ["قناة the", "", "", "said"]
        );
    }

    #[test]
    fn punctuation_at_the_ends_of_the_run_stays() {
        assert_eq!(
            cells("قال: “the Foreign", "Ministry", "said”، أمس"),
            ["قال: “", "said", "the Foreign", "”، أمس"]
        );
        assert_eq!(
            cells("A, B", "C", ", D. E. أمس"),
            ["", ", D. E", "A, B", ". أمس"]
        );
    }

    #[test]
    fn digits_go_with_the_letter_before_them() {
        assert_eq!(
            cells("قال in 2020", "Biden", "won 51% أمس"),
            ["قال ", "won 51%", "in 2020", " أمس"]
        );
        assert_eq!(
            cells("قال 2020 the", "Ministry", "١٤ said"),
            ["قال 2020 ", "", "the", "١٤ said"],
            "a number after Arabic belongs to the Arabic"
        );
        assert_eq!(
            cells("قال in 1990 ١٤ 2020", "Ministry", ""),
            ["قال in 1990 ١٤ ", "", "2020", ""],
            "W7 looks past Arabic digits for a letter"
        );
        assert_eq!(
            cells("said in", "2020", "that the أمس"),
            ["", "that the", "said in", " أمس"],
            "a number in an English phrase"
        );
        assert_eq!(
            cells("قال في", "2020", "that أمس"),
            ["قال في", "", "", "that أمس"],
            "a number in an Arabic phrase"
        );
    }

    #[test]
    fn brackets_go_with_their_pair() {
        assert_eq!(
            cells("قال (the Foreign", "Ministry", "spokesman) أمس"),
            ["قال (", "spokesman", "the Foreign", ") أمس"]
        );
        assert_eq!(
            cells("قال A (B", "N", "C) أمس"),
            ["قال ", "C)", "A (B", " أمس"]
        );
        assert_eq!(
            cells("قال (the Foreign)", "Ministry", "أمس"),
            ["قال (the Foreign)", "", "", "أمس"]
        );
    }

    #[test]
    fn arabic_phrase_in_english_text_changes_sides_too() {
        let (before, after) = (Inked::new("he said قال", &[]), Inked::new("أمس today", &[]));
        let (b, a) = straighten(&before, "الوزير", &after, false);
        assert_eq!(
            (b.own.text.as_str(), b.moved.text.as_str()),
            ("he said ", "أمس")
        );
        assert_eq!(
            (a.moved.text.as_str(), a.own.text.as_str()),
            ("قال", " today")
        );
    }

    #[test]
    fn colours_go_with_their_words() {
        let before = Inked::new("قال the Foreign", &[(11..18, 0), (7..10, 1)]);
        let after = Inked::new("said أمس", &[(0..4, 2)]);
        let (b, a) = straighten(&before, "Ministry", &after, true);
        assert_eq!(a.moved.inks, [(4..11, 0), (0..3, 1)]);
        let (text, all) = b.nearest(NodeSide::Before, 100, true);
        assert!(all);
        assert_eq!(text.text, "قال \u{2066}said\u{2069}");
        assert_eq!(text.inks, [(10..14, 2)]);
    }

    #[test]
    fn what_is_near_the_node_is_kept() {
        let cell = ContextCell {
            own: Inked::new("واحد اثنان ثلاثة", &[]),
            moved: Inked::default(),
        };
        let near = |cell: &ContextCell, side, n| {
            let (text, all) = cell.nearest(side, n, true);
            (text.text, all)
        };
        assert_eq!(near(&cell, NodeSide::Before, 3), ("ثلاثة".to_owned(), false));
        assert_eq!(near(&cell, NodeSide::After, 3), ("واحد".to_owned(), false));
        assert!(near(&cell, NodeSide::After, 50).1);
        let english = ContextCell {
            own: Inked::default(),
            moved: Inked::new("one two three", &[]),
        };
        assert_eq!(near(&english, NodeSide::Before, 2).0, "\u{2066}one\u{2069}");
        assert_eq!(
            near(&english, NodeSide::After, 2).0,
            "\u{2066}three\u{2069}"
        );
    }

    #[test]
    fn a_word_without_end_is_cut() {
        let cell = ContextCell {
            own: Inked::new(&"ب".repeat(1_000), &[]),
            moved: Inked::default(),
        };
        let (text, all) = cell.nearest(NodeSide::Before, 50, true);
        assert_eq!((text.text.chars().count(), all), (90, false));
    }

    /// The graphemes of `text` from left to right, without white space and controls.
    fn on_screen(typesetter: &mut Typesetter, text: &str, direction: BaseDirection) -> String {
        let measure = LineMeasure {
            direction,
            ..LineMeasure::SINGLE_LINE
        };
        let block = typesetter.set(text, TextStyle::interface(12.0), measure, &[]);
        let cells = block.cells.iter();
        let graphemes = cells.filter_map(|cell| text.get(cell.bytes.clone()));
        graphemes
            .filter(|grapheme| {
                let first = grapheme.chars().next();
                first.is_some_and(|c| !c.is_whitespace() && !('\u{2066}'..='\u{2069}').contains(&c))
            })
            .collect()
    }

    fn is_seam(c: char) -> bool {
        !c.is_alphanumeric()
    }

    fn is_balanced(text: &str) -> bool {
        let depths = text.chars().scan(0, |depth, c| {
            *depth += match c {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            Some(*depth)
        });
        let depths: Vec<i32> = depths.collect();
        depths.iter().all(|depth| *depth >= 0) && depths.last().is_none_or(|depth| *depth == 0)
    }

    // No Arabic-Indic digits: what follows them hangs, in one line, on letters
    // before them that are in another cell here. No signs after digits either:
    // beside a bracket they may end up on the other side of a word.
    const WORDS: [&str; 14] = [
        "قال",
        "أمس",
        "وَزارة",
        "the",
        "Foreign",
        "é",
        "said",
        "A.B.",
        "(MoD)",
        "(",
        ")",
        ",",
        "،",
        "2020",
    ];

    proptest! {
        /// The line on the screen is the one that UAX #9 makes of it in one piece.
        #[test]
        fn phrase_reads_on_across_the_node(
            before in prop::collection::vec(prop::sample::select(&WORDS[..]), 0..7),
            node in prop::sample::select(&["Ministry", "U.S. Army", "B2B"][..]),
            after in prop::collection::vec(prop::sample::select(&WORDS[..]), 0..7),
        ) {
            let is_arabic = |word: &&str| word.chars().any(|c| c.is_alphabetic() && is_right_to_left(c));
            prop_assume!(before.iter().chain(&after).any(is_arabic));
            let (before, after) = (before.join(" "), after.join(" "));
            let (b, a) = straighten(&Inked::new(&before, &[]), node, &Inked::new(&after, &[]), true);
            // A pair around the whole node and Arabic words besides is torn apart by
            // the isolation of the cells, as it should be.
            prop_assume!(is_balanced(b.own.text.trim_end_matches(is_seam)));
            prop_assume!(is_balanced(a.own.text.trim_start_matches(is_seam)));
            let cell = |cell: &ContextCell, side| cell.nearest(side, 1_000, true).0.text;
            let mut typesetter = Typesetter::new(&FontCatalog::bundled());
            let mut show = |text: &str, direction| on_screen(&mut typesetter, text, direction);
            let whole = show(&format!("{before} {node} {after}"), BaseDirection::RightToLeft);
            let left = show(&cell(&a, NodeSide::After), BaseDirection::RightToLeft);
            let middle = show(node, BaseDirection::LeftToRight);
            let right = show(&cell(&b, NodeSide::Before), BaseDirection::RightToLeft);
            prop_assert_eq!(format!("{left}{middle}{right}"), whole);
        }
    }
}
