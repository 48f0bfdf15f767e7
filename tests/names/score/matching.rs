//! Compares predictions with annotated mentions.

use std::collections::BTreeMap;

use super::record::Gold;

/// A prediction. Offsets count Unicode scalar values, end exclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Predicted {
    /// First scalar value inside.
    pub(crate) start: usize,
    /// First scalar value after.
    pub(crate) end: usize,
    /// The tag of the type.
    pub(crate) tag: String,
    /// What must be equal besides, where both sides have one: the value of a
    /// casualty count, the iso form of a date.
    pub(crate) value: Option<String>,
}

/// Hits, false alarms and misses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Mentions found.
    pub(crate) hits: usize,
    /// Predictions that are no mention.
    pub(crate) false_alarms: usize,
    /// Mentions not found.
    pub(crate) misses: usize,
    /// Of the hits, those whose value differs.
    pub(crate) wrong_values: usize,
}

impl Counts {
    /// Hits of all predictions, 1 if there is none.
    pub(crate) fn precision(&self) -> f64 {
        ratio(self.hits, self.hits + self.false_alarms)
    }

    /// Hits of all mentions, 1 if there is none.
    pub(crate) fn recall(&self) -> f64 {
        ratio(self.hits, self.hits + self.misses)
    }

    /// The harmonic mean of both.
    pub(crate) fn f1(&self) -> f64 {
        ratio(
            2 * self.hits,
            2 * self.hits + self.false_alarms + self.misses,
        )
    }

    /// Adds the counts of `other`.
    pub(crate) fn add(&mut self, other: Self) {
        self.hits += other.hits;
        self.false_alarms += other.false_alarms;
        self.misses += other.misses;
        self.wrong_values += other.wrong_values;
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 {
        1.0
    } else {
        number(part) / number(whole)
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A mention that nothing overlaps.
    Missed(Gold),
    /// A prediction that overlaps no mention.
    False(Predicted),
    /// A mention, and the prediction that has other edges or another type.
    Differs(Gold, Predicted),
}

/// The outcome of a comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// Counts by the tag of the type, GPE and LOC each on its own.
    pub(crate) by_type: BTreeMap<String, Counts>,
    /// PER, GPE and LOC as one type, and ORG.
    pub(crate) headline: Counts,
    /// What is wrong, with the file.
    pub(crate) faults: Vec<(String, Fault)>,
}

impl Score {
    /// Adds the outcome of another text.
    pub(crate) fn add(&mut self, other: Self) {
        for (tag, counts) in other.by_type {
            self.by_type.entry(tag).or_default().add(counts);
        }
        self.headline.add(other.headline);
        self.faults.extend(other.faults);
    }
}

/// Compares the predictions of one article, `file` with the words `text`,
/// with its mentions. Types that `tags` does not name are left aside.
pub(crate) fn score(
    file: &str,
    text: &str,
    gold: &[Gold],
    predicted: &[Predicted],
    tags: &[&str],
) -> Score {
    let chars: Vec<char> = text.chars().collect();
    let gold: Vec<&Gold> = gold
        .iter()
        .filter(|g| g.file == file && tags.contains(&g.r#type.as_str()))
        .collect();
    let predicted: Vec<&Predicted> = predicted
        .iter()
        .filter(|p| tags.contains(&p.tag.as_str()))
        .collect();
    let mut score = Score::default();
    // Types each on its own first, then GPE and LOC as one for the headline.
    let apart = Matches::find(&chars, &gold, &predicted, false);
    for (mention, found) in gold.iter().zip(&apart.of_gold) {
        if mention.opt {
            continue;
        }
        let counts = score.by_type.entry(mention.r#type.clone()).or_default();
        match found {
            Some(index) => {
                counts.hits += 1;
                counts.wrong_values += usize::from(differs(mention, predicted[*index]));
            }
            None => counts.misses += 1,
        }
    }
    for (prediction, fate) in predicted.iter().zip(&apart.fates) {
        if *fate == Fate::False {
            let counts = score.by_type.entry(prediction.tag.clone()).or_default();
            counts.false_alarms += 1;
        }
    }
    let merged = Matches::find(&chars, &gold, &predicted, true);
    let main = |tag: &str| matches!(tag, "PER" | "GPE" | "LOC" | "ORG");
    for (mention, found) in gold.iter().zip(&merged.of_gold) {
        if !mention.opt && main(&mention.r#type) {
            score.headline.hits += usize::from(found.is_some());
            score.headline.misses += usize::from(found.is_none());
        }
    }
    for (prediction, fate) in predicted.iter().zip(&merged.fates) {
        if main(&prediction.tag) && *fate == Fate::False {
            score.headline.false_alarms += 1;
        }
    }
    score.faults = faults(&gold, &predicted, &merged)
        .into_iter()
        .map(|fault| (file.to_owned(), fault))
        .collect();
    score
}

fn differs(mention: &Gold, prediction: &Predicted) -> bool {
    let wanted = mention
        .value
        .map(|value| value.to_string())
        .or_else(|| Some(mention.entity.clone()).filter(|_| mention.r#type == "DATE"));
    match (wanted, &prediction.value) {
        (Some(wanted), Some(value)) => wanted != *value,
        _ => false,
    }
}

fn faults(gold: &[&Gold], predicted: &[&Predicted], matches: &Matches) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut explained = vec![false; predicted.len()];
    for (mention, found) in gold.iter().zip(&matches.of_gold) {
        if found.is_some() || mention.opt {
            continue;
        }
        let overlapping = predicted.iter().enumerate().find(|(index, p)| {
            matches.fates[*index] == Fate::False && p.start < mention.end && mention.start < p.end
        });
        faults.push(match overlapping {
            Some((index, prediction)) => {
                explained[index] = true;
                Fault::Differs((*mention).clone(), (*prediction).clone())
            }
            None => Fault::Missed((*mention).clone()),
        });
    }
    let others = predicted.iter().zip(&matches.fates).zip(explained);
    let others = others.filter(|((_, fate), explained)| **fate == Fate::False && !explained);
    faults.extend(others.map(|((prediction, _), _)| Fault::False((*prediction).clone())));
    faults
}

/// What became of a prediction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Hit,
    Forgiven,
    False,
}

/// Which prediction found which mention.
struct Matches {
    of_gold: Vec<Option<usize>>,
    fates: Vec<Fate>,
}

impl Matches {
    fn find(chars: &[char], gold: &[&Gold], predicted: &[&Predicted], merged: bool) -> Self {
        let same_type = |a: &str, b: &str| {
            a == b || (merged && matches!(a, "GPE" | "LOC") && matches!(b, "GPE" | "LOC"))
        };
        let is_reading = |p: &Predicted, start: usize, end: usize, tag: &str| {
            p.end == end && same_type(&p.tag, tag) && is_same_start(chars, p.start, start)
        };
        let is_alternative = |p: &Predicted, g: &Gold| {
            g.alt.iter().any(|alt| {
                let tag = alt.r#type.as_deref().unwrap_or(&g.r#type);
                is_reading(p, alt.start, alt.end, tag)
            })
        };
        let mut matches = Self {
            of_gold: vec![None; gold.len()],
            fates: vec![Fate::False; predicted.len()],
        };
        for by_alternative in [false, true] {
            for (g, of_gold) in gold.iter().zip(&mut matches.of_gold) {
                if of_gold.is_some() {
                    continue;
                }
                let found = predicted.iter().enumerate().position(|(index, p)| {
                    matches.fates[index] == Fate::False
                        && if by_alternative {
                            is_alternative(p, g)
                        } else {
                            is_reading(p, g.start, g.end, &g.r#type)
                        }
                });
                if let Some(index) = found {
                    *of_gold = Some(index);
                    matches.fates[index] = Fate::Hit;
                }
            }
        }
        for (p, fate) in predicted.iter().zip(&mut matches.fates) {
            let forgiven = *fate == Fate::False
                && gold.iter().zip(&matches.of_gold).any(|(g, found)| {
                    let on_optional = g.opt && p.start < g.end && g.start < p.end;
                    on_optional || (found.is_some() && is_alternative(p, g))
                });
            if forgiven {
                *fate = Fate::Forgiven;
            }
        }
        matches
    }
}

/// Whether two left edges are the same but for proclitics or the article.
fn is_same_start(chars: &[char], a: usize, b: usize) -> bool {
    let (first, last) = (a.min(b), a.max(b));
    let Some(between) = chars.get(first..last) else {
        return false;
    };
    let rest: String = between.iter().filter(|c| c.is_alphabetic()).collect();
    let whole_word = between.iter().all(|c| !c.is_whitespace());
    whole_word && rest.chars().count() <= 4 && {
        let rest = rest.trim_start_matches(['و', 'ف']);
        let rest = rest.trim_start_matches(['ب', 'ل', 'ك']);
        matches!(rest, "" | "ال" | "ا")
    }
}
