//! JSON Lines.

use super::{Columns, Head, Layout, LineRecord};
use serde::Serialize;
use std::io;

/// An object for each line. The head, if there is one, is the first object,
/// with the one key `warraq`.
pub(super) struct Jsonl(pub(super) Columns);

#[derive(Serialize)]
struct First<'a> {
    warraq: &'a Head,
}

#[derive(Serialize)]
struct Short<'a> {
    file: &'a str,
    start: u32,
    end: u32,
    before: &'a str,
    node: &'a str,
    after: &'a str,
}

#[derive(Serialize)]
struct All<'a> {
    #[serde(flatten)]
    short: Short<'a>,
    period: Option<&'a str>,
    date: Option<String>,
    source: Option<&'a str>,
    title: &'a str,
    note: &'a str,
    ticked: bool,
}

impl Layout for Jsonl {
    fn start(&self, head: Option<&Head>, out: &mut Vec<u8>) -> io::Result<()> {
        head.map_or(Ok(()), |head| push(&First { warraq: head }, out))
    }

    fn lines(&self, records: &[LineRecord<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        for record in records {
            let line = &record.line;
            let short = Short {
                file: &line.article.file,
                start: record.start,
                end: record.end,
                before: &line.before.text,
                node: line.verbatim(),
                after: &line.after.text,
            };
            match self.0 {
                Columns::Short => push(&short, out)?,
                Columns::All => {
                    let all = All {
                        short,
                        period: record.period(),
                        date: Some(record.date()).filter(|date| !date.is_empty()),
                        source: record.source(),
                        title: &line.article.title,
                        note: record.note(),
                        ticked: record.is_ticked(),
                    };
                    push(&all, out)?;
                }
            }
        }
        Ok(())
    }

    fn end(&self, _out: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}

fn push(value: &impl Serialize, out: &mut Vec<u8>) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.push(b'\n');
    Ok(())
}
