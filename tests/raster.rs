//! The CPU renderer: exact pixels, and its shortcuts against its plain path.

use std::sync::Arc;

use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, PaintCallback, Primitive, Vertex};
use egui::{
    Color32, ColorImage, Pos2, Rect, TextureId, TextureOptions, TextureWrapMode, TexturesDelta,
    pos2, vec2,
};
use proptest::prelude::*;
use warraq::ui::raster::{Picture, Raster};

const BACKGROUND: Color32 = Color32::BLACK;
const WHITE: [u8; 4] = [255; 4];
const BLACK: [u8; 4] = [0, 0, 0, 255];

/// A renderer whose default texture is `texels`, `width` in a row.
fn raster(width: usize, texels: &[Color32], options: TextureOptions) -> Raster {
    let image = ColorImage::new([width, texels.len() / width.max(1)], texels.to_vec());
    let mut raster = Raster::new();
    apply(&mut raster, ImageDelta::full(image, options));
    raster
}

fn apply(raster: &mut Raster, change: ImageDelta) {
    let mut delta = TexturesDelta::default();
    delta.push(TextureId::default(), change);
    raster.apply(&delta);
    delta.clear();
}

/// A renderer for meshes without a texture.
fn plain() -> Raster {
    raster(1, &[Color32::WHITE], TextureOptions::LINEAR)
}

fn primitive(mesh: Mesh) -> ClippedPrimitive {
    ClippedPrimitive {
        clip_rect: Rect::EVERYTHING,
        primitive: Primitive::Mesh(mesh),
    }
}

fn vertex(pos: Pos2, color: Color32) -> Vertex {
    Vertex {
        pos,
        uv: egui::epaint::WHITE_UV,
        color,
    }
}

/// A mesh of triangles of one colour, three points each.
fn triangles(points: &[[f32; 2]], color: Color32) -> Mesh {
    Mesh {
        vertices: points.iter().map(|&p| vertex(p.into(), color)).collect(),
        indices: (0..).take(points.len()).collect(),
        ..Mesh::default()
    }
}

fn rectangle(rect: Rect, color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(rect, color);
    mesh
}

fn paint(raster: &Raster, mesh: Mesh, size_px: [usize; 2]) -> Picture {
    raster.paint(&[primitive(mesh)], size_px, 1.0, BACKGROUND)
}

/// The first channel of every pixel, row by row.
fn reds(picture: &Picture) -> Vec<Vec<u8>> {
    picture
        .rgba
        .chunks(picture.width * 4)
        .map(|row| row.chunks(4).map(|pixel| pixel[0]).collect())
        .collect()
}

#[test]
fn a_rectangle_covers_the_pixels_whose_centres_it_holds() {
    let rect = Rect::from_min_max(pos2(0.5, 0.6), pos2(2.5, 2.4));
    let picture = paint(&plain(), rectangle(rect, Color32::WHITE), [4, 3]);
    assert_eq!(
        reds(&picture),
        [[0, 0, 0, 0], [255, 255, 0, 0], [0, 0, 0, 0]],
        "a centre on the left edge is inside, one on the right edge is not"
    );
}

#[test]
fn points_are_scaled_to_pixels() {
    let rect = Rect::from_min_max(pos2(0.5, 0.0), pos2(1.5, 1.0));
    let mesh = primitive(rectangle(rect, Color32::WHITE));
    let picture = plain().paint(&[mesh], [4, 2], 2.0, BACKGROUND);
    assert_eq!(reds(&picture), [[0, 255, 255, 0], [0, 255, 255, 0]]);
}

#[test]
fn colours_blend_premultiplied_in_gamma_space() {
    let rect = Rect::from_min_size(Pos2::ZERO, vec2(1.0, 1.0));
    let half_red = Color32::from_rgba_premultiplied(128, 0, 0, 128);
    let glow = Color32::from_rgba_premultiplied(100, 0, 0, 0);
    let over = |color, background| {
        let mesh = primitive(rectangle(rect, color));
        let picture = plain().paint(&[mesh], [1, 1], 1.0, background);
        picture.pixel(0, 0)
    };
    let gray = Color32::from_gray(100);
    // 100 · (1 − 128 / 255) = 49.8
    assert_eq!(over(half_red, gray), Some([178, 50, 50, 255]));
    assert_eq!(over(glow, gray), Some([200, 100, 100, 255]), "additive");
    assert_eq!(over(glow, Color32::WHITE), Some(WHITE), "saturates");
    assert_eq!(over(Color32::TRANSPARENT, gray), Some([100, 100, 100, 255]));
}

#[test]
fn the_background_is_made_opaque() {
    let picture = Raster::new().paint(&[], [1, 1], 1.0, Color32::from_white_alpha(128));
    assert_eq!(picture.pixel(0, 0), Some(WHITE));
}

#[test]
fn a_texture_drawn_texel_by_pixel_is_copied_and_tinted() {
    let [a, b, c, d] = [10, 20, 30, 40].map(Color32::from_gray);
    let raster = raster(2, &[a, b, c, d], TextureOptions::LINEAR);
    let mut mesh = Mesh::default();
    mesh.add_rect_with_uv(
        Rect::from_min_size(pos2(1.0, 0.0), vec2(2.0, 2.0)),
        Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0)),
        Color32::from_rgb(255, 0, 0),
    );
    let picture = paint(&raster, mesh, [4, 2]);
    assert_eq!(reds(&picture), [[0, 10, 20, 0], [0, 30, 40, 0]]);
    assert_eq!(picture.pixel(1, 0), Some([10, 0, 0, 255]));
}

#[test]
fn a_part_of_a_texture_is_replaced() {
    let mut raster = raster(2, &[Color32::BLACK; 4], TextureOptions::NEAREST);
    let part = |pos| {
        let image = ColorImage::filled([2, 1], Color32::from_gray(99));
        ImageDelta::partial(pos, image, TextureOptions::NEAREST)
    };
    let whole = || {
        let mut mesh = Mesh::default();
        mesh.add_rect_with_uv(
            Rect::from_min_size(Pos2::ZERO, vec2(2.0, 2.0)),
            Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0)),
            Color32::WHITE,
        );
        mesh
    };
    apply(&mut raster, part([1, 1]));
    assert_eq!(
        reds(&paint(&raster, whole(), [2, 2])),
        [[0, 0], [0, 99]],
        "what lies outside is left out"
    );
    apply(&mut raster, part([0, 0]));
    apply(&mut raster, part([7, 7]));
    assert_eq!(reds(&paint(&raster, whole(), [2, 2])), [[99, 99], [0, 99]]);
}

#[test]
fn filters_magnify_as_asked() {
    let texels = [Color32::BLACK, Color32::from_gray(200)];
    let row = |options| {
        let mut mesh = Mesh::default();
        mesh.add_rect_with_uv(
            Rect::from_min_size(Pos2::ZERO, vec2(8.0, 1.0)),
            Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0)),
            Color32::WHITE,
        );
        reds(&paint(&raster(2, &texels, options), mesh, [8, 1])).concat()
    };
    assert_eq!(
        row(TextureOptions::NEAREST),
        [0, 0, 0, 0, 200, 200, 200, 200]
    );
    assert_eq!(
        row(TextureOptions::LINEAR),
        [0, 0, 25, 75, 125, 175, 200, 200]
    );
    let nearest_when_smaller = TextureOptions {
        minification: egui::TextureFilter::Nearest,
        ..TextureOptions::LINEAR
    };
    assert_eq!(row(nearest_when_smaller), row(TextureOptions::LINEAR));
}

#[test]
fn coordinates_outside_the_texture_follow_its_wrap_mode() {
    let texels = [10, 20, 30].map(Color32::from_gray);
    let row = |wrap_mode| {
        let options = TextureOptions {
            wrap_mode,
            ..TextureOptions::NEAREST
        };
        let mut mesh = Mesh::default();
        mesh.add_rect_with_uv(
            Rect::from_min_size(Pos2::ZERO, vec2(9.0, 1.0)),
            Rect::from_min_max(pos2(-1.0, 0.0), pos2(2.0, 1.0)),
            Color32::WHITE,
        );
        reds(&paint(&raster(3, &texels, options), mesh, [9, 1])).concat()
    };
    assert_eq!(
        row(TextureWrapMode::ClampToEdge),
        [10, 10, 10, 10, 20, 30, 30, 30, 30]
    );
    assert_eq!(
        row(TextureWrapMode::Repeat),
        [10, 20, 30, 10, 20, 30, 10, 20, 30]
    );
    assert_eq!(
        row(TextureWrapMode::MirroredRepeat),
        [30, 20, 10, 10, 20, 30, 30, 20, 10]
    );
}

#[test]
fn the_clip_rectangle_is_rounded_to_pixels() {
    let all = rectangle(
        Rect::from_min_size(Pos2::ZERO, vec2(4.0, 2.0)),
        Color32::WHITE,
    );
    let clipped = ClippedPrimitive {
        clip_rect: Rect::from_min_max(pos2(0.6, -3.0), pos2(2.6, 1.4)),
        primitive: Primitive::Mesh(all),
    };
    let picture = plain().paint(std::slice::from_ref(&clipped), [4, 2], 1.0, BACKGROUND);
    assert_eq!(reds(&picture), [[0, 255, 255, 0], [0, 0, 0, 0]]);

    let hidden = ClippedPrimitive {
        clip_rect: Rect::from_min_max(pos2(f32::INFINITY, 0.0), pos2(-4.0, 2.0)),
        ..clipped
    };
    let picture = plain().paint(&[hidden], [4, 2], 1.0, BACKGROUND);
    assert_eq!(reds(&picture), [[0; 4]; 2]);
}

#[test]
fn colours_change_evenly_over_a_triangle() {
    let mut mesh = Mesh::default();
    for (x, y, gray) in [
        (0.0, 0.0, 0),
        (4.0, 0.0, 200),
        (0.0, 4.0, 0),
        (4.0, 4.0, 200),
    ] {
        mesh.vertices
            .push(vertex(pos2(x, y), Color32::from_gray(gray)));
    }
    mesh.indices = vec![0, 1, 2, 2, 1, 3];
    assert_eq!(
        reds(&paint(&plain(), mesh, [4, 4])),
        [[25, 75, 125, 175]; 4]
    );
}

#[test]
fn what_cannot_be_painted_is_left_out() {
    let raster = plain();
    let mut unknown_texture = rectangle(Rect::EVERYTHING, Color32::WHITE);
    unknown_texture.texture_id = TextureId::User(7);
    let mut missing_corner = triangles(&[[0.0, 0.0], [9.0, 0.0], [0.0, 9.0]], Color32::WHITE);
    missing_corner.indices = vec![0, 1, 3, 0];
    let line = [[0.0, 0.0], [2.0, 2.0], [4.0, 4.0]];
    let endless = [[f32::NEG_INFINITY, 0.0], [9.0, 0.0], [0.0, 9.0]];
    let nowhere = [[f32::NAN, 0.0], [9.0, 0.0], [0.0, 9.0]];
    let callback = ClippedPrimitive {
        clip_rect: Rect::EVERYTHING,
        primitive: Primitive::Callback(PaintCallback {
            rect: Rect::EVERYTHING,
            callback: Arc::new(()),
        }),
    };
    let mut primitives = vec![
        primitive(unknown_texture),
        primitive(missing_corner),
        callback,
    ];
    for points in [line, endless, nowhere] {
        primitives.push(primitive(triangles(&points, Color32::WHITE)));
    }
    let picture = raster.paint(&primitives, [4, 4], 1.0, BACKGROUND);
    assert_eq!(picture, raster.paint(&[], [4, 4], 1.0, BACKGROUND));
}

#[test]
fn sizes_and_textures_may_be_empty() {
    let all = || {
        rectangle(
            Rect::from_min_size(Pos2::ZERO, vec2(9.0, 9.0)),
            Color32::WHITE,
        )
    };
    for size_px in [[0, 0], [0, 3], [3, 0]] {
        let picture = paint(&plain(), all(), size_px);
        assert_eq!(picture.rgba, [0; 0]);
        assert_eq!(picture.pixel(0, 0), None);
        assert!(picture.write_png(Vec::new()).is_err());
    }
    let wrap_modes = [
        TextureOptions::LINEAR,
        TextureOptions::LINEAR_REPEAT,
        TextureOptions::LINEAR_MIRRORED_REPEAT,
    ];
    for options in wrap_modes {
        let mut empty = raster(0, &[], options);
        let part = ColorImage::filled([2, 2], Color32::WHITE);
        apply(&mut empty, ImageDelta::partial([0, 0], part, options));
        assert_eq!(paint(&empty, all(), [1, 1]).pixel(0, 0), Some(BLACK));
    }
}

#[test]
fn a_freed_texture_is_forgotten() {
    let mut raster = plain();
    let mut delta = TexturesDelta::default();
    delta.free(TextureId::default());
    raster.free(&delta);
    delta.clear();
    let rect = Rect::from_min_size(Pos2::ZERO, vec2(1.0, 1.0));
    let picture = paint(&raster, rectangle(rect, Color32::WHITE), [1, 1]);
    assert_eq!(picture.pixel(0, 0), Some(BLACK));
}

#[test]
fn png_files_hold_the_same_pixels() {
    let rect = Rect::from_min_max(pos2(1.0, 0.0), pos2(2.0, 2.0));
    let picture = paint(
        &plain(),
        rectangle(rect, Color32::from_rgb(1, 2, 3)),
        [3, 2],
    );
    let mut file = Vec::new();
    picture.write_png(&mut file).unwrap();

    let mut reader = png::Decoder::new(std::io::Cursor::new(file))
        .read_info()
        .unwrap();
    let mut rgba = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgba).unwrap();
    assert_eq!((info.width, info.height), (3, 2));
    assert_eq!(info.color_type, png::ColorType::Rgba);
    assert_eq!(rgba, picture.rgba);
}

/// The side of the frames, in pixels.
const SIDE: u8 = 24;

fn point() -> impl Strategy<Value = [f32; 2]> {
    // Quarters of pixels too, so that corners and edges meet the centres.
    let coordinate = || {
        prop_oneof![
            -4.0..28.0_f32,
            (-16..112_i16).prop_map(|q| f32::from(q) / 4.0)
        ]
    };
    [coordinate(), coordinate()]
}

fn color() -> impl Strategy<Value = Color32> {
    any::<[u8; 4]>().prop_map(|[r, g, b, a]| Color32::from_rgba_unmultiplied(r, g, b, a))
}

fn options() -> impl Strategy<Value = TextureOptions> {
    prop_oneof![
        Just(TextureOptions::LINEAR),
        Just(TextureOptions::NEAREST),
        Just(TextureOptions::LINEAR_REPEAT),
        Just(TextureOptions::NEAREST_MIRRORED_REPEAT),
    ]
}

proptest! {
    /// A fan around a point inside a square covers the square once: where
    /// every triangle adds 1, every pixel of the square holds 1.
    #[test]
    fn triangles_that_share_edges_paint_each_pixel_once(
        hub in point(),
        rim in prop::collection::vec(
            // Whole pixels too: edges between them run through many centres.
            prop_oneof![0.0..1.0_f32, (0..96_u8).prop_map(|px| f32::from(px) / 96.0)],
            1..9,
        ),
    ) {
        let side = f32::from(SIDE);
        let hub = hub.map(|at| at.clamp(0.0, side));
        let mut around: Vec<f32> = rim.into_iter().chain([0.0, 0.25, 0.5, 0.75]).collect();
        around.sort_by(f32::total_cmp);
        let on_rim = |at: f32| {
            let along = at.fract() * 4.0;
            let step = along.fract() * side;
            match along.floor() {
                0.0 => [step, 0.0],
                1.0 => [side, step],
                2.0 => [side - step, side],
                _ => [0.0, side - step],
            }
        };
        let next = around.iter().cycle().skip(1);
        let points: Vec<_> = around
            .iter()
            .zip(next)
            .flat_map(|(&from, &to)| [hub, on_rim(from), on_rim(to)])
            .collect();
        let one = Color32::from_rgba_premultiplied(1, 0, 0, 0);
        let picture = paint(&plain(), triangles(&points, one), [SIDE.into(), SIDE.into()]);
        prop_assert_eq!(reds(&picture), vec![vec![1; SIDE.into()]; SIDE.into()]);
    }

    /// A quad painted in one go equals its two triangles painted one by one,
    /// also where one corner spoils the rectangle, its colour or its texture.
    #[test]
    fn rectangles_equal_their_two_triangles(
        from in point(), to in point(),
        uv in [[-0.5..1.5_f32, -0.5..1.5_f32], [-0.5..1.5_f32, -0.5..1.5_f32]],
        tint in color(),
        texels in prop::collection::vec(color(), 16),
        options in options(),
        pixels_per_point in prop_oneof![Just(1.0_f32), 0.5..2.5_f32],
        textured in any::<bool>(),
        spoilt in 0..4_usize,
        spoilt_pos in prop::option::weighted(0.2, point()),
        spoilt_uv in prop::option::weighted(0.2, [-0.5..1.5_f32, -0.5..1.5_f32]),
        spoilt_color in prop::option::weighted(0.2, color()),
    ) {
        let raster = raster(4, &texels, options);
        let rect = Rect { min: from.into(), max: to.into() };
        let uv = if textured {
            Rect { min: uv[0].into(), max: uv[1].into() }
        } else {
            Rect { min: egui::epaint::WHITE_UV, max: egui::epaint::WHITE_UV }
        };
        let mut quad = Mesh::default();
        quad.add_rect_with_uv(rect, uv, tint);
        let corner = &mut quad.vertices[spoilt];
        corner.pos = spoilt_pos.map_or(corner.pos, Into::into);
        corner.uv = spoilt_uv.map_or(corner.uv, Into::into);
        corner.color = spoilt_color.unwrap_or(corner.color);
        let (first, second) = quad.indices.split_at(3);
        let halves = [first, second].map(|indices| {
            let mut half = quad.clone();
            half.indices = indices.to_vec();
            primitive(half)
        });
        let size_px = [SIDE.into(), SIDE.into()];
        let at_once = raster.paint(&[primitive(quad)], size_px, pixels_per_point, BACKGROUND);
        let one_by_one = raster.paint(&halves, size_px, pixels_per_point, BACKGROUND);
        prop_assert_eq!(reds(&at_once), reds(&one_by_one));
        prop_assert_eq!(at_once, one_by_one);
    }

    /// Nothing that egui could hand over makes the renderer panic.
    #[test]
    fn any_numbers_are_survived(
        numbers in prop::collection::vec(prop::num::f32::ANY, 24),
        indices in prop::collection::vec(0..7_u32, 0..20),
        clip in [prop::num::f32::ANY; 4],
        options in options(),
        pixels_per_point in prop::num::f32::ANY,
    ) {
        let corner = |n: &[f32]| Vertex {
            pos: pos2(n[0], n[1]),
            uv: pos2(n[2], n[3]),
            color: Color32::WHITE,
        };
        let mesh = Mesh {
            vertices: numbers.chunks_exact(4).map(corner).collect(),
            indices,
            ..Mesh::default()
        };
        let clipped = ClippedPrimitive {
            clip_rect: Rect { min: pos2(clip[0], clip[1]), max: pos2(clip[2], clip[3]) },
            primitive: Primitive::Mesh(mesh),
        };
        let picture = raster(1, &[Color32::WHITE; 2], options)
            .paint(&[clipped], [5, 4], pixels_per_point, BACKGROUND);
        prop_assert_eq!(picture.rgba.len(), 5 * 4 * 4);
    }
}
