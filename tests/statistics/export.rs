//! Tables as files.

use crate::naive::build;
use warraq::analysis::statistics::{
    Cell, Counted, Subcorpus, Table, TableExport, TableFormat, Unit, Units, Value, WordList,
    all_rows, export,
};
use warraq::base::CancelToken;

fn written(format: TableFormat) -> String {
    let table = TableExport {
        head: vec![("query".to_owned(), "قال, \"وقال\"".to_owned())],
        columns: vec!["form".to_owned(), "freq".to_owned(), "dp".to_owned()],
        rows: vec![
            vec![
                Cell::Text("قال".to_owned()),
                Cell::Number(Value::Count(3)),
                Cell::Number(Value::Real(0.25)),
            ],
            vec![
                Cell::Text("a,b\tc\n".to_owned()),
                Cell::Number(Value::Count(0)),
                Cell::Number(Value::Missing),
            ],
        ],
    };
    let mut out = Vec::new();
    table.write(format, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn csv_has_a_byte_order_mark_and_quotes() {
    assert_eq!(
        written(TableFormat::Csv),
        "\u{FEFF}query,\"قال, \"\"وقال\"\"\"\n\nform,freq,dp\nقال,3,0.25\n\"a,b\tc\n\",0,\n"
    );
}

#[test]
fn tsv_has_neither_tabs_nor_lines_in_cells() {
    assert_eq!(
        written(TableFormat::Tsv),
        "query\tقال, \"وقال\"\n\nform\tfreq\tdp\nقال\t3\t0.25\na,b c \t0\t\n"
    );
}

#[test]
fn json_lines_begin_with_the_head() {
    let lines: Vec<serde_json::Value> = written(TableFormat::JsonLines)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(
        lines,
        [
            serde_json::json!({ "head": { "query": "قال, \"وقال\"" } }),
            serde_json::json!({ "form": "قال", "freq": 3, "dp": 0.25 }),
            serde_json::json!({ "form": "a,b\tc\n", "freq": 0, "dp": null }),
        ]
    );
}

#[test]
fn a_word_list_is_written_in_the_order_of_the_rows_given() {
    let index = build(&["باكو قال قال".to_owned(), "قال".to_owned()]);
    let units = Units::new(&index, Unit::Fold, Counted::Words);
    let whole = Subcorpus::whole(&index);
    let table = WordList::new(&index, &units, &whole, &CancelToken::default()).unwrap();
    let mut rows = all_rows(&table);
    rows.reverse();
    let mut out = Vec::new();
    let head = vec![("tokens".to_owned(), table.size.to_string())];
    let file = export(&table, &index, &rows, head);
    assert_eq!(file.columns.len(), table.measures().len() + 1);
    file.write(TableFormat::Tsv, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(
        text.starts_with("tokens\t4\ndp\t"),
        "the head names formulas"
    );
    let (_, body) = text.split_once("\n\n").unwrap();
    let lines: Vec<&str> = body.lines().collect();
    assert_eq!(
        lines[0],
        "form\tfreq\tper_million\tarticles\tdp\tdp_norm\tjuilland_d"
    );
    assert!(lines[1].starts_with("قال\t3\t750000\t2\t"), "{}", lines[1]);
    assert!(lines[2].starts_with("باكو\t1\t250000\t1\t"), "{}", lines[2]);
}
