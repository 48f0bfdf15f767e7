//! A smaller world for tests that build many gazetteers.

use super::world::World;
use crate::arabic::fold;
use std::cell::RefCell;
use std::collections::BTreeSet;

thread_local! {
    static LESS: RefCell<Option<World>> = const { RefCell::new(None) };
}

impl World {
    /// What [`know_only_what_stands_in`] left of it on this thread.
    pub(super) fn of_test() -> Option<Self> {
        LESS.with_borrow(Clone::clone)
    }
}

/// Lets the gazetteers that this thread builds from now on know nothing of the
/// world but what `texts` can name, which is found in them as before: names
/// that stand there, and the states of these. To build one then takes a
/// twentieth of the time.
pub(crate) fn know_only_what_stands_in(texts: &[&str]) {
    let folded = fold(&texts.concat());
    let stands = |name: &str| folded.contains(&fold(name));
    let (mut world, _) = World::embedded();
    world
        .demonyms
        .retain(|demonym| demonym.stems.iter().any(|stem| stands(&stem.text)));
    let named = world
        .entities
        .iter()
        .filter(|entity| entity.names.iter().any(|name| stands(name)));
    let mut kept: BTreeSet<String> = BTreeSet::new();
    for entity in named {
        kept.extend(entity.country.clone());
        kept.insert(entity.id.clone());
    }
    kept.extend(world.demonyms.iter().filter_map(|d| d.country.clone()));
    world.retain(|entity| kept.contains(&entity.id));
    LESS.set(Some(world));
}
