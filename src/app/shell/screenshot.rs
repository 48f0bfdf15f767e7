//! The frame that the window would show, without a display.

use super::app::App;
use crate::app::command::names::{NamesCommand, NamesPart};
use crate::app::command::statistics::StatisticsKind;
use crate::app::command::{Command, Source, StatisticsCommand, View};
use crate::app::settings::Settings;
use crate::app::state::Failure;
use crate::base::messages;
use crate::corpus::Facet;
use crate::jobs::Executor;
use crate::ui::raster::{Picture, Raster};
use egui::{Context, Pos2, RawInput, Rect, Vec2, ViewportId};

/// Passes after which a picture is taken even if something still moves.
const MOST_PASSES: u32 = 5_000;
/// Seconds between two passes.
const STEP: f64 = 1.0 / 60.0;
/// Largest side of the glyph atlas in pixels.
const ATLAS: usize = 8192;

/// What the picture shows.
#[derive(Debug, Clone)]
pub struct Shot {
    /// The corpus.
    pub source: Source,
    /// The place of the article in the list, from 1.
    pub article: Option<usize>,
    /// What the middle shows.
    pub view: View,
    /// What the statistics show.
    pub table: StatisticsKind,
    /// What the view of names shows.
    pub names: NamesPart,
    /// The canonical name of the entity that it is about.
    pub name: Option<String>,
    /// What is searched for.
    pub search: Option<String>,
    /// The periods chosen.
    pub periods: Vec<String>,
    /// Width and height in points.
    pub size: [f32; 2],
    /// Pixels in a point.
    pub scale: f32,
    /// Theme, language and text size.
    pub settings: Settings,
}

messages! {
    /// Why there is no picture.
    #[derive(Debug)]
    pub enum ShotError {
        /// The corpus could not be opened.
        Open(failure: Failure),
        /// There is no such article.
        NoArticle {
            /// The number asked for.
            wanted: usize,
            /// Articles in the list.
            n: usize,
        } => Error "no-such-article",
    }
}

/// Draws the window of `shot`.
///
/// # Errors
/// [`ShotError`] when there is nothing to draw.
pub fn take(shot: &Shot) -> Result<Picture, ShotError> {
    let ctx = Context::default();
    let mut app = App::new(
        &ctx,
        Executor::Inline,
        shot.settings.clone(),
        shot.source.clone(),
        false,
    );
    if let Some(failure) = app.state.failure.take() {
        return Err(ShotError::Open(failure));
    }
    for period in &shot.periods {
        let period = match period.as_str() {
            "undated" => None,
            label => Some(Facet::new(label)),
        };
        app.send(Command::TogglePeriod(period));
    }
    if let Some(query) = &shot.search {
        app.search_for(query);
    }
    let table = StatisticsCommand::Show(shot.table);
    app.send(Command::Statistics(table));
    app.send(Command::Names(NamesCommand::Show(shot.names)));
    if let Some(name) = &shot.name {
        app.send(Command::Names(NamesCommand::Choose(name.as_str().into())));
    }
    app.send(Command::Ui(shot.view.command()));
    app.logic(&ctx);
    if let Some(wanted) = shot.article {
        let n = app.n_listed();
        let id = wanted
            .checked_sub(1)
            .and_then(|index| app.listed(index))
            .ok_or(ShotError::NoArticle { wanted, n })?;
        app.send(Command::SelectArticle(id));
        app.logic(&ctx);
    }
    Ok(draw(&ctx, &mut app, shot.size, shot.scale))
}

/// Runs passes until nothing changes, and paints the last.
fn draw(ctx: &Context, app: &mut App, size: [f32; 2], scale: f32) -> Picture {
    let mut raster = Raster::new();
    let mut pass = 0;
    loop {
        let settled = app.is_settled() && pass > 3;
        let output = ctx.run_ui(input(size, scale, pass), |ui| {
            app.logic(ui.ctx());
            app.ui(ui);
        });
        let mut textures = output.textures_delta;
        raster.apply(&textures);
        pass += 1;
        if settled || pass >= MOST_PASSES {
            let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a size in pixels"
            )]
            let pixels = size.map(|side| (side * scale).round().max(1.0) as usize);
            let ground = app.ground();
            let picture = raster.paint(&primitives, pixels, scale, ground);
            textures.clear();
            return picture;
        }
        raster.free(&textures);
        textures.clear();
    }
}

fn input(size: [f32; 2], scale: f32, pass: u32) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::from(size))),
        time: Some(f64::from(pass) * STEP),
        max_texture_side: Some(ATLAS),
        focused: true,
        ..RawInput::default()
    };
    if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
        viewport.native_pixels_per_point = Some(scale);
    }
    input
}
