#!/usr/bin/env python3
"""Make NNN-slug.txt, INDEX.md and mentions.jsonl from source/*.src.

Source form: an article starts with `=== slug | date | source`; the next lines
are its text. Marks: `[P name|Entity]`, letters P G L O N for PER GPE LOC ORG
NORP, `?` after the letter for an optional mention. The entity is given once;
later marks find it by form, in the article first and then in the whole set.
"""
import json, pathlib, re, sys
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
TYPES = dict(P="PER", G="GPE", L="LOC", O="ORG", N="NORP")
MARK = re.compile(r"\[([PGLON])(\??) ([^\[\]|]+?)(?:\|([^\[\]|]+))?\]")
FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": None,
                      **{chr(c): None for c in range(0x64B, 0x653)}})

def keys(form, kind, before):
    """Keys under which a form is known, the most exact first."""
    f = form.translate(FOLD)
    if kind != "NORP":
        out = [f]
        if before == "ل" and f.startswith("ل"):
            out.append("ا" + f)
        if kind == "ORG" and " " in f:
            out.append(f.split(" ", 1)[1])  # without the head noun: شركة س, قناة س
        # ال lost after ل: للاتحاد has the span لاتحاد, whose full form is الاتحاد
        return out
    stems = []
    for g in ([f[2:]] if f.startswith("ال") else [f[1:], f] if before == "ل" and f.startswith("ل") else [f]):
        stems += [g, re.sub(r"(يين|يون|يان|يتين|يتان|يات|يا|يه|ي|ين|ون|ه)$", "", g)]
    return stems

def articles():
    for path in sorted((HERE / "source").glob("*.src")):
        head, lines = None, []
        for line in path.read_text("utf-8").split("\n"):
            if line.startswith("=== "):
                if head:
                    yield head, "\n".join(lines).strip("\n") + "\n"
                head, lines = [p.strip() for p in line[4:].split("|")], []
            else:
                lines.append(line)
        if head:
            yield head, "\n".join(lines).strip("\n") + "\n"

def parse(source):
    text, at, raw = "", 0, []
    for m in MARK.finditer(source):
        text += source[at:m.start()]
        start = len(text)
        text += m[3]
        raw.append((start, len(text), m[3], TYPES[m[1]], m[2] == "?", m[4]))
        at = m.end()
    return text + source[at:], raw

def main():
    bad, known, parsed, seen = [], {}, [], Counter()
    for number, (head, source) in enumerate(articles(), 1):
        slug, date, outlet = head
        text, raw = parse(source)
        for c in "[]|":
            if c in text:
                bad.append(f"{slug}: stray {c}: …{text[max(0, text.find(c) - 20):text.find(c) + 20]}…")
        parsed.append((f"{number:03}-{slug}.txt", date, outlet, text, raw))
        for s, e, t, kind, opt, ident in raw:
            if ident:
                for k in keys(t, kind, text[s - 1:s]):
                    if known.setdefault((kind, k), ident) != ident and kind == "NORP":
                        bad.append(f"{slug}: {t} is {known[kind, k]} and {ident}")
    rows, records = [], []
    for name, date, outlet, text, raw in parsed:
        local = {}
        for s, e, t, kind, opt, ident in raw:
            ks = keys(t, kind, text[s - 1:s])
            if not ident:
                ident = next((local[kind, k] for k in ks if (kind, k) in local), None)
                if not ident and kind == "PER":
                    whole = " " + t.translate(FOLD) + " "
                    ident = next((i for (kd, k), i in local.items() if kd == "PER" and whole in " " + k + " "), None)
                ident = ident or next((known[kind, k] for k in ks if (kind, k) in known), None)
            if not ident:
                bad.append(f"{name}: no entity for {kind} {t}")
                ident = ""
            for k in ks:
                local.setdefault((kind, k), ident)
            record = dict(file=name, start=s, end=e, text=t, type=kind, entity=ident)
            if opt:
                record["opt"] = True
            records.append(record)
            seen[kind] += 1
            assert text[s:e] == t and t == t.strip(), (name, t)
            before = text[s - 1:s]
            if before and re.match(r"[\u0621-\u064a]", before) and not re.search(r"(?<![\u0621-\u064a])[وف]?[بلك]?ـ?$|(?<![\u0621-\u064a])[وف]$", text[max(0, s - 4):s]):
                bad.append(f"{name}: mention starts inside a word: {text[max(0, s - 5):e]}")
            if re.match(r"[\u0621-\u065f]", text[e:e + 1]):
                bad.append(f"{name}: mention ends inside a word: {text[s:e + 5]}")
        for a, b in zip(raw, raw[1:]):
            assert a[1] <= b[0], (name, a, b)
        title = text.split("\n", 1)[0].replace("|", "\\|")
        rows.append(f"| {name} | {title} | {date} | {date[:4]} | {outlet} |")
    if bad:
        print("\n".join(bad))
    for old in HERE.glob("[0-9]*-*.txt"):
        old.unlink()
    for name, date, outlet, text, raw in parsed:
        (HERE / name).write_text(text, "utf-8", newline="\n")
    (HERE / "INDEX.md").write_text(
        "# Annotated news for the name tagger\n\nWritten for this set from facts of the public record; "
        "private persons and most quotations are invented: material for a tagger, not evidence of what anybody said. The source column names a manner of writing, not an outlet that printed the text.\n\n"
        "| file | title | date | period | source |\n|---|---|---|---|---|\n" + "\n".join(rows) + "\n", "utf-8")
    records.sort(key=lambda r: (r["file"], r["start"]))
    with open(HERE / "mentions.jsonl", "w", encoding="utf-8", newline="\n") as out:
        for r in records:
            out.write(json.dumps(r, ensure_ascii=False) + "\n")
    # Read back what was written and check it.
    for r in map(json.loads, open(HERE / "mentions.jsonl", encoding="utf-8")):
        assert (HERE / r["file"]).read_text("utf-8")[r["start"]:r["end"]] == r["text"], r
    words = [len(p[3].split()) for p in parsed]
    print(len(parsed), "articles", sum(words), "words", dict(seen), "opt", sum("opt" in r for r in records), "bad", len(bad))
    return bool(bad)

if __name__ == "__main__":
    sys.exit(main())
