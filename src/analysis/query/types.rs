//! Sets of types, and where they stand.

use super::super::index::{Index, TypeId};

/// The types that a term stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Types {
    /// Every type.
    All,
    /// These, ascending, each once.
    These(Vec<u32>),
}

/// More types than this are put in order by a bitmap, not by sorting.
const MANY_TO_SORT: usize = 1 << 13;

/// More types than this are looked up in a bitmap, not in the list.
const MANY_TYPES: usize = 16;

impl Types {
    /// The set of `types`, in any order.
    pub(super) fn new(mut types: Vec<u32>) -> Self {
        if types.len() > MANY_TO_SORT {
            return Self::These(in_order(&types));
        }
        types.sort_unstable();
        types.dedup();
        Self::These(types)
    }

    /// How many tokens are of these types.
    pub(super) fn n_tokens(&self, index: &Index) -> usize {
        match self {
            Self::All => index.n_tokens() as usize,
            Self::These(types) => types
                .iter()
                .map(|&id| index.freq(TypeId(id)) as usize)
                .sum(),
        }
    }

    /// The first `n` positions of these types, ascending, without finding all.
    pub(super) fn first_positions(&self, n: usize, index: &Index) -> Vec<u32> {
        let types = match self {
            Self::All => return (0..index.n_tokens()).take(n).collect(),
            Self::These(types) => types,
        };
        let member = self.member(index);
        let n_tokens = self.n_tokens(index);
        // Reading the tokens from the start is quicker where hits are thick.
        let n_read = (index.n_tokens() as usize)
            .checked_div(n_tokens)
            .map_or(usize::MAX, |stretch| stretch.saturating_mul(n));
        if n_read < types.len() {
            let tokens = (0..).zip(index.tokens());
            let found = tokens.filter(|(_, form)| member.has(**form));
            return found.map(|(place, _)| place).take(n).collect();
        }
        let mut first: Vec<u32> = types
            .iter()
            .flat_map(|&id| index.postings(TypeId(id)).iter().take(n).copied())
            .collect();
        if first.len() > n && n > 0 {
            first.select_nth_unstable(n - 1);
        }
        first.truncate(n);
        first.sort_unstable();
        first
    }

    /// A quick answer to whether a type is one of these.
    pub(super) fn member(&self, index: &Index) -> Member {
        match self {
            Self::All => Member::All,
            Self::These(types) if types.len() <= MANY_TYPES => Member::Few(types.clone()),
            Self::These(types) => {
                let mut bits = vec![0_u64; index.n_types().div_ceil(64)];
                for &id in types {
                    if let Some(word) = bits.get_mut(id as usize / 64) {
                        *word |= 1 << (id % 64);
                    }
                }
                Member::Many(bits)
            }
        }
    }

    /// The types of both sets.
    pub(super) fn union(self, other: Self) -> Self {
        match (self, other) {
            (Self::All, _) | (_, Self::All) => Self::All,
            (Self::These(none), Self::These(types)) | (Self::These(types), Self::These(none))
                if none.is_empty() =>
            {
                Self::These(types)
            }
            (Self::These(mut types), Self::These(more)) => {
                types.extend(more);
                Self::new(types)
            }
        }
    }

    /// Takes `types`, in any order, out. A set of all stays one.
    pub(super) fn remove(&mut self, types: &[TypeId]) {
        if let Self::These(have) = self
            && !types.is_empty()
        {
            let mut out: Vec<u32> = types.iter().map(|id| id.0).collect();
            out.sort_unstable();
            have.retain(|id| out.binary_search(id).is_err());
        }
    }
}

/// `numbers`, of which there are many, ascending, each once.
pub(super) fn in_order(numbers: &[u32]) -> Vec<u32> {
    let last = numbers.iter().max().map_or(0, |last| *last as usize);
    let mut bits = vec![0_u64; last / 64 + 1];
    for n in numbers {
        bits[*n as usize / 64] |= 1 << (n % 64);
    }
    let mut ordered = Vec::with_capacity(numbers.len());
    for (n, mut word) in (0_u32..).zip(bits) {
        while word != 0 {
            ordered.push(n * 64 + word.trailing_zeros());
            word &= word - 1;
        }
    }
    ordered
}

/// Whether a type is in a set.
#[derive(Debug)]
pub(super) enum Member {
    All,
    /// Looked through.
    Few(Vec<u32>),
    /// A bit for each type.
    Many(Vec<u64>),
}

impl Member {
    /// Calls `see` with the place of each of `tokens` that is in the set.
    pub(super) fn each_in(&self, tokens: &[u32], mut see: impl FnMut(u32)) {
        let tokens = (0..).zip(tokens);
        match self {
            Self::Many(bits) => {
                for (n, id) in tokens {
                    let word = bits.get(*id as usize / 64).copied().unwrap_or(0);
                    if word >> (id % 64) & 1 == 1 {
                        see(n);
                    }
                }
            }
            Self::All | Self::Few(_) => {
                for (n, _) in tokens.filter(|(_, id)| self.has(**id)) {
                    see(n);
                }
            }
        }
    }

    pub(super) fn has(&self, id: u32) -> bool {
        match self {
            Self::All => true,
            Self::Few(types) => types.contains(&id),
            Self::Many(bits) => {
                let word = bits.get(id as usize / 64).copied().unwrap_or(0);
                word >> (id % 64) & 1 == 1
            }
        }
    }
}
