//! The lines of the menu of repairs.

use super::subject::Subject;
use crate::app::panels::Panel;
use crate::app::repairs::{MarkedWords, SpanEdge};
use crate::base::ByteSpan;
use crate::entity::EntityType;
use crate::entity::repair::{Repair, RepairReach};

/// Every type, as the menu lists them.
const KINDS: [(EntityType, &str, &str); 5] = [
    (EntityType::Per, "repair-mark-per", "entity-type-per"),
    (EntityType::Gpe, "repair-mark-gpe", "entity-type-gpe"),
    (EntityType::Loc, "repair-mark-loc", "entity-type-loc"),
    (EntityType::Org, "repair-mark-org", "entity-type-org"),
    (EntityType::Norp, "repair-mark-norp", "entity-type-norp"),
];

/// A page of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MenuPage {
    Top,
    Kinds,
    Span,
    SameAs,
    Different,
    Rename,
}

impl MenuPage {
    /// Whether it looks for an entity.
    pub(super) const fn finds_entities(self) -> bool {
        matches!(self, Self::SameAs | Self::Different)
    }

    /// Whether what it offers can hold here, in the article or everywhere.
    pub(super) const fn has_scope(self) -> bool {
        !matches!(self, Self::Different | Self::Rename)
    }
}

/// A line of the menu.
pub(super) struct MenuEntry {
    pub(super) text: String,
    /// What stands at the end of the line.
    pub(super) hint: String,
    pub(super) act: Act,
}

/// What a line does.
#[derive(Debug, Clone)]
pub(super) enum Act {
    Ask(Box<Repair>),
    Go(MenuPage),
    /// Marks these words instead.
    Words(ByteSpan),
    /// Gives the names in the fields.
    Rename,
    /// Opens the editor of the entity.
    Edit,
    Close,
}

/// The lines of `page`.
pub(super) fn entries(
    panel: &Panel<'_>,
    subject: &Subject,
    page: MenuPage,
    reach: RepairReach,
) -> Vec<MenuEntry> {
    let mut lines = Lines {
        panel,
        subject,
        reach,
        entries: Vec::new(),
    };
    match page {
        MenuPage::Top if subject.mention.is_some() => lines.mention(),
        MenuPage::Top => lines.selection(),
        MenuPage::Kinds => lines.kinds(),
        MenuPage::Span => lines.spans(),
        MenuPage::Rename => {
            let text = panel.texts.get("repair-rename-do").into_owned();
            lines.push(text, String::new(), Act::Rename);
        }
        MenuPage::SameAs | MenuPage::Different => {}
    }
    lines.entries
}

struct Lines<'a> {
    panel: &'a Panel<'a>,
    subject: &'a Subject,
    reach: RepairReach,
    entries: Vec<MenuEntry>,
}

impl Lines<'_> {
    fn push(&mut self, text: String, hint: String, act: Act) {
        self.entries.push(MenuEntry { text, hint, act });
    }

    fn ask(&mut self, text: String, hint: String, repair: Option<Repair>) {
        if let Some(repair) = repair {
            self.push(text, hint, Act::Ask(Box::new(repair)));
        }
    }

    fn go(&mut self, key: &str, page: MenuPage) {
        let text = self.panel.texts.get(key).into_owned();
        // An arrow towards where lines end.
        let arrow = if self.panel.cx.right_to_left {
            "‹"
        } else {
            "›"
        };
        self.push(text, arrow.to_owned(), Act::Go(page));
    }

    fn selection(&mut self) {
        let state = self.panel.state;
        for (kind, key, _) in KINDS {
            let text = self.panel.texts.get(key).into_owned();
            let repair = self.subject.mark(state, self.reach, kind);
            self.ask(text, String::new(), repair);
        }
        self.go("repair-is-entity", MenuPage::SameAs);
        self.proclitics();
    }

    /// The words with what is joined to their front, or without.
    fn proclitics(&mut self) {
        let words = self.subject.words;
        let other = if words.span == words.whole {
            words.bare.map(|span| ("repair-without-proclitic", span))
        } else {
            Some(("repair-with-proclitic", words.whole))
        };
        let Some(((key, span), article)) = other.zip(self.panel.state.open_article()) else {
            return;
        };
        let shown = span.slice(&article.text);
        let text = self.panel.texts.with(key, &[("words", shown.into())]);
        let act = if self.subject.mention.is_some() {
            let repair = self.subject.change_span(self.panel.state, self.reach, span);
            match repair {
                Some(repair) => Act::Ask(Box::new(repair)),
                None => return,
            }
        } else {
            Act::Words(span)
        };
        self.push(text, String::new(), act);
    }

    fn mention(&mut self) {
        let text = self.panel.texts.get("repair-no-name").into_owned();
        let repair = self.subject.no_name(self.panel.state, self.reach);
        self.ask(text, String::new(), repair);
        self.go("repair-change-type", MenuPage::Kinds);
        self.go("repair-change-span", MenuPage::Span);
        self.go("repair-same-as", MenuPage::SameAs);
        self.go("repair-different-from", MenuPage::Different);
        self.go("repair-rename", MenuPage::Rename);
        let text = self.panel.texts.get("repair-edit-entity").into_owned();
        self.push(text, String::new(), Act::Edit);
    }

    fn kinds(&mut self) {
        let state = self.panel.state;
        let now = self.subject.mention.map(|mention| mention.kind);
        for (kind, _, key) in KINDS {
            if Some(kind) != now {
                let text = self.panel.texts.get(key).into_owned();
                let repair = self.subject.change_type(state, self.reach, kind);
                self.ask(text, String::new(), repair);
            }
        }
    }

    fn spans(&mut self) {
        let state = self.panel.state;
        let (Some(mention), Some(article)) = (self.subject.mention, state.open_article()) else {
            return;
        };
        let moved = |edge, grows| MarkedWords::moved(&article.text, mention.span, edge, grows);
        let spans = [
            (
                "repair-span-selection",
                self.subject.selected.map(|s| s.span),
            ),
            ("repair-span-more-after", moved(SpanEdge::End, true)),
            ("repair-span-more-before", moved(SpanEdge::Start, true)),
            ("repair-span-less-after", moved(SpanEdge::End, false)),
            ("repair-span-less-before", moved(SpanEdge::Start, false)),
        ];
        for (key, span) in spans {
            let Some(span) = span else { continue };
            let text = self.panel.texts.get(key).into_owned();
            let hint = self.subject.in_full(&article.text, span).into_owned();
            let repair = self.subject.change_span(state, self.reach, span);
            self.ask(text, hint, repair);
        }
        self.proclitics();
    }
}
