//! Charts in both languages.

use egui::{Color32, Vec2, vec2};
use warraq::text::{FontCatalog, Typesetter};
use warraq::ui::chart::{
    Bar, Bars, Bucket, DispersionRow, DispersionTexts, Drawing, Sheet, TimeTexts, bars, buckets,
    dispersion, timeline,
};
use warraq::ui::theme::{Palette, Theme};

/// Language, theme and size of a chart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) arabic: bool,
    pub(crate) theme: Theme,
    pub(crate) size: Vec2,
}

impl Look {
    pub(crate) const ALL: [(bool, Theme); 4] = [
        (true, Theme::Light),
        (true, Theme::Dark),
        (false, Theme::Light),
        (false, Theme::Dark),
    ];

    pub(crate) fn new(arabic: bool, theme: Theme, width: f32, height: f32) -> Self {
        let size = vec2(width, height);
        Self {
            arabic,
            theme,
            size,
        }
    }

    pub(crate) fn palette(self) -> &'static Palette {
        self.theme.palette()
    }

    pub(crate) fn ground(self) -> Color32 {
        self.palette().paper
    }

    /// Draws with a sheet of this look.
    pub(crate) fn draw(self, draw: impl FnOnce(&mut Sheet<'_>) -> Drawing) -> Drawing {
        draw(&mut Sheet {
            size: self.size,
            palette: self.palette(),
            ground: self.ground(),
            right_to_left: self.arabic,
            typesetter: &mut typesetter(),
        })
    }

    pub(crate) fn bars(self) -> Drawing {
        self.draw(|sheet| bars(sheet, &periods(self.arabic)))
    }

    pub(crate) fn timeline(self, months: &[Bucket]) -> Drawing {
        let shown = buckets(months, 60);
        self.draw(|sheet| with_time_texts(self.arabic, |texts| timeline(sheet, &shown, texts)))
    }

    pub(crate) fn dispersion(self, n: usize) -> Drawing {
        let rows: Vec<DispersionRow> = (0..n).map(|i| article(self.arabic, i)).collect();
        let (title, sides) = if self.arabic {
            ("مواضع «الدفاع» في المقالات", ["أول المقال", "آخره"])
        } else {
            ("Where “الدفاع” stands", ["Start of the article", "End"])
        };
        let left_out = |n: usize| {
            if self.arabic {
                format!("لم تُرسم {n} مقالات.")
            } else {
                format!("{n} more articles are not drawn.")
            }
        };
        let texts = DispersionTexts {
            title,
            sides,
            left_out: &left_out,
        };
        self.draw(|sheet| dispersion(sheet, &rows, &texts))
    }
}

pub(crate) fn typesetter() -> Typesetter {
    Typesetter::new(&FontCatalog::bundled())
}

pub(crate) fn periods(arabic: bool) -> Bars {
    let bar = |label: &str, value: f64, articles: usize, period| {
        let note = match (arabic, articles) {
            (true, 2) => "مقالان".to_owned(),
            (true, n) => format!("{n} مقالات"),
            (false, n) => format!("{n} articles"),
        };
        Bar {
            label: label.to_owned(),
            value,
            value_text: format!("{value:.1}"),
            name: format!("{label} · {value:.1} · {note}"),
            note,
            period,
        }
    };
    let undated = if arabic {
        "بلا تاريخ"
    } else {
        "Undated"
    };
    let title = if arabic {
        "التكرار لكل ألف كلمة"
    } else {
        "Frequency per thousand words"
    };
    Bars {
        title: Some(title.to_owned()),
        bars: vec![
            bar("2020", 5.6, 3, Some(0)),
            bar("2023", 3.5, 2, Some(1)),
            bar(undated, 0.0, 5, None),
        ],
    }
}

pub(crate) fn with_time_texts<T>(arabic: bool, use_them: impl FnOnce(&TimeTexts<'_>) -> T) -> T {
    const ARABIC: [&str; 12] = [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ];
    const ENGLISH: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let names = if arabic { ARABIC } else { ENGLISH };
    let month = |month: u8| names[usize::from(month) - 1].to_owned();
    let number = |number: f64| {
        let number = format!("{number:.0}");
        let thousands = number.len().saturating_sub(3);
        match number.split_at(thousands) {
            ("", all) => all.to_owned(),
            (thousands, rest) => format!("{thousands},{rest}"),
        }
    };
    let name = |bucket: &Bucket| {
        let place = bucket.month.map(month).unwrap_or_default();
        let value = bucket.per_million().map_or_else(|| "–".to_owned(), number);
        format!("{place} {} · {value}", bucket.year)
    };
    use_them(&TimeTexts {
        title: if arabic {
            "التكرار لكل مليون كلمة"
        } else {
            "Frequency per million words"
        },
        articles: if arabic {
            "المقالات"
        } else {
            "Articles"
        },
        month: &month,
        number: &number,
        name: &name,
    })
}

/// Months from 2020-05 to 2023-10, with none in all of 2022 and in 2020-08.
pub(crate) fn months() -> Vec<Bucket> {
    let mut months = Vec::new();
    for serial in 2020 * 12 + 4..2023 * 12 + 10_u32 {
        let (year, month) = (serial / 12, serial % 12 + 1);
        if year == 2022 || (year, month) == (2020, 8) {
            continue;
        }
        let wave = u64::from(serial * 7 % 23);
        months.push(Bucket {
            year: i16::try_from(year).unwrap(),
            month: u8::try_from(month).ok(),
            hits: 20 + wave * 6,
            words: 40_000 + 2_000 * wave,
            articles: 10 + wave,
            period: Some(usize::from(year >= 2022)),
        });
    }
    months
}

/// Thirty years less one with a month each, so that years are shown.
pub(crate) fn decades() -> Vec<Bucket> {
    (1994..=2023)
        .filter(|year| *year != 2001)
        .map(|year: i16| {
            let wave = u64::from(year.unsigned_abs()) * 13 % 29;
            Bucket {
                year,
                month: Some(6),
                hits: 3 + wave,
                words: 9_000,
                articles: 4 + wave,
                period: Some(usize::from(year >= 2010)),
            }
        })
        .collect()
}

const TITLES: [&str; 4] = [
    "أذربيجان تعلن السيطرة على مدينة شوشة الاستراتيجية بعد معارك ضارية",
    "هدنة إنسانية في قره باغ",
    "CNN: مقابلة مع وزير الدفاع",
    "نزوح عشرات الآلاف من ناغورني قره باغ نحو أرمينيا خلال أسبوع واحد فقط في 2023",
];

pub(crate) fn article(arabic: bool, i: usize) -> DispersionRow {
    let n = i * 5 % 9;
    let places = (0..n).map(|k| {
        let place = u16::try_from((k * 97 + i * 31) % 400).unwrap();
        f32::from(place) / 400.0
    });
    let mut places: Vec<f32> = places.collect();
    places.sort_by(f32::total_cmp);
    let title = TITLES[i % TITLES.len()];
    DispersionRow {
        label: title.to_owned(),
        count: n.to_string(),
        period: (i % 5 != 4).then_some(i % 5 / 2),
        places,
        name: if arabic {
            format!("{i}: {title}")
        } else {
            format!("{title} ({i})")
        },
    }
}
