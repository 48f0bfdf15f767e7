//! What is walked through: the embedded corpus, one of a few hundred articles,
//! and one of files that nobody would make.

use crate::corpora::Folder;
use crate::dice::Dice;
use crate::hostile::texts;
use std::fmt::Write as _;
use warraq::app::Source;

/// Articles of the corpus that is generated.
const N_ARTICLES: u16 = 300;

/// What others wrote first in `entities.toml`, and must be there at the end.
pub(super) const FIRST_LINE: &str = "# written by others";

/// A corpus, and the folder that it lies in.
pub(super) struct Place {
    pub(super) name: &'static str,
    pub(super) source: Source,
    pub(super) folder: Option<Folder>,
}

pub(super) fn embedded() -> Place {
    Place {
        name: "embedded",
        source: Source::Embedded,
        folder: None,
    }
}

fn of_folder(name: &'static str, folder: Folder) -> Place {
    Place {
        name,
        source: folder.source(),
        folder: Some(folder),
    }
}

const OPENINGS: [&str; 8] = [
    "أعلن الرئيس",
    "قال الوزير",
    "ذكرت وكالة الأنباء أن",
    "وصل إلى المدينة",
    "رفض المتحدث باسم الحكومة",
    "طالب رئيس البرلمان",
    "التقى القائد",
    "نفى السفير",
];
const PEOPLE: [&str; 12] = [
    "إلهام علييف",
    "نيكول باشينيان",
    "سامر الحداد",
    "ياسر النجار",
    "فلاديمير بوتين",
    "ماجد الخياط",
    "نبيل البناء",
    "رامي الحداد",
    "أنطونيو غوتيريش",
    "عامر سمكرود",
    "ليلى الخياط",
    "هدى النجار",
];
const PLACES: [&str; 10] = [
    "باكو",
    "يريفان",
    "قره باغ",
    "ناغورنو كاراباخ",
    "شوشا",
    "موسكو",
    "أنقرة",
    "ستيباناكيرت",
    "كنجة",
    "الأمم المتحدة",
];
const REST: [&str; 8] = [
    "إن وقف إطلاق النار لم يصمد أكثر من ساعات",
    "ومقتل 14 شخصا وإصابة نحو ثلاثين آخرين",
    "في الساعة 10:30 من مساء الأحد الماضي",
    "بعد محادثات استمرت حتى 9 نوفمبر 2020",
    "وأضاف أن المفاوضات ستستأنف الأسبوع المقبل",
    "بينما نزح آلاف السكان عن قراهم",
    "ولم يرد تأكيد من مصدر مستقل",
    "فيما دعا الاتحاد الأوروبي إلى ضبط النفس",
];

pub(super) fn generated() -> Place {
    let mut dice = Dice::new(7);
    let mut index =
        "# مجموعة مولدة\n\n| file | title | date | source |\n|---|---|---|---|\n".to_owned();
    let mut folder = Folder::new();
    for n in 0..N_ARTICLES {
        let mut text = String::new();
        for _ in 0..2 + dice.below(4) {
            for _ in 0..=dice.below(3) {
                let [opening, person] = [dice.pick(&OPENINGS), dice.pick(&PEOPLE)];
                let [place, rest] = [dice.pick(&PLACES), dice.pick(&REST)];
                let _ = write!(text, "{opening} {person} في {place} {rest}. ");
            }
            text.push_str("\n\n");
        }
        let (year, month) = (2019 + dice.below(5), 1 + dice.below(12));
        let source = dice.pick(&["صحيفة الأفق", "وكالة المدار", ""]);
        let date = if dice.once_in(8) {
            String::new()
        } else {
            format!("{year}-{month:02}-{:02}", 1 + dice.below(28))
        };
        let _ = writeln!(index, "| {n:03}.txt | خبر رقم {n} | {date} | {source} |");
        folder = folder.with(&format!("{n:03}.txt"), format!("خبر رقم {n}\n\n{text}"));
    }
    let entities = format!(
        "{FIRST_LINE}\n[[entity]]\nid = \"Samer Haddad\"\ntype = \"PER\"\nnames = [\"سامر الحداد\"]\n\n\
         [[entity]]\nid = \"Shusha\"\ntype = \"LOC\"\nnames = [\"شوشا\", \"شوشي\"]\n"
    );
    let folder = folder
        .with("INDEX.md", index)
        .with("entities.toml", entities);
    of_folder("generated", folder)
}

pub(super) fn hostile() -> Place {
    let mut folder = Folder::new();
    for (name, text) in texts() {
        folder = folder.with(
            &format!("{name}.txt"),
            format!("{name} خبر في باكو\n\n{text}\n"),
        );
    }
    let long_row = format!(
        "| طويل.txt | {} | 2020 | {} |\n",
        "عنوان ".repeat(200),
        "مصدر".repeat(60)
    );
    let folder = folder
        .with("empty.txt", "")
        .with("nul.txt", [0_u8; 4096])
        .with("mark.txt", "\u{FEFF}")
        .with("image.txt", b"\x89PNG\r\n\x1A\n")
        .with("broken.txt", b"\xD9\xFF\xD8\xA7 \xC3( \xD9\x84 \xE2\x82")
        .with("windows.txt", b"\xC7\xE1\xD3\xE1\xC7\xE3 \xDA\xE1\xED\xDF\xE3\r\n\r\n\xC8\xC7\xDF\xE6\r\n")
        .with("\u{202E}عكس.txt", "\u{202E}عنوان معكوس\u{2066}\n\nقال الرئيس إلهام علييف في باكو.\n")
        .with("folder.txt/a.txt", "خبر في مجلد\n\nباكو.\n")
        .with("طويل.txt", format!("{}\n\nنص في باكو.\n", "عنوان ".repeat(400)))
        .with(
            "INDEX.md",
            format!(
                "# {}\n\n| file | title | date | source |\n|---|---|---|---|\n{long_row}\
                 | gone.txt | | 2020-99-99 | |\n| ../out.txt | x | | |\n| word.txt | | 0000 | \u{202E} |\n|||\n",
                "اسم ".repeat(60)
            ),
        )
        .with(
            "entities.toml",
            format!(
                "{FIRST_LINE}\r\n[[entity]]\r\nid = \"Baku\"\r\nnames = [\"باكو\", \"\", \"\u{202E}\"]\r\n\r\n\
                 [[entity]]\r\nid = \"no names\"\r\n\r\n[[entity]]\r\nid = \"Baku\"\r\ntype = \"XYZ\"\r\n"
            ),
        );
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        for (target, name) in [
            ("one letter.txt", "link.txt"),
            ("/etc/passwd", "out.txt"),
            ("loop.txt", "loop.txt"),
            ("nowhere", "dangling.txt"),
        ] {
            symlink(target, folder.path().join(name)).expect("a link");
        }
        let fifo = folder.path().join("fifo.txt");
        let made = std::process::Command::new("mkfifo").arg(fifo).status();
        assert!(made.expect("mkfifo").success());
    }
    of_folder("hostile", folder)
}
