//! Every text, of every chart and of all else, can be read on its ground.

use crate::chart::data::{Look, decades, months};
use egui::Color32;
use warraq::ui::chart::Drawing;
use warraq::ui::theme::Theme;

/// Relative luminance of WCAG 2.2.
fn luminance(color: Color32) -> f32 {
    let channel = |c: u8| {
        let c = f32::from(c) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
}

fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn assert_readable(drawing: &Drawing, grounds: [Color32; 3]) {
    assert!(drawing.texts().count() > 3);
    for text in drawing.texts() {
        for ground in grounds {
            let ratio = contrast(text.color, ground);
            assert!(ratio >= 4.5, "{:?} on {ground:?}: {ratio}", text.text);
        }
    }
}

#[test]
fn text_can_be_read_on_every_ground() {
    for palette in [Theme::Light.palette(), Theme::Dark.palette()] {
        let tints = [
            palette.paper,
            palette.selection,
            palette.hit.tint,
            palette.person.tint,
            palette.place.tint,
            palette.organisation.tint,
            palette.people.tint,
            palette.date.tint,
            palette.casualty.tint,
        ];
        for tint in tints {
            let ratio = contrast(palette.ink, tint);
            assert!(ratio >= 7.0, "ink on {tint:?}: {ratio}");
        }
        for ground in [palette.paper, palette.panel] {
            assert!(contrast(palette.soft, ground) >= 4.5);
            assert!(contrast(palette.faint, ground) >= 3.0);
            assert!(contrast(palette.accent.ink, ground) >= 4.5);
        }
        for series in palette.series {
            // A name can stand inside.
            assert!(contrast(palette.paper, series) >= 4.2, "{series:?}");
        }
        for period in palette.periods {
            assert!(contrast(period.ink, period.tint) >= 4.5, "{period:?}");
        }
    }
}

#[test]
fn labels_can_be_read_in_both_themes() {
    for (arabic, theme) in Look::ALL {
        let look = Look::new(arabic, theme, 600.0, 300.0);
        let palette = look.palette();
        let grounds = [palette.paper, palette.panel, palette.hover];
        for drawing in [
            look.bars(),
            look.timeline(&months()),
            look.timeline(&decades()),
            look.dispersion(12),
        ] {
            assert_readable(&drawing, grounds);
        }
    }
}
