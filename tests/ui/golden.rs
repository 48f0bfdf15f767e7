//! Everything that only the window saves, written into a folder: a part of the
//! record that `tests/golden/record` makes and compares.
//!
//! It runs only where `WARRAQ_GOLDEN_DIR` names the folder. Then
//! `WARRAQ_GOLDEN_CORPORA` names corpora beside the embedded one, as a list of
//! folders with colons between them.

use crate::support::Window;
use std::path::{Path, PathBuf};
use std::{env, fs};
use warraq::analysis::concordance::export::Format as LineFormat;
use warraq::analysis::concordance::{GroupBy, Sample, SortKey};
use warraq::analysis::query::Level;
use warraq::analysis::statistics::{Measure, NgramLength, TableFormat, TableOrder, TimeStep, Unit};
use warraq::app::annotated_export::AnnotatedFormat;
use warraq::app::views::names::{
    NamesCommand, NamesLook, NamesOptions, NamesPart, NamingBy, SpellingRows,
};
use warraq::app::{
    Command, Export, LineCommand, PlotFormat, Source, StatisticsCommand, StatisticsKind,
    StatisticsOptions, UiCommand,
};
use warraq::corpus::Facet;

const LINES: [(LineFormat, &str); 5] = [
    (LineFormat::Text, "txt"),
    (
        LineFormat::Csv {
            byte_order_mark: true,
        },
        "csv",
    ),
    (LineFormat::Tsv, "tsv"),
    (LineFormat::Jsonl, "jsonl"),
    (LineFormat::Html, "html"),
];
const TABLES: [(TableFormat, &str); 3] = [
    (TableFormat::Csv, "csv"),
    (TableFormat::Tsv, "tsv"),
    (TableFormat::JsonLines, "jsonl"),
];
const PLOTS: [(PlotFormat, &str); 2] = [(PlotFormat::Svg, "svg"), (PlotFormat::Png, "png")];

/// A window that saves what it shows into a folder.
struct Recorder {
    window: Window,
    folder: PathBuf,
}

#[test]
#[expect(clippy::print_stdout, reason = "says that it has done nothing")]
fn what_the_window_saves_is_recorded() {
    let Some(folder) = env::var_os("WARRAQ_GOLDEN_DIR") else {
        println!("nothing is recorded: WARRAQ_GOLDEN_DIR names no folder");
        return;
    };
    record(Source::Embedded, &Path::new(&folder).join("embedded"));
    let corpora = env::var("WARRAQ_GOLDEN_CORPORA").unwrap_or_default();
    for corpus in corpora.split(':').filter(|corpus| !corpus.is_empty()) {
        let corpus = PathBuf::from(corpus);
        let name = corpus.file_name().expect("the name of a corpus");
        let folder = Path::new(&folder).join(name);
        record(Source::Folder(corpus), &folder);
    }
}

fn record(source: Source, folder: &Path) {
    fs::create_dir_all(folder).expect("a folder");
    let mut recorder = Recorder {
        window: Window::on(source),
        folder: folder.to_path_buf(),
    };
    recorder.lines();
    recorder.words();
    recorder.plots();
    recorder.names();
    recorder.annotated();
}

impl Recorder {
    fn save(&mut self, export: Export, name: &str) {
        let path = self.folder.join(name);
        self.window.send(Command::Save(export));
        self.window.send(Command::SaveTo(path.clone()));
        assert!(path.exists(), "{name} was not saved");
    }

    fn search(&mut self, query: &str) {
        self.window.with_app(|app| app.search_for(query));
        self.window.settle();
    }

    fn statistics(&mut self, command: StatisticsCommand) {
        self.window.send(Command::Statistics(command));
    }

    fn count(&mut self, kind: StatisticsKind, options: StatisticsOptions) {
        self.statistics(StatisticsCommand::Show(kind));
        self.statistics(StatisticsCommand::Count(options));
    }

    fn names_command(&mut self, command: NamesCommand) {
        self.window.send(Command::Names(command));
    }

    fn period(&mut self) {
        let period = Some(Facet::new("2020"));
        self.window.send(Command::TogglePeriod(period));
    }

    /// Does it again in Arabic and in the dark, then goes back.
    fn in_both_looks(&mut self, mut save: impl FnMut(&mut Self, &str)) {
        save(self, "en-light");
        self.window.command(UiCommand::ToggleLanguage);
        self.window.command(UiCommand::ToggleTheme);
        save(self, "ar-dark");
        self.window.command(UiCommand::ToggleTheme);
        self.window.command(UiCommand::ToggleLanguage);
    }

    fn save_lines(&mut self, name: &str) {
        for (format, ending) in LINES {
            self.save(Export::Lines(format), &format!("lines-{name}.{ending}"));
        }
    }

    fn save_table(&mut self, name: &str) {
        for (format, ending) in TABLES {
            self.save(Export::Table(format), &format!("table-{name}.{ending}"));
        }
    }

    fn save_plot(&mut self, name: &str) {
        self.in_both_looks(|this, look| {
            for (format, ending) in PLOTS {
                this.save(
                    Export::Plot(format),
                    &format!("plot-{name}-{look}.{ending}"),
                );
            }
        });
        self.save_table(name);
    }

    fn lines(&mut self) {
        let line = |this: &mut Self, command| this.window.send(Command::Line(command));
        self.window.command(UiCommand::ShowConcordance);
        self.search("أذربيجان");
        self.save_lines("word");
        let order = "after1,date:desc".parse().expect("a sort order");
        line(self, LineCommand::SortBy(order));
        line(self, LineCommand::Group(Some(GroupBy::from(SortKey::File))));
        self.save_lines("groups");
        line(self, LineCommand::Group(None));
        line(self, LineCommand::Sample(Some(Sample { size: 5, seed: 3 })));
        self.period();
        self.window.send(Command::SetLevel(Level::Clitics));
        self.save_lines("sample");
        self.period();
        self.window.send(Command::SetLevel(Level::default()));
        line(self, LineCommand::Sample(None));
    }

    fn words(&mut self) {
        let usual = StatisticsOptions::default();
        self.window.command(UiCommand::ShowStatistics);
        self.search("");
        self.count(StatisticsKind::Words, usual);
        self.save_table("words");
        let order = TableOrder::Descending(Measure::DpNorm);
        self.statistics(StatisticsCommand::Order(order));
        for (unit, name) in [(Unit::Type, "types"), (Unit::Stem, "stems")] {
            self.count(StatisticsKind::Words, StatisticsOptions { unit, ..usual });
            self.save_table(&format!("words-{name}"));
        }
        self.count(StatisticsKind::Words, usual);
        self.period();
        self.statistics(StatisticsCommand::Find("با".to_owned()));
        self.save_table("words-found");
        self.statistics(StatisticsCommand::Find(String::new()));
        self.period();
        self.statistics(StatisticsCommand::CountOnce(true));
        self.save_table("words-once");
        self.statistics(StatisticsCommand::CountOnce(false));
        for length in [2, 3] {
            let length = NgramLength::new(length).expect("a length");
            let options = StatisticsOptions { length, ..usual };
            self.count(StatisticsKind::Ngrams, options);
            self.save_table(&format!("ngrams-{}", length.get()));
        }
        self.search("باكو");
        self.count(StatisticsKind::Collocates, usual);
        self.save_table("collocates");
        self.count(
            StatisticsKind::Collocates,
            StatisticsOptions {
                unit: Unit::Stem,
                least_near: 1,
                ..usual
            },
        );
        self.save_table("collocates-stems");
    }

    fn plots(&mut self) {
        let usual = StatisticsOptions::default();
        self.search("باكو");
        self.count(StatisticsKind::Dispersion, usual);
        self.save_plot("dispersion");
        for (step, name) in [
            (TimeStep::Month, "months"),
            (TimeStep::Year, "years"),
            (TimeStep::Period, "periods"),
        ] {
            self.count(StatisticsKind::Time, StatisticsOptions { step, ..usual });
            self.save_plot(name);
        }
        self.search("");
    }

    fn names(&mut self) {
        self.window.command(UiCommand::ShowNames);
        for part in NamesPart::ALL {
            self.names_command(NamesCommand::Show(part));
            self.save_names(part, part.as_str());
        }
        self.names_command(NamesCommand::Choose("Azerbaijan".into()));
        for part in [NamesPart::Entity, NamesPart::Naming] {
            self.names_command(NamesCommand::Show(part));
            self.save_names(part, &format!("{}-azerbaijan", part.as_str()));
        }
        self.names_command(NamesCommand::Count(NamesOptions {
            spellings: SpellingRows::Core,
            ..NamesOptions::default()
        }));
        self.names_command(NamesCommand::Look(NamesLook {
            by: NamingBy::Outlet,
            ..NamesLook::default()
        }));
        self.save_names(NamesPart::Naming, "naming-outlets");
        self.names_command(NamesCommand::Look(NamesLook::default()));
        self.names_command(NamesCommand::Count(NamesOptions::default()));
        self.period();
        for part in [NamesPart::Table, NamesPart::Network] {
            self.names_command(NamesCommand::Show(part));
            self.save_names(part, &format!("{}-2020", part.as_str()));
        }
        self.period();
    }

    fn save_names(&mut self, part: NamesPart, name: &str) {
        for (format, ending) in TABLES {
            self.save(Export::Names(format), &format!("names-{name}.{ending}"));
        }
        if part == NamesPart::Table {
            return;
        }
        self.in_both_looks(|this, look| {
            for (format, ending) in PLOTS {
                let file = format!("names-{name}-{look}.{ending}");
                this.save(Export::NamesChart(format), &file);
            }
        });
    }

    fn annotated(&mut self) {
        for format in AnnotatedFormat::ALL {
            self.save(Export::Annotated(format), &format!("annotated-{format:?}"));
        }
    }
}
