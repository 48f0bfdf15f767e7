//! Any text is an entity file; what is read of it can be looked for.

use warraq::entity::{Gazetteer, Layer, Origin, listed_mentions, parse_definitions};

/// Panics where what must hold does not.
pub fn check(text: &str) {
    let (definitions, problems) = parse_definitions("entities.toml", text);
    let n_lines = u32::try_from(text.split('\n').count()).unwrap_or(u32::MAX);
    for problem in &problems {
        assert!(
            problem
                .line
                .is_none_or(|line| (1..=n_lines).contains(&line)),
            "{problem:?}"
        );
    }
    // The tables of the world take a thousand times longer than all the rest.
    if !text.len().is_multiple_of(64) {
        return;
    }
    let gazetteer = Gazetteer::build(&[Layer {
        origin: Origin::Folder,
        definitions: &definitions,
    }]);
    let mut end = 0;
    for mention in listed_mentions(&gazetteer, text) {
        assert!(end <= mention.span.start && mention.span.start < mention.span.end);
        assert!(text.get(mention.span.range()).is_some());
        end = mention.span.end;
    }
}
