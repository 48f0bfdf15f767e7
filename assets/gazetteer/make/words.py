#!/usr/bin/env python3
"""Makes words.tsv from the hand-made lists in words/.

    words.py DIR-OF-LISTS OUTPUT-DIR

A line of a list is: class, a space and a form or nothing, a tab, words
separated by "|". The form says which forms follow from a word:

    (none)  the word as it stands
    noun    with and without the article
    adj     masculine and feminine, with and without the article, accusative
    pers    as adj, with dual and sound plurals
    verb    past/imperfect, both masculine singular: the forms news uses
    lat     a name in Latin or Cyrillic script: غ is also written ج
"""
import pathlib
import re
import sys

ARTICLE = "ال"
PER_LINE = 400

# Folded words that stay names although a grammatical word is written alike.
KEPT_BOTH = {"علي", "مني", "لي", "ولي", "عين", "خاصه", "عامه"}


def with_article(words):
    for word in words:
        yield word
        yield word if word.startswith(ARTICLE) else ARTICLE + word


def adjective(word):
    base = [word] if word.endswith(("ة", "اء")) else [word, word + "ة"]
    yield from with_article(base)
    if not word.endswith(("ة", "اء", "ا", "ى")):
        yield word + "ا"


def person(word):
    yield from adjective(word)
    if word.endswith("ة"):
        stems = []
    elif word.endswith("ى"):
        stems = []
    else:
        stems = [word + end for end in ("ون", "ين", "ان", "ات", "تان", "تين")]
    yield from with_article(stems)


def verb(pair):
    past, imperfect = pair.split("/")
    weak = past[:-1] if past.endswith(("ى", "ا")) else past
    yield past
    yield weak + "ت"
    yield weak + "وا"
    if not imperfect:
        return
    rest = imperfect[1:]
    plural = (rest[:-1] if rest.endswith(("ي", "و", "ى")) else rest) + "ون"
    for prefix in ("ي", "ت", "سي", "ست"):
        yield prefix + rest
    yield "ن" + rest
    yield "ي" + plural
    yield "ي" + plural[:-1] + "ا"


def latin(word):
    yield word
    if "غ" in word:
        yield word.replace("غ", "ج")


FORMS = {
    "": lambda word: [word],
    "noun": lambda word: with_article([word]),
    "adj": adjective,
    "pers": person,
    "verb": verb,
    "lat": latin,
}

FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ة": "ه", "ى": "ي"})


def fold(word):
    return re.sub("[\u064b-\u0652\u0670\u0640]", "", word).translate(FOLD)


def main():
    lists, output = map(pathlib.Path, sys.argv[1:])
    classes = {}
    for path in sorted(lists.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                tag, words = line.split("\t")
                name, _, form = tag.partition(" ")
                forms = FORMS[form]
                found = classes.setdefault(name, {})
                for word in words.split("|"):
                    word = word.strip()
                    if not word:
                        continue
                    if " " in word:
                        raise ValueError(f"more than one word: {word}")
                    for made in forms(word):
                        found.setdefault(fold(made), made)
            except (ValueError, KeyError) as error:
                sys.exit(f"{path.name}:{number}: {error!r}: {line[:60]}")
    # A grammatical word is far more often itself than a name (إن, لأن, كان).
    for name in ("given", "family", "title", "speech", "common"):
        for word in classes.get("function", {}):
            if word not in KEPT_BOTH:
                classes.get(name, {}).pop(word, None)
    out = ["# Words in names and beside names: class, words (see src/entity/lexicon.rs). Made by make/words.py."]
    for name, found in classes.items():
        words = list(found.values())
        for start in range(0, len(words), PER_LINE):
            out.append(f"{name}\t{'|'.join(words[start:start + PER_LINE])}")
        print(f"{name:14}{len(words):6}")
    (output / "words.tsv").write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
