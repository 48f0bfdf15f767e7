//! Tables as files.

use warraq::analysis::statistics::{Field, TableExport, TableFormat, Value};

fn written(format: TableFormat) -> String {
    let table = TableExport {
        head: vec![("query".to_owned(), "قال, \"وقال\"".to_owned())],
        columns: vec!["form".to_owned(), "freq".to_owned(), "dp".to_owned()],
        rows: vec![
            vec![
                Field::Text("قال".to_owned()),
                Field::Number(Value::Count(3)),
                Field::Number(Value::Real(0.25)),
            ],
            vec![
                Field::Text("a,b\tc\n".to_owned()),
                Field::Number(Value::Count(0)),
                Field::Number(Value::Missing),
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
