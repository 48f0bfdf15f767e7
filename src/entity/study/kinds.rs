//! Sets of types, and the type of an entity as its mentions show it.

use crate::entity::model::EntityType;

const N_KINDS: usize = EntityType::ALL.len();

/// A set of types of entities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Kinds(u16);

impl Kinds {
    /// Every type.
    pub const ALL: Self = Self(u16::MAX);
    /// No type.
    pub const NONE: Self = Self(0);

    /// Whether `kind` is inside.
    #[must_use]
    pub const fn contains(self, kind: EntityType) -> bool {
        self.0 & Self::bit(kind) != 0
    }

    /// The set with `kind`.
    #[must_use]
    pub const fn with(self, kind: EntityType) -> Self {
        Self(self.0 | Self::bit(kind))
    }

    const fn bit(kind: EntityType) -> u16 {
        1 << kind as u16
    }
}

impl Default for Kinds {
    fn default() -> Self {
        Self::ALL
    }
}

impl FromIterator<EntityType> for Kinds {
    fn from_iter<I: IntoIterator<Item = EntityType>>(kinds: I) -> Self {
        kinds.into_iter().fold(Self::NONE, Self::with)
    }
}

/// How many mentions of an entity have each type. A reader may have changed
/// the type of some.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct KindCounts([u32; N_KINDS]);

impl KindCounts {
    pub(super) fn add(&mut self, kind: EntityType) {
        self.0[kind as usize] += 1;
    }

    pub(super) fn join(&mut self, other: &Self) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }

    /// The type of most mentions; of equal ones that which is listed first.
    pub(super) fn most(&self) -> EntityType {
        let mut most = EntityType::ALL[0];
        for kind in EntityType::ALL {
            if self.0[kind as usize] > self.0[most as usize] {
                most = kind;
            }
        }
        most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_put_in() {
        let places = Kinds::from_iter([EntityType::Gpe, EntityType::Loc]);
        for kind in EntityType::ALL {
            let is_place = matches!(kind, EntityType::Gpe | EntityType::Loc);
            assert_eq!(places.contains(kind), is_place);
            assert!(Kinds::ALL.contains(kind) && !Kinds::NONE.contains(kind));
        }
    }

    #[test]
    fn most_mentions_decide_the_type() {
        let mut counts = KindCounts::default();
        counts.add(EntityType::Org);
        counts.add(EntityType::Gpe);
        assert_eq!(counts.most(), EntityType::Gpe, "the first of equal ones");
        counts.join(&{
            let mut more = KindCounts::default();
            more.add(EntityType::Org);
            more
        });
        assert_eq!(counts.most(), EntityType::Org);
    }
}
