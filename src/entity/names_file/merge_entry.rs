//! Merging one entry that two programs changed.

use super::entry::{Ambiguous, EntityDef, Reading};

/// The keys that both changed, each otherwise.
pub(super) type Fields = Vec<&'static str>;

/// Takes ours where only we changed it; theirs stays where both did.
fn scalar<T: PartialEq + Clone>(
    key: &'static str,
    base: Option<&T>,
    ours: &T,
    theirs: &mut T,
    fields: &mut Fields,
) {
    if base == Some(ours) || ours == theirs {
        return;
    }
    if base == Some(theirs) {
        theirs.clone_from(ours);
    } else {
        fields.push(key);
    }
}

/// As [`scalar`], for what an entry need not say.
fn optional<T: PartialEq + Clone>(
    key: &'static str,
    base: Option<&T>,
    ours: Option<&T>,
    theirs: &mut Option<T>,
    fields: &mut Fields,
) {
    if base == ours || ours == theirs.as_ref() {
        return;
    }
    if base == theirs.as_ref() {
        *theirs = ours.cloned();
    } else {
        fields.push(key);
    }
}

/// Theirs, without what we took out, and with what we added at the end.
fn list(base: &[String], ours: &[String], theirs: &mut Vec<String>) {
    theirs.retain(|item| ours.contains(item) || !base.contains(item));
    for item in ours {
        if !base.contains(item) && !theirs.contains(item) {
            theirs.push(item.clone());
        }
    }
}

/// The entry with both changes, and the keys where ours could not be taken.
pub(super) fn entities(
    base: Option<&EntityDef>,
    ours: &EntityDef,
    theirs: &EntityDef,
) -> (EntityDef, Fields) {
    let mut fields = Fields::new();
    let mut merged = theirs.clone();
    let f = &mut fields;
    scalar(
        "type",
        base.map(|b| &b.kind),
        &ours.kind,
        &mut merged.kind,
        f,
    );
    let get = |get: fn(&EntityDef) -> Option<&String>| (base.and_then(get), get(ours));
    let (before, now) = get(|e| e.ar.as_ref());
    optional("ar", before, now, &mut merged.ar, f);
    let (before, now) = get(|e| e.en.as_ref());
    optional("en", before, now, &mut merged.en, f);
    let (before, now) = get(|e| e.country.as_ref());
    optional("country", before, now, &mut merged.country, f);
    let (before, now) = get(|e| e.note.as_ref());
    optional("note", before, now, &mut merged.note, f);
    let (before, now) = get(|e| e.same_as.as_ref());
    optional("same_as", before, now, &mut merged.same_as, f);
    let empty: &[String] = &[];
    list(
        base.map_or(empty, |b| &b.names),
        &ours.names,
        &mut merged.names,
    );
    list(base.map_or(empty, |b| &b.not), &ours.not, &mut merged.not);
    let base_different = base.map_or(empty, |b| &b.different);
    list(base_different, &ours.different, &mut merged.different);
    let none = Ambiguous::default();
    let base_ambiguous = base.map_or(&none, |b| &b.ambiguous);
    match (base_ambiguous, &ours.ambiguous, &mut merged.ambiguous) {
        (Ambiguous::Only(base), Ambiguous::Only(ours), Ambiguous::Only(theirs)) => {
            list(base, ours, theirs);
        }
        (base, ours, theirs) => scalar("ambiguous", Some(base), ours, theirs, f),
    }
    contradictions(theirs, &mut merged, f);
    (merged, fields)
}

/// A spelling that one adds and the other denies: theirs stays.
fn contradictions(theirs: &EntityDef, merged: &mut EntityDef, fields: &mut Fields) {
    let both = |name: &String| {
        let ours_and_theirs = merged.names.contains(name) && merged.not.contains(name);
        ours_and_theirs && !(theirs.names.contains(name) && theirs.not.contains(name))
    };
    let both: Vec<String> = merged.names.iter().filter(|n| both(n)).cloned().collect();
    for name in both {
        let (list, key) = if theirs.not.contains(&name) {
            (&mut merged.names, "names")
        } else {
            (&mut merged.not, "not")
        };
        list.retain(|known| *known != name);
        if !fields.contains(&key) {
            fields.push(key);
        }
    }
}

/// As [`entities`]. What words mean is one thing, however many keys say it.
pub(super) fn readings(
    base: Option<&Reading>,
    ours: &Reading,
    theirs: &Reading,
) -> (Reading, Fields) {
    let mut fields = Fields::new();
    let mut merged = theirs.clone();
    let base = base.map(|base| &base.verdict);
    scalar(
        "entity",
        base,
        &ours.verdict,
        &mut merged.verdict,
        &mut fields,
    );
    (merged, fields)
}
