//! TEI P5, as the Guidelines describe its elements.

use super::{Found, Told, slice};
use roxmltree::{Document, Node};
use std::collections::HashMap;

/// The path, the text and the mentions of one document.
pub(crate) fn read_tei(bytes: &[u8]) -> (String, String, Vec<Found>) {
    let xml = std::str::from_utf8(bytes).expect("UTF-8");
    let document = Document::parse(xml).expect("well-formed");
    let root = document.root_element();
    assert_eq!(
        root.tag_name().namespace(),
        Some("http://www.tei-c.org/ns/1.0")
    );
    let first = |name: &str| root.descendants().find(|node| node.has_tag_name(name));
    let by_id: HashMap<&str, Node<'_, '_>> = root
        .descendants()
        .filter_map(|node| Some((id_of(node)?, node)))
        .collect();
    let is_path =
        |node: &Node<'_, '_>| node.has_tag_name("idno") && node.attribute("type") == Some("file");
    let file = root.descendants().find(is_path).map(content);
    let file = file.unwrap_or_default();

    let mut body = Body::default();
    body.read(first("body").expect("a body"));
    let inline = body
        .elements
        .iter()
        .map(|(node, start, end)| (*node, *start, *end));
    let spans = root.descendants().filter(|node| node.has_tag_name("span"));
    let spans = spans.map(|node| {
        let place = |name: &str| body.anchors[pointer(node.attribute(name).expect(name))];
        (node, place("from"), place("to"))
    });
    let mut found = Vec::new();
    for (node, start, end) in inline.chain(spans) {
        found.push(Found {
            file: file.clone(),
            start,
            end,
            text: slice(&body.text, start, end),
            tag: node.attribute("type").expect("a type").to_uppercase(),
            told: told(node, &by_id),
        });
    }
    (file, body.text, found)
}

/// What is read of a body.
#[derive(Default)]
struct Body<'a> {
    text: String,
    n_chars: usize,
    elements: Vec<(Node<'a, 'a>, usize, usize)>,
    anchors: HashMap<&'a str, usize>,
}

impl<'a> Body<'a> {
    fn read(&mut self, node: Node<'a, 'a>) {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            let parent = node.parent().expect("a parent");
            let is_space = text.trim_matches([' ', '\t', '\n']).is_empty();
            assert!(
                is_space || !parent.has_tag_name("body"),
                "words stand in paragraphs"
            );
            self.push(text);
            return;
        }
        let start = self.n_chars;
        if node.has_tag_name("g") {
            let code = node.attribute("n").and_then(|n| n.strip_prefix("U+"));
            let code = u32::from_str_radix(code.expect("a code"), 16).expect("a number");
            let c = char::from_u32(code).expect("a character");
            assert_eq!(node.text(), Some("\u{FFFD}"));
            self.push(c.encode_utf8(&mut [0; 4]));
            return;
        }
        for child in node.children() {
            self.read(child);
        }
        match node.tag_name().name() {
            "anchor" => {
                self.anchors.insert(id_of(node).expect("an id"), start);
            }
            "body" | "p" => {}
            _ => self.elements.push((node, start, self.n_chars)),
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.n_chars += text.chars().count();
    }
}

/// The words of an element.
fn content(node: Node<'_, '_>) -> String {
    let mut content = Body::default();
    content.read(node);
    content.text
}

fn id_of<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attribute(("http://www.w3.org/XML/1998/namespace", "id"))
}

fn pointer(pointer: &str) -> &str {
    pointer.strip_prefix('#').expect("a pointer")
}

fn told(node: Node<'_, '_>, by_id: &HashMap<&str, Node<'_, '_>>) -> Told {
    let mut told = Told::new();
    for interp in node.attribute("ana").unwrap_or_default().split_whitespace() {
        let interp = by_id[pointer(interp)];
        let name = interp.parent().and_then(|group| group.attribute("type"));
        let value = content(interp);
        told.insert(name.expect("a name").to_owned(), value);
    }
    let when = node.attribute("when").or(node.attribute("when-custom"));
    match (node.tag_name().name(), when) {
        ("date", Some(when)) => {
            let when = when.replace(' ', "; ");
            told.insert("iso".to_owned(), when.clone());
            told.insert("entity".to_owned(), when);
        }
        ("time", Some(when)) => {
            let minutes = when.strip_suffix(":00").expect("no seconds");
            told.insert("entity".to_owned(), minutes.to_owned());
        }
        _ => {}
    }
    if let Some(value) = node.attribute("value") {
        told.insert("value".to_owned(), value.to_owned());
    }
    if let Some(entity) = node.attribute("ref").or(node.attribute("corresp")) {
        let entity = by_id[pointer(entity)];
        let mut children = entity.children();
        let idno = children.find(|child| child.has_tag_name("idno"));
        let id = idno.map(content).expect("an id");
        told.insert("entity".to_owned(), id);
    }
    told
}
