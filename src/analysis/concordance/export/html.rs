//! A page for a browser, and a table for a word processor.

use super::{Columns, Head, Layout, LineRecord};
use std::fmt;
use std::io::{self, Write as _};

/// A right-to-left table, valid HTML that is well-formed XML too.
///
/// Every cell is an isolate of its own. The page loads nothing, which its
/// policy says to the browser as well.
pub(super) struct Html {
    columns: Columns,
}

/// The look of a page. A cell before the node is an isolate in a left-to-right
/// box: so what is too long is cut at the far end and not beside the node.
const STYLE: &str = "
:root { color-scheme: light dark; --paper: #fbf8f1; --ink: #1f1b16; --faint: #6a6258;
  --rule: #e2dbcd; --node: #0f6b5c; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #121110; --ink: #ece6da; --faint: #a39a8c; --rule: #35312b; --node: #5fc9b4; }
}
body { background: var(--paper); color: var(--ink); margin: 1.5rem;
  font-family: Amiri, 'Noto Naskh Arabic', 'Traditional Arabic', serif; }
h1 { font-size: 1.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem;
  direction: ltr; font: 0.85rem sans-serif; color: var(--faint); }
dd { margin: 0; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
th { font: 0.8rem sans-serif; color: var(--faint); padding: 0.3rem; }
td { border-top: 1px solid var(--rule); padding: 0.25rem 0.3rem; white-space: nowrap;
  overflow: hidden; vertical-align: baseline; font-size: 1.15rem; }
.place { width: 14rem; } .node { width: 9rem; } .note { width: 10rem; }
td.place { font: 0.75rem sans-serif; color: var(--faint); text-overflow: ellipsis; }
td.before { direction: ltr; text-align: left; }
td.node { color: var(--node); font-weight: bold; text-align: center; overflow: visible;
  white-space: normal; }
td.after { text-align: right; }
td.note { white-space: normal; font-size: 0.9rem; }
";

impl Html {
    pub(super) const fn new(columns: Columns) -> Self {
        Self { columns }
    }

    fn write_row(&self, record: &LineRecord<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let line = &record.line;
        write!(
            out,
            "<tr><td class=\"place\"><bdi dir=\"ltr\">{} {}–{}</bdi>",
            Escaped(&line.article.file),
            record.start,
            record.end,
        )?;
        if self.columns == Columns::All {
            let parts = [
                record.period().unwrap_or_default(),
                &record.date(),
                record.source().unwrap_or_default(),
                &line.article.title,
            ];
            for part in parts.into_iter().filter(|part| !part.is_empty()) {
                write!(out, " · {}", Isolate(part))?;
            }
        }
        for (class, text) in [
            ("before", line.before.text.trim()),
            ("node", line.node.as_str()),
            ("after", line.after.text.trim()),
        ] {
            write!(out, "</td><td class=\"{class}\">{}", Isolate(text))?;
        }
        if self.columns == Columns::All {
            let tick = if record.is_ticked() { "✓ " } else { "" };
            let note = Isolate(record.note());
            write!(out, "</td><td class=\"note\">{tick}{note}")?;
        }
        out.extend_from_slice(b"</td></tr>\n");
        Ok(())
    }
}

impl Layout for Html {
    fn start(&self, head: Option<&Head>, out: &mut Vec<u8>) -> io::Result<()> {
        let title = head.map_or_else(|| "Warraq".to_owned(), Head::query);
        let title = Escaped(&title);
        write!(
            out,
            "<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n\
             <meta charset=\"utf-8\"/>\n\
             <meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width\"/>\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        )?;

        if let Some(head) = head {
            let query = head.query();
            writeln!(out, "<h1>{}</h1>", Isolate(&query))?;
            out.extend_from_slice(b"<dl lang=\"en\" dir=\"ltr\">\n");
            for (key, value) in head.entries() {
                let value = Escaped(&value);
                writeln!(out, "<dt>{key}</dt><dd><bdi>{value}</bdi></dd>")?;
            }
            out.extend_from_slice(b"</dl>\n");
        }
        out.extend_from_slice(b"<table dir=\"rtl\">\n");
        out.extend_from_slice(b"<thead lang=\"en\"><tr>");
        let note = (self.columns == Columns::All).then_some("note");
        for name in ["place", "before", "node", "after"].into_iter().chain(note) {
            write!(out, "<th scope=\"col\" class=\"{name}\">{name}</th>")?;
        }
        out.extend_from_slice(b"</tr></thead>\n");

        out.extend_from_slice(b"<tbody>\n");
        Ok(())
    }

    fn lines(&self, records: &[LineRecord<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        records
            .iter()
            .try_for_each(|record| self.write_row(record, out))
    }

    fn end(&self, out: &mut Vec<u8>) -> io::Result<()> {
        out.extend_from_slice(b"</tbody>\n</table>\n");
        out.extend_from_slice(b"</body>\n</html>\n");

        Ok(())
    }
}

/// Text of the corpus, right-to-left and apart from what is around it.
struct Isolate<'a>(&'a str);

impl fmt::Display for Isolate<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<bdi dir=\"rtl\">{}</bdi>", Escaped(self.0))
    }
}

/// Text with what is markup escaped. Characters that a page cannot hold
/// (controls and noncharacters; HTML standard, 13.2.3.5) become U+FFFD.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_special = |c: char| matches!(c, '&' | '<' | '>' | '"' | '\'') || is_refused(c);
        for piece in self.0.split_inclusive(is_special) {
            let last = piece.chars().next_back().filter(|c| is_special(*c));
            let plain = last.and_then(|last| piece.strip_suffix(last));
            f.write_str(plain.unwrap_or(piece))?;
            f.write_str(match last {
                None => "",
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('"') => "&quot;",
                Some('\'') => "&#39;",
                Some(_) => "\u{FFFD}",
            })?;
        }
        Ok(())
    }
}

fn is_refused(c: char) -> bool {
    c.is_control() || ('\u{FDD0}'..='\u{FDEF}').contains(&c) || u32::from(c) & 0xFFFE == 0xFFFE
}
