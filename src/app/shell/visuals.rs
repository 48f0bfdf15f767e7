//! What egui's own widgets (popups, tooltips, areas) look like.

use crate::app::settings::ThemeChoice;
use crate::ui::theme::Theme;
use crate::ui::widgets::floating_shadow;
use egui::{Context, CornerRadius, Margin, Stroke};

/// The theme that the reader chose, or that of the system.
pub(in crate::app) fn theme_of(choice: ThemeChoice, ctx: &Context) -> Theme {
    match choice {
        ThemeChoice::Light => Theme::Light,
        ThemeChoice::Dark => Theme::Dark,
        ThemeChoice::System => match ctx.system_theme() {
            Some(egui::Theme::Dark) => Theme::Dark,
            _ => Theme::Light,
        },
    }
}

/// Gives `ctx` the colours of `theme`; cheap when nothing has changed.
pub(in crate::app) fn apply(ctx: &Context, theme: Theme) {
    let palette = theme.palette();
    let wanted = if palette.dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    };
    let is_current =
        ctx.theme() == wanted && ctx.global_style().visuals.window_fill == palette.paper;
    if is_current {
        return;
    }
    ctx.set_theme(wanted);
    ctx.style_mut_of(wanted, |style| {
        let visuals = &mut style.visuals;
        visuals.window_fill = palette.paper;
        visuals.panel_fill = palette.panel;
        visuals.window_stroke = Stroke::new(1.0, palette.line);
        visuals.window_corner_radius = CornerRadius::same(10);
        visuals.menu_corner_radius = CornerRadius::same(10);
        let shadow = floating_shadow(palette);
        visuals.window_shadow = shadow;
        visuals.popup_shadow = shadow;
        visuals.selection.bg_fill = palette.selection;
        visuals.override_text_color = Some(palette.ink);
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.5;
        style.spacing.menu_margin = Margin::same(6);
        style.spacing.item_spacing = egui::vec2(4.0, 2.0);
    });
}
