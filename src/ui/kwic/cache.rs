//! The entries that were in view lately, and their layout.

use super::cells::{SetRow, Setter};
use super::request::{KwicEntry, KwicRequest, KwicRow};
use rustc_hash::FxHashMap;

/// Entries above this number are dropped when they were out of view for a while.
const CAPACITY: usize = 512;
/// Passes after which an entry out of view may be dropped.
const LIFE: u64 = 60;

/// An entry, asked for once.
pub(super) struct CachedEntry {
    pub(super) entry: KwicEntry,
    pub(super) set: Option<SetRow>,
    revision: u64,
    used: u64,
}

impl CachedEntry {
    /// The line, if it is one.
    pub(super) fn line(&self) -> Option<&KwicRow> {
        match &self.entry {
            KwicEntry::Line(row) => Some(row),
            KwicEntry::Heading { .. } => None,
        }
    }
}

/// What was asked for, by number of the entry.
#[derive(Default)]
pub(super) struct Cache {
    kept: FxHashMap<usize, CachedEntry>,
    pass: u64,
}

impl Cache {
    /// Forgets every entry.
    pub(super) fn clear(&mut self) {
        self.kept.clear();
    }

    /// Forgets the layout of every entry, but not what it says.
    pub(super) fn unset(&mut self) {
        #[expect(clippy::iter_over_hash_type, reason = "each for itself")]
        for kept in self.kept.values_mut() {
            kept.set = None;
        }
    }

    /// To be called once in every pass: drops what is long out of view.
    pub(super) fn begin_pass(&mut self) {
        self.pass += 1;
        if self.kept.len() > CAPACITY {
            let oldest = self.pass.saturating_sub(LIFE);
            self.kept.retain(|_, kept| kept.used >= oldest);
        }
        if self.kept.len() > 4 * CAPACITY {
            self.kept.clear();
        }
    }

    /// Entry `index`, asked for unless it is known in this revision. A layout
    /// stays good as long as the words and their colours are the same.
    pub(super) fn entry(
        &mut self,
        index: usize,
        request: &mut KwicRequest<'_>,
    ) -> &mut CachedEntry {
        let revision = request.revision;
        let pass = self.pass;
        let ask = &mut *request.entry;
        let kept = self.kept.entry(index).or_insert_with(|| CachedEntry {
            entry: ask(index),
            set: None,
            revision,
            used: pass,
        });
        if kept.revision != revision {
            let entry = ask(index);
            if !same_words(&kept.entry, &entry) {
                kept.set = None;
            }
            kept.entry = entry;
            kept.revision = revision;
        }
        kept.used = pass;
        kept
    }

    /// An entry that was asked for before.
    pub(super) fn known(&self, index: usize) -> Option<&CachedEntry> {
        self.kept.get(&index)
    }

    /// Lays entry `index` out, unless it is.
    pub(super) fn set(
        &mut self,
        index: usize,
        request: &mut KwicRequest<'_>,
        setter: &mut Setter<'_>,
    ) {
        let kept = self.entry(index, request);
        if kept.set.is_none()
            && let KwicEntry::Line(row) = &kept.entry
        {
            kept.set = Some(setter.row(row));
        }
    }
}

/// Whether two entries are laid out alike.
fn same_words(a: &KwicEntry, b: &KwicEntry) -> bool {
    match (a, b) {
        (KwicEntry::Line(a), KwicEntry::Line(b)) => {
            (&a.before, &a.node, &a.after) == (&b.before, &b.node, &b.after)
                && (&a.before_inks, &a.after_inks) == (&b.before_inks, &b.after_inks)
        }
        _ => false,
    }
}
