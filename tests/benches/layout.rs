//! Setting an article in justified lines, against Pango with the same faces.
//!
//! Pango is measured by `layout_pango.c`, which is compiled here; without a C
//! compiler or Pango's headers only our own figures are printed. The two take
//! turns. Ours are whole blocks: glyphs in their places and caret cells.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod common;

use anyhow::Context as _;
use common::stats::{Samples, ms, ratio, table};
use std::fs;
use std::hint::black_box;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use warraq::text::{
    Alignment, BaseDirection, FontCatalog, LineMeasure, TextStyle, Typeface, Typesetter,
};

/// Width of the lines in pixels.
const WIDTH: f32 = 700.0;
/// Size of the letters in pixels.
const SIZE: f32 = 20.0;
/// Turns, and runs in each.
const ROUNDS: usize = 7;
const RUNS: usize = 15;
/// A folder of articles to take the longest of, before any other.
const ARTICLES_VARIABLE: &str = "WARRAQ_BENCH_ARTICLES";

/// The families: ours, and what Pango is to ask for.
const FAMILIES: [(&str, Typeface, &str); 2] = [
    ("Amiri", Typeface::Reading, "Amiri"),
    (
        "Noto Sans Arabic",
        Typeface::Interface,
        "Noto Sans Arabic, Noto Sans",
    ),
];

fn main() -> anyhow::Result<()> {
    let (file, text) = longest_article()?;
    let pango = Pango::new();
    if let Err(error) = &pango {
        println!("without Pango: {error:#}\n");
    }
    println!(
        "{}: {} bytes, {} paragraphs; {WIDTH} px, justified, {SIZE} px; \
         medians (least) of {} runs in turns\n",
        file.display(),
        text.len(),
        paragraphs(&text).count(),
        ROUNDS * RUNS,
    );
    let mut rows = Vec::new();
    for (name, typeface, for_pango) in FAMILIES {
        rows.extend(compare(
            name,
            typeface,
            for_pango,
            &text,
            pango.as_ref().ok(),
        )?);
    }
    println!(
        "{}",
        table(["face", "what", "time", "against Warraq", "lines"], &rows)
    );
    Ok(())
}

fn compare(
    name: &str,
    typeface: Typeface,
    for_pango: &str,
    text: &str,
    pango: Option<&Pango>,
) -> anyhow::Result<Vec<[String; 5]>> {
    let style = TextStyle {
        typeface,
        bold: false,
        size: SIZE,
        leading: 1.9,
    };
    let mut typesetter = Typesetter::new(&FontCatalog::bundled());
    let n_lines = set(&mut typesetter, text, style);
    let mut ours = Vec::new();
    let mut modes = [
        ("whole", "one layout"),
        ("paragraphs", "a layout for each paragraph"),
    ]
    .map(|(mode, what)| (mode, what, Vec::new(), String::new()));
    for _ in 0..ROUNDS {
        for _ in 0..RUNS {
            let start = Instant::now();
            black_box(set(&mut typesetter, black_box(text), style));
            ours.push(start.elapsed());
        }
        if let Some(pango) = pango {
            for (mode, _, times, about) in &mut modes {
                let (line, durations) = pango.run(for_pango, mode, text)?;
                *about = line;
                times.extend(durations);
            }
        }
    }
    let ours = Samples::from_iter(ours);
    let show = |samples: &Samples| format!("{} ({})", ms(samples.median()), ms(samples.least()));
    let mut rows = vec![[
        name.to_owned(),
        "Warraq".to_owned(),
        show(&ours),
        String::new(),
        n_lines.to_string(),
    ]];
    for (_, what, times, about) in modes.into_iter().filter(|(.., times, _)| !times.is_empty()) {
        let samples = Samples::from_iter(times);
        let mut about = about.split(' ');
        let version = about.next().unwrap_or_default().to_owned();
        let lines = about.next().unwrap_or_default().to_owned();
        // A glyph without a face would mean that Pango had less work.
        let unknown = about.next().unwrap_or_default();
        anyhow::ensure!(
            unknown == "0",
            "Pango has no glyph for {unknown} characters"
        );
        rows.push([
            name.to_owned(),
            format!("Pango {version}, {what}"),
            show(&samples),
            ratio(samples.median(), ours.median()),
            lines,
        ]);
    }
    Ok(rows)
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').filter(|line| !line.is_empty())
}

/// Sets every paragraph and returns the number of lines.
fn set(typesetter: &mut Typesetter, text: &str, style: TextStyle) -> usize {
    let measure = LineMeasure {
        width: WIDTH,
        alignment: Alignment::Justify,
        direction: BaseDirection::RightToLeft,
    };
    let blocks = paragraphs(text).map(|paragraph| typesetter.set(paragraph, style, measure, &[]));
    blocks.map(|block| block.lines.len()).sum()
}

/// The longest article of the folder that the variable names, else of the
/// sources beside the project, else of the embedded corpus.
fn longest_article() -> anyhow::Result<(PathBuf, String)> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os(ARTICLES_VARIABLE)
        .map(PathBuf::from)
        .or_else(|| Some(project.join("../shared/corpora/karabakh")))
        .filter(|folder| folder.is_dir())
        .unwrap_or_else(|| project.join("seeds"));
    let mut longest = (PathBuf::new(), String::new());
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let text = fs::read_to_string(&path)?;
            if text.len() > longest.1.len() {
                longest = (
                    path.file_name().map(PathBuf::from).unwrap_or_default(),
                    text,
                );
            }
        }
    }
    Ok(longest)
}

/// The peer: a compiled program, and the fonts that it may see.
struct Pango {
    program: PathBuf,
    fonts: PathBuf,
}

impl Pango {
    fn new() -> anyhow::Result<Self> {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let room = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let flags = Command::new("pkg-config")
            .args(["--cflags", "--libs", "pangoft2"])
            .output()
            .context("no pkg-config")?;
        anyhow::ensure!(flags.status.success(), "Pango's headers are not installed");
        let flags = String::from_utf8(flags.stdout)?;
        let program = room.join("layout_pango");
        let built = Command::new("cc")
            .args(["-O2", "-o"])
            .arg(&program)
            .arg(project.join("tests/benches/layout_pango.c"))
            .args(flags.split_whitespace())
            .status()
            .context("no C compiler")?;
        anyhow::ensure!(built.success(), "layout_pango.c does not compile");
        let fonts = room.join("layout_pango_fonts.conf");
        let config = format!(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n\
             <fontconfig><dir>{}</dir><cachedir>{}</cachedir>\
             <match target=\"pattern\"><edit name=\"hinting\" mode=\"assign\">\
             <bool>false</bool></edit></match></fontconfig>\n",
            project.join("assets/fonts").display(),
            room.join("layout_pango_cache").display(),
        );
        fs::write(&fonts, config)?;
        Ok(Self { program, fonts })
    }

    /// What Pango says of the layout, and the durations of its runs.
    fn run(&self, family: &str, mode: &str, text: &str) -> anyhow::Result<(String, Vec<Duration>)> {
        let mut child = Command::new(&self.program)
            .args([
                family,
                &SIZE.to_string(),
                &WIDTH.to_string(),
                &RUNS.to_string(),
                mode,
            ])
            .env("FONTCONFIG_FILE", &self.fonts)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(text.as_bytes())?;
        }
        let output = child.wait_with_output()?;
        anyhow::ensure!(output.status.success(), "layout_pango failed");
        let output = String::from_utf8(output.stdout)?;
        let mut lines = output.lines();
        let about = lines.next().unwrap_or_default().to_owned();
        let durations = lines
            .map(|line| line.parse().map(Duration::from_nanos))
            .collect::<Result<_, _>>()?;
        Ok((about, durations))
    }
}
