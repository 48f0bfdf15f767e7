//! What a reader sees of the concordance.

use crate::support::Window;
use egui::Id;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::NodeT as _;
use warraq::app::Command;
use warraq::corpus::Facet;
use warraq::ui::kwic::KwicPane;

impl Window {
    /// Lines in view from top to bottom, as screen readers hear them, and
    /// whether each is selected.
    fn line_rows(&self) -> Vec<(String, bool)> {
        let list = self.rect(&self.text("a11y-lines"));
        let mut rows: Vec<_> = self
            .nodes(Role::ListBoxOption)
            .into_iter()
            .filter(|node| list.contains(node.rect().center()))
            .map(|node| {
                let inner = node.accesskit_node();
                let is_selected = inner.toggled() == Some(Toggled::True);
                (
                    node.rect().top(),
                    inner.label().unwrap_or_default(),
                    is_selected,
                )
            })
            .collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.into_iter().map(|(_, name, on)| (name, on)).collect()
    }

    /// Lines in view from top to bottom, as screen readers hear them.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.line_rows().into_iter().map(|(line, _)| line).collect()
    }

    /// The place among the lines in view of the one that is selected.
    pub(crate) fn selected_line(&self) -> Option<usize> {
        self.line_rows()
            .iter()
            .position(|(_, is_selected)| *is_selected)
    }

    /// Lines of the concordance; all of them are in view in these tests.
    pub(crate) fn n_lines(&self) -> usize {
        if self.has(&self.text("a11y-lines")) {
            self.lines().len()
        } else {
            0
        }
    }

    /// Gives the lines the keyboard.
    pub(crate) fn focus_lines(&mut self) {
        let id: Id = KwicPane::id();
        self.ctx().memory_mut(|memory| memory.request_focus(id));
        self.settle();
    }

    /// The form at the top of the table of matched forms.
    pub(crate) fn first_form(&self) -> String {
        let list = self.rect(&self.text("a11y-lines"));
        let mut forms: Vec<_> = self
            .nodes(Role::CheckBox)
            .into_iter()
            .filter(|node| !list.contains(node.rect().center()) && node.rect().top() > 60.0)
            .map(|node| {
                let name = node.accesskit_node().label().unwrap_or_default();
                (node.rect().top(), name)
            })
            .collect();
        forms.sort_by(|a, b| a.0.total_cmp(&b.0));
        let first = forms.first().expect("a form");
        let (form, _) = first.1.split_once(" · ").expect("a form and its count");
        form.to_owned()
    }

    /// Chooses a period, or takes it back.
    pub(crate) fn press_chip_of(&mut self, period: &str) {
        self.send(Command::TogglePeriod(Some(Facet::new(period))));
    }

    /// The name of the button whose name begins so.
    pub(crate) fn button_with(&self, start: &str) -> String {
        let nodes = self.nodes(Role::Button);
        let names = nodes
            .iter()
            .filter_map(|node| node.accesskit_node().label());
        let mut found = names.filter(|name| name.starts_with(start));
        found.next().expect("such a button")
    }

    /// Whether some text on the screen has `part`.
    pub(crate) fn shows_part(&self, part: &str) -> bool {
        self.painted().iter().any(|text| text.text().contains(part))
    }
}
