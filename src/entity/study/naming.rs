//! Which spelling each outlet and each period uses for the same thing.

use super::cores::{self, CoreGroup};
use super::fold_key::variants;
use super::forms::{CountedAs, WrittenForm, written_forms};
use super::scope::StudyScope;
use crate::base::{CancelToken, Cancelled, EntityId};
use crate::corpus::Facet;

/// Which forms share a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SpellingRows {
    /// Those that differ only in tashkeel, tatweel, the forms of alef and
    /// hamza, ة and ه, ى and ي, the article, or a clitic before them.
    #[default]
    Folded,
    /// Also those that have a shorter form in common ([`Naming::by_core`]).
    Core,
    /// None: every form has its own row.
    Apart,
}

/// The spellings of an entity by period and by outlet. A spelling counts where
/// it is a mention; in [`naming`] also inside a longer name of another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Naming {
    /// The columns of counts by period, undated last.
    pub periods: Vec<Option<Facet>>,
    /// The columns of counts by outlet, those without outlet last; also outlets
    /// that never name the entity.
    pub outlets: Vec<Option<Facet>>,
    /// The rows, the most frequent first, ties by form.
    pub rows: Vec<NamingRow>,
}

/// A spelling, or several that differ in nothing that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamingRow {
    /// The commonest form, and the counts of all forms of the row.
    pub all: WrittenForm,
    /// The forms of the row, the most frequent first, ties by form.
    pub forms: Vec<FormCount>,
}

/// A form and how often it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormCount {
    /// The words.
    pub form: String,
    /// How often in all periods.
    pub mentions: u32,
}

/// The spellings of `entities`, the ids of one thing, in `scope`: of their
/// mentions, and of those that lists have inside a longer name of another, after
/// its first word (آرتساخ in وزارة خارجية آرتساخ).
///
/// # Errors
/// [`Cancelled`] when `cancel` asks for it.
pub fn naming(
    scope: &StudyScope<'_>,
    entities: &[EntityId],
    together: SpellingRows,
    cancel: &CancelToken,
) -> Result<Naming, Cancelled> {
    let forms = written_forms(scope, entities, CountedAs::InsideNames, cancel)?;
    Ok(in_rows(scope, forms, together))
}

/// The spellings of the mentions of `entities` alone, each with its own row.
///
/// # Errors
/// [`Cancelled`] when `cancel` asks for it.
pub(super) fn mentions_by_spelling(
    scope: &StudyScope<'_>,
    entities: &[EntityId],
    cancel: &CancelToken,
) -> Result<Naming, Cancelled> {
    let forms = written_forms(scope, entities, CountedAs::Mentions, cancel)?;
    Ok(in_rows(scope, forms, SpellingRows::Apart))
}

fn in_rows(scope: &StudyScope<'_>, forms: Vec<WrittenForm>, together: SpellingRows) -> Naming {
    let numbers = match together {
        SpellingRows::Folded | SpellingRows::Core => {
            let forms: Vec<&str> = forms.iter().map(|form| form.form.as_str()).collect();
            variants(&forms)
        }
        SpellingRows::Apart => (0..forms.len()).collect(),
    };
    let mut rows: Vec<NamingRow> = Vec::new();
    // The first form of each row is its commonest one.
    for (form, number) in forms.into_iter().zip(numbers) {
        let count = FormCount {
            mentions: form.total(),
            form: form.form.clone(),
        };
        if let Some(row) = rows.get_mut(number) {
            row.all.add(&form);
            row.forms.push(count);
        } else {
            rows.push(NamingRow {
                all: form,
                forms: vec![count],
            });
        }
    }
    rows.sort_by(|a, b| {
        let totals = b.all.total().cmp(&a.all.total());
        totals.then_with(|| a.all.form.cmp(&b.all.form))
    });
    let mut naming = Naming {
        periods: scope.periods().to_vec(),
        outlets: scope.outlets().to_vec(),
        rows,
    };
    if together == SpellingRows::Core {
        let groups = naming.by_core().into_iter();
        let rows = groups.map(|group| {
            let rows = group.rows.iter().filter_map(|row| naming.rows.get(*row));
            NamingRow {
                forms: rows.flat_map(|row| row.forms.clone()).collect(),
                all: group.all,
            }
        });
        naming.rows = rows.collect();
    }
    naming
}

impl Naming {
    /// How often all rows together.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.rows.iter().map(|row| row.all.total()).sum()
    }

    /// The counts of each period, of all rows together.
    #[must_use]
    pub fn by_period(&self) -> Vec<u32> {
        self.sums(self.periods.len(), |row| &row.all.by_period)
    }

    /// The counts of each outlet, of all rows together.
    #[must_use]
    pub fn by_outlet(&self) -> Vec<u32> {
        self.sums(self.outlets.len(), |row| &row.all.by_outlet)
    }

    /// The rows put together by their core words: ناغورني كاراباخ with كاراباخ,
    /// and ناغورني قره باغ with قره باغ.
    ///
    /// A row *contains* another one if all words of that stand in it side by
    /// side. Its core is
    ///
    /// 1. the core of the commonest other row that it contains (of equally
    ///    common ones that with fewer words); else
    /// 2. itself.
    ///
    /// So the core is always a spelling that the articles use by itself, and no
    /// list of words to leave out (ناغورني, إقليم, جمهورية) is needed. Two
    /// spellings that share a word which never stands alone stay apart.
    #[must_use]
    pub fn by_core(&self) -> Vec<CoreGroup> {
        cores::groups(self)
    }

    fn sums(&self, n_columns: usize, cells: impl Fn(&NamingRow) -> &[u32]) -> Vec<u32> {
        let mut sums = vec![0; n_columns];
        for row in &self.rows {
            super::forms::add_cells(&mut sums, cells(row));
        }
        sums
    }
}
