//! Small pictures of parts of the window, kept beside this file. How they are
//! written anew, says `CONTRIBUTING.md`.

use std::path::{Path, PathBuf};
use warraq::ui::raster::Picture;

/// How far a channel may be off: sums of floats differ between machines.
const TOLERANCE: u8 = 2;

fn read(file: &Path) -> Picture {
    let bytes = std::fs::read(file)
        .unwrap_or_else(|_| panic!("{} is missing; see CONTRIBUTING.md", file.display()));
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .expect("a PNG");
    let mut rgba = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut rgba).expect("a frame");
    Picture {
        width: info.width as usize,
        height: info.height as usize,
        rgba,
    }
}

/// Compares `picture` with the one that is kept under `name`.
pub(crate) fn check(name: &str, picture: &Picture) {
    let mut file = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    file.extend(["tests", "snapshots", &format!("{name}.png")]);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        let out = std::fs::File::create(&file).expect("a file");
        picture.write_png(out).expect("a picture");
    }
    let size = std::fs::metadata(&file).map_or(0, |file| file.len());
    assert!(size < 150_000, "{name} has {size} bytes");
    let kept = read(&file);
    assert_eq!(
        (picture.width, picture.height),
        (kept.width, kept.height),
        "{name}"
    );
    let off = picture
        .rgba
        .iter()
        .zip(&kept.rgba)
        .filter(|(now, then)| now.abs_diff(**then) > TOLERANCE)
        .count();
    if off > 0 {
        let shown = std::env::temp_dir().join(format!("{name}.new.png"));
        let out = std::fs::File::create(&shown).expect("a file");
        picture.write_png(out).expect("a picture");
        panic!(
            "{name}: {off} values differ; the new picture is {}",
            shown.display()
        );
    }
}
