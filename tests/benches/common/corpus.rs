//! A generated corpus in a folder: the same bytes for the same plan.

use super::article::ArticleWriter;
use super::random::Random;
use anyhow::{Context as _, bail};
use rayon::prelude::*;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Changed whenever what is generated changes.
const VERSION: u32 = 1;
/// The seed of every corpus.
const SEED: u64 = 0x0057_4152_5241_5121;
/// The file that tells what was generated; loading skips hidden files.
const STAMP: &str = ".warraq-bench";
/// The variable that names the folder for the corpus of [`Plan::NEWS`].
pub(crate) const FOLDER_VARIABLE: &str = "WARRAQ_BENCH_FOLDER";
/// Articles in a subfolder.
const PER_FOLDER: u32 = 1000;

const OUTLETS: [&str; 8] = [
    "صحيفة الأفق",
    "وكالة المدار",
    "شبكة الميناء",
    "جريدة الضحى",
    "موقع السارية",
    "قناة الشاطئ",
    "مجلة الفصول",
    "راديو المنارة",
];

/// What to generate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Number of articles.
    pub(crate) n_articles: u32,
    /// Their mean length in tokens, without the title; names of several words
    /// count once.
    pub(crate) mean_tokens: u32,
}

impl Plan {
    /// As many articles, bytes and tokens as a collection of real news that
    /// peers were measured on: 60,000, 190 MB, 17 million.
    pub(crate) const NEWS: Self = Self {
        n_articles: 60_000,
        mean_tokens: 245,
    };

    fn stamp(self) -> String {
        let Self {
            n_articles,
            mean_tokens,
        } = self;
        format!("version {VERSION}, articles {n_articles}, mean tokens {mean_tokens}\n")
    }
}

/// The folder with the corpus of `plan`; written if it is not there yet. The
/// corpus of [`Plan::NEWS`] goes where [`FOLDER_VARIABLE`] says, else, as all
/// others, into the folder for temporary files of the target folder.
///
/// # Errors
/// When the folder holds something else, or cannot be written.
pub(crate) fn folder(plan: Plan) -> anyhow::Result<PathBuf> {
    let named = std::env::var_os(FOLDER_VARIABLE).filter(|_| plan == Plan::NEWS);
    let folder = named.map_or_else(
        || {
            let name = format!("corpus-{}-{}", plan.n_articles, plan.mean_tokens);
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
        },
        PathBuf::from,
    );
    let stamp = folder.join(STAMP);
    match fs::read_to_string(&stamp) {
        Ok(found) if found == plan.stamp() => return Ok(folder),
        Ok(_) => fs::remove_dir_all(&folder)?,
        // Never write into a folder of somebody else.
        Err(_) if fs::read_dir(&folder).is_ok_and(|mut files| files.next().is_some()) => {
            bail!(
                "“{}” holds other files; name another folder",
                folder.display()
            );
        }
        Err(_) => {}
    }
    write(plan, &folder).with_context(|| format!("cannot write to “{}”", folder.display()))?;
    fs::write(stamp, plan.stamp())?;
    Ok(folder)
}

fn write(plan: Plan, folder: &Path) -> anyhow::Result<()> {
    for n in 0..plan.n_articles.div_ceil(PER_FOLDER) {
        fs::create_dir_all(folder.join(format!("{n:03}")))?;
    }
    let writer = ArticleWriter::new();
    let rows = (0..plan.n_articles)
        .into_par_iter()
        .map_init(String::new, |text, n| {
            let mean = u64::from(plan.mean_tokens);
            let title = writer.article(SEED, u64::from(n), mean, text);
            let file = format!("{:03}/{n:06}.txt", n / PER_FOLDER);
            fs::write(folder.join(&file), text.as_bytes())?;
            Ok(row(n, &file, &title))
        })
        .collect::<anyhow::Result<Vec<String>>>()?;
    let mut index = String::from(
        "# مجموعة مولّدة للقياس\n\nكلمات بلا معنى على أوزان العربية.\n\n\
         | file | title | date | source |\n|---|---|---|---|\n",
    );
    index.extend(rows);
    fs::write(folder.join("INDEX.md"), index)?;
    Ok(())
}

/// A row of the index: nine of twenty articles are of 2020, eight of 2023,
/// three undated.
fn row(n: u32, file: &str, title: &str) -> String {
    let mut random = Random::new(!SEED, u64::from(n));
    let mut row = format!("| {file} | {title} | ");
    let year = match random.below(20) {
        0..9 => Some(2020),
        9..17 => Some(2023),
        _ => None,
    };
    if let Some(year) = year {
        let (month, day) = (1 + random.below(12), 1 + random.below(28));
        // Writing to a string cannot fail.
        let _ = write!(row, "{year}-{month:02}-{day:02}");
    }
    let _ = writeln!(row, " | {} |", random.pick(&OUTLETS));
    row
}
