#!/usr/bin/env python3
"""Make ../letters.tsv: how much each pair of letters speaks for a name.

usage: letters.py NER_FOLDER TRAINING_FOLDER... 
NER_FOLDER holds *.conll (token, tags); a training folder holds *.txt and
mentions.jsonl. Words of persons and places against words that are no name;
a logistic regression over pairs of letters and length, fitted by AdaGrad from
a fixed seed, so that the same input gives the same table.
"""
import collections, json, math, pathlib, random, re, sys

WORD = re.compile(r"[\u0621-\u064a\u064b-\u0652]+")
SPELLING = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ـ": None,
                          **{chr(c): None for c in range(0x64B, 0x653)}})
SCALE = 16  # weights are written in sixteenths


def letters(word):
    return word.translate(SPELLING)


def features(word):
    framed = "^" + word + "$"
    return [framed[i:i + 2] for i in range(len(framed) - 1)] + [str(min(len(word), 8))]


def words(ner, folders):
    names, others = collections.Counter(), collections.Counter()
    for path in sorted(pathlib.Path(ner).glob("*.conll")):
        for line in path.read_text("utf-8").split("\n"):
            token, *tags = line.split() or [""]
            if tags and WORD.fullmatch(token):
                if all(tag == "O" for tag in tags):
                    others[letters(token)] += 1
                elif any(tag.endswith(("PER", "PERS")) for tag in tags):
                    names[letters(token)] += 1
    for folder in map(pathlib.Path, folders):
        spans = collections.defaultdict(list)
        for line in (folder / "mentions.jsonl").read_text("utf-8").splitlines():
            mention = json.loads(line)
            spans[mention["file"]].append((mention["start"], mention["end"], mention["type"]))
        for file, found in sorted(spans.items()):
            text = (folder / file).read_text("utf-8")
            for word in WORD.finditer(text):
                kinds = {kind for start, end, kind in found if start < word.end() and word.start() < end}
                exact = any(start <= word.start() < end for start, end, _ in found)
                if not kinds:
                    others[letters(word[0])] += 1
                elif kinds & {"PER", "GPE"} and exact:
                    names[letters(word[0])] += 1
    return names, others


def main():
    names, others = words(sys.argv[1], sys.argv[2:])
    fits = lambda word: len(word) > 2 and not word.startswith("ال")
    samples = [(w, 1) for w in sorted(names) if fits(w)]
    samples += [(w, 0) for w in sorted(others) if fits(w) and w not in names]
    weights, squares = collections.defaultdict(float), collections.defaultdict(float)
    rng = random.Random(1)
    for _ in range(12):
        rng.shuffle(samples)
        for word, is_name in samples:
            active = features(word) + ["*"]
            z = max(-20.0, min(20.0, sum(weights[f] for f in active)))
            error = (is_name - 1 / (1 + math.exp(-z))) * (3 if is_name else 1)
            for f in active:
                step = error - 0.002 * weights[f]
                squares[f] += step * step
                weights[f] += 0.3 * step / math.sqrt(squares[f] + 1e-6)
    out = pathlib.Path(__file__).resolve().parent.parent / "letters.tsv"
    lines = ["# Made by make/letters.py. Pair of letters (^ start, $ end), or length, or * (every word); weight in sixteenths.",
             "# Above zero: rather a word of a foreign or personal name than an ordinary word."]
    for feature in sorted(weights):
        weight = round(weights[feature] * SCALE)
        if weight:
            lines.append(f"{feature}\t{max(-127, min(127, weight))}")
    out.write_text("\n".join(lines) + "\n", "utf-8")


main()
