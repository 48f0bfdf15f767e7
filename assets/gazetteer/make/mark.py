#!/usr/bin/env python3
"""Lists names of ../names.tsv that are one word, have no mark, and are also
words of ../words.tsv: to be marked "?" by hand, or with --write at once.

What may stay without mark is in names-safe.txt, one name a line.
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from make import HERE, OUT, Words, fold, rows

PLACES = {"GPE", "LOC"}


def main():
    words = Words()
    safe = {fold(line.strip()) for line in (HERE / "names-safe.txt").read_text(encoding="utf-8").splitlines()}
    lines, found = [], []
    for line in (OUT / "names.tsv").read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if line.startswith("#") or len(columns) != 4:
            lines.append(line)
            continue
        names = []
        for name in columns[3].split("|"):
            key = fold(name)
            bare = key[2:] if key.startswith("ال") else key
            tags = words.classes.get(key, set())
            ordinary = {key, bare} & words.ordinary or key in words.remains
            if name[0] not in "?=" and " " not in name and key not in safe and name[0] > "\u0600" and (
                ordinary or (columns[0] in PLACES and tags & {"family", "particle"}) or len(bare) < 3
            ):
                found.append((columns[0], name))
                name = "?" + name
            names.append(name)
        columns[3] = "|".join(names)
        lines.append("\t".join(columns))
    for kind, name in found:
        print(kind, name)
    if "--write" in sys.argv:
        (OUT / "names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
