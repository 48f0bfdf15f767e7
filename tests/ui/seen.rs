//! What can be seen and heard of a window: names, rectangles, shapes.

use crate::frame::{PaintedText, rects, texts};
use crate::support::Window;
use crate::watch::Watch;
use egui::accesskit::{Role, Toggled};
use egui::epaint::{ClippedShape, RectShape};
use egui::{Color32, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use warraq::texts::{Arg, Language, Texts};
use warraq::ui::raster::Picture;
use warraq::ui::theme::{Palette, Theme};

impl Window {
    // What there is, by name.

    /// The texts of the language the window is in.
    pub(crate) fn texts(&self) -> Texts {
        Texts::new(self.language)
    }

    pub(crate) fn text(&self, key: &str) -> String {
        let texts = self.texts();
        assert!(texts.has(key), "{key}");
        texts.get(key).into_owned()
    }

    pub(crate) fn text_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let texts = self.texts();
        assert!(texts.has(key), "{key}");
        texts.with(key, args)
    }

    /// Tells the window's texts that the language was switched.
    pub(crate) fn now_in(&mut self, language: Language) {
        self.language = language;
    }

    /// The name of the button that switches the language.
    pub(crate) fn language_button(&self) -> String {
        self.text("language-switch-tooltip")
    }

    /// The name of the button that switches the theme.
    pub(crate) fn theme_button(&self) -> String {
        let is_dark = !self.filled(Theme::Dark.palette().paper).is_empty();
        self.text(if is_dark {
            "theme-to-light-tooltip"
        } else {
            "theme-to-dark-tooltip"
        })
    }

    /// The name of the button of the text menu, while the text has its usual size.
    pub(crate) fn text_button(&self) -> String {
        self.text_with("text-size-tooltip", &[("percent", 100_u32.into())])
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.harness.query_by_label(name).is_some()
    }

    /// The rectangle of what has this name.
    pub(crate) fn rect(&self, name: &str) -> Rect {
        self.harness.get_by_label(name).rect()
    }

    pub(crate) fn press_button(&mut self, name: &str) {
        let at = self.rect(name).center();
        self.click(at);
    }

    /// The rectangle of what has this role and this name.
    pub(crate) fn rect_of(&self, role: Role, name: &str) -> Rect {
        self.nodes(role)
            .iter()
            .find(|node| node.accesskit_node().label().as_deref() == Some(name))
            .map(Node::rect)
            .expect("such a control")
    }

    pub(crate) fn nodes(&self, role: Role) -> Vec<Node<'_>> {
        self.harness.query_all_by_role(role).collect()
    }

    /// Every node of the tree.
    pub(crate) fn all_nodes(&self) -> Vec<Node<'_>> {
        self.harness.query_all(By::new()).collect()
    }

    /// Name and rectangle of the node that has the keyboard.
    pub(crate) fn focused(&self) -> Option<(Role, String, Rect)> {
        self.all_nodes()
            .into_iter()
            .find(|node| node.is_focused() && node.accesskit_node().role() != Role::Window)
            .map(|node| {
                let inner = node.accesskit_node();
                let name = inner.label().unwrap_or_default();
                (inner.role(), name, node.rect())
            })
    }

    /// The room of the reading pane.
    pub(crate) fn pane(&self) -> Rect {
        self.rect(&self.text("a11y-reading-pane"))
    }

    /// The room of the list of articles.
    pub(crate) fn list(&self) -> Rect {
        self.rect(&self.text("a11y-article-list"))
    }

    /// The articles in view, from top to bottom: title, rectangle, whether open.
    pub(crate) fn rows(&self) -> Vec<(String, Rect, bool)> {
        let list = self.list();
        let mut rows: Vec<_> = self
            .nodes(Role::ListBoxOption)
            .into_iter()
            .filter(|node| list.contains(node.rect().center()))
            .map(|node| {
                let inner = node.accesskit_node();
                let is_open = inner.toggled() == Some(Toggled::True);
                (inner.label().unwrap_or_default(), node.rect(), is_open)
            })
            .collect();
        rows.sort_by(|a, b| a.1.top().total_cmp(&b.1.top()));
        rows
    }

    pub(crate) fn titles(&self) -> Vec<String> {
        self.rows().into_iter().map(|(title, ..)| title).collect()
    }

    /// The title of the article that the list shows as open.
    pub(crate) fn open_title(&self) -> Option<String> {
        let rows = self.rows();
        rows.into_iter().find(|row| row.2).map(|(title, ..)| title)
    }

    // What is painted.

    pub(crate) fn shapes(&self) -> Vec<ClippedShape> {
        self.ctx().plugin::<Watch>().lock().shapes().to_vec()
    }

    pub(crate) fn painted(&self) -> Vec<PaintedText> {
        texts(&self.shapes())
    }

    /// Whether `text` is written somewhere inside the window.
    pub(crate) fn shows(&self, text: &str) -> bool {
        self.painted().iter().any(|painted| painted.text() == text)
    }

    /// The texts of the pane from top to bottom.
    pub(crate) fn pane_texts(&self) -> Vec<PaintedText> {
        let pane = self.pane();
        let mut found = self.painted();
        found.retain(|text| pane.contains_rect(text.clip) && text.rect().intersects(pane));
        found
    }

    /// A paragraph of the open article as it is painted.
    pub(crate) fn paragraph(&self, text: &str) -> PaintedText {
        let mut found = self.pane_texts();
        found.retain(|painted| painted.text() == text);
        assert_eq!(found.len(), 1, "painted once: {text}");
        found.remove(0)
    }

    pub(crate) fn filled(&self, color: Color32) -> Vec<Rect> {
        filled(&self.shapes(), color)
    }

    /// The filled rectangles of `color` inside the pane.
    pub(crate) fn filled_in_pane(&self, color: Color32) -> Vec<Rect> {
        let pane = self.pane();
        let mut found = self.filled(color);
        found.retain(|rect| pane.intersects(*rect) && rect.width() < pane.width());
        found
    }

    pub(crate) fn stroked(&self, color: Color32) -> Vec<Rect> {
        let rects = stroked(&self.shapes(), color).into_iter();
        rects.map(|shape| shape.rect).collect()
    }

    /// How many rings mark what was stepped to.
    pub(crate) fn stroked_wide(&self) -> usize {
        let pane = self.pane();
        let is_ring =
            |rect: &RectShape| (rect.stroke.width - 2.5).abs() < 0.01 && pane.intersects(rect.rect);
        rects(&self.shapes())
            .iter()
            .filter(|rect| is_ring(rect))
            .count()
    }

    /// The palette of the light theme, in which windows are opened.
    pub(crate) fn palette() -> &'static Palette {
        Theme::Light.palette()
    }

    /// The last frame as a picture.
    pub(crate) fn picture(&mut self) -> Picture {
        let ground = self.with_app(|app| app.ground());
        let watch = self.ctx().plugin::<Watch>();
        watch.lock().picture(self.ctx(), self.size(), ground)
    }
}

/// Every rectangle filled with `color`, in the order of painting.
fn filled(shapes: &[ClippedShape], color: Color32) -> Vec<Rect> {
    rects(shapes)
        .into_iter()
        .filter(|rect| rect.fill == color)
        .map(|rect| rect.rect)
        .collect()
}

/// Every rectangle with a stroke of `color`.
fn stroked(shapes: &[ClippedShape], color: Color32) -> Vec<RectShape> {
    let mut found = rects(shapes);
    found.retain(|rect| rect.stroke.width > 0.0 && rect.stroke.color == color);
    found
}
