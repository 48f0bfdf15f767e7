#!/usr/bin/env python3
"""Makes the golden files beside this script, by programs that share no code with Warraq.

    pip install uharfbuzz fonttools regex      (glyphs: HarfBuzz; coverage and scripts: fontTools)
    apt install libfribidi0                    (embedding levels and visual order: FriBidi)
    python3 tests/oracles/make.py              (again after a change of lines.txt or of the fonts)
    python3 tests/oracles/make.py --cut        (first cut the lines under `# Out of seeds/…` anew)

The files have one record for each text line of lines.txt, in its order:

order.txt     The characters of the line from left to right, as FriBidi places them in a paragraph
              that runs from right to left: numbers of characters, `7-4` for 7 6 5 4.
broken.txt    The same for the two lines that come of it when it is broken at a space near its middle,
              with `/` between them; `-` where there is no such space.
amiri.txt, noto-sans-arabic.txt
              The glyphs from left to right, as HarfBuzz shapes the runs of the line, with that face
              as the first choice. Runs stand between `|`; a run begins with the letter of its face,
              then `glyph:advance` in font units, `@dx,dy` added where a mark is moved (dy upwards).

A run has one level (FriBidi), one script (a character of no script of its own is counted to the
script before it, at the start of a line to the first script that comes; UAX #24, 5.1) and one face:
the first of the chain that covers the grapheme, else the one that covers most of it.
"""

import ctypes
import re
import sys
import unicodedata
from pathlib import Path

import regex
import uharfbuzz
from fontTools import unicodedata as scripts
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

FACES = {
    "A": "Amiri-Regular.ttf",
    "K": "NotoNaskhArabic-Bold.ttf",
    "S": "NotoSansArabic-Regular.ttf",
    "L": "NotoSans-Regular.ttf",
}
# The order of Typesetter::families, then the bundled families by their place in the catalogue.
CHAINS = {"amiri.txt": "ASLK", "noto-sans-arabic.txt": "SLAK"}


class Face:
    def __init__(self, name):
        path = ROOT / "assets" / "fonts" / name
        self.units = TTFont(path)["head"].unitsPerEm
        self.covered = set(TTFont(path).getBestCmap())
        self.font = uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))


def text_lines():
    """The lines of lines.txt with their escapes resolved."""
    for line in (HERE / "lines.txt").read_text("utf-8").split("\n"):
        if line and not line.startswith("# "):
            yield re.sub(r"\\u\{([0-9A-F]+)\}", lambda m: chr(int(m[1], 16)), line)


class FriBidi:
    """libfribidi, called as its own `fribidi_log2vis` does, but without rule L3 (marks of a
    right-to-left base stay in the order of the level)."""

    RIGHT_TO_LEFT = 0x00000111

    def __init__(self):
        self.library = ctypes.CDLL("libfribidi.so.0")
        about = ctypes.c_char_p.in_dll(self.library, "fribidi_version_info").value.decode()
        self.version = about.splitlines()[0].replace("(GNU FriBidi)", "FriBidi")

    def levels(self, text):
        """The bidirectional types of the characters and their levels before rule L1."""
        n = len(text)
        chars = (ctypes.c_uint32 * n)(*map(ord, text))
        types, brackets, levels = (ctypes.c_uint32 * n)(), (ctypes.c_uint32 * n)(), (ctypes.c_int8 * n)()
        base = ctypes.c_uint32(self.RIGHT_TO_LEFT)
        self.library.fribidi_get_bidi_types(chars, n, types)
        self.library.fribidi_get_bracket_types(chars, n, types, brackets)
        self.library.fribidi_get_par_embedding_levels_ex(types, brackets, n, ctypes.byref(base), levels)
        return types, levels

    def line(self, text, start, end):
        """The numbers of the characters from left to right, and their levels, on the line of the
        paragraph `text` that has the characters from `start` to `end`."""
        types, levels = self.levels(text)
        order = (ctypes.c_int * len(text))(*range(len(text)))
        base = ctypes.c_uint32(self.RIGHT_TO_LEFT)
        self.library.fribidi_reorder_line(0, types, end - start, start, base, levels, None, order)
        return order[start:end], levels[start:end]


def break_place(text):
    """The number of the first character after that space where the line is to be broken."""
    places = []
    for i in range(1, len(text)):
        before = [c for c in text[:i] if c != " " and unicodedata.category(c) != "Cf"]
        opens = before and unicodedata.category(before[-1]) in ("Ps", "Pi")
        if text[i - 1] == " " and text[i].isalnum() and before and not opens:
            places.append(i)
    return min(places, key=lambda i: abs(2 * i - len(text)), default=None)


def broken(fribidi, text):
    place = break_place(text)
    if place is None:
        return "-"
    return f"{spans(fribidi.line(text, 0, place)[0])} / {spans(fribidi.line(text, place, len(text))[0])}"


def spans(order):
    """7 6 5 4 0 1 → `7-4 0-1`."""
    parts, start = [], 0
    for i in range(1, len(order) + 1):
        step = order[start + 1] - order[start] if start + 1 < len(order) else 0
        if i == len(order) or abs(step) != 1 or order[i] - order[i - 1] != step:
            parts.append(str(order[start]) if i - start == 1 else f"{order[start]}-{order[i - 1]}")
            start = i
    return " ".join(parts)


def scripts_of(line):
    own = [scripts.script(c) for c in line]
    shared = {"Zyyy", "Zinh", "Zzzz"}
    script = next((s for s in own if s not in shared), "Latn")
    resolved = []
    for s in own:
        script = script if s in shared else s
        resolved.append(script)
    return resolved


def needs_glyph(c):
    category = unicodedata.category(c)
    return category not in ("Cc", "Zl", "Zp") and (category != "Cf" or scripts.script(c) == "Zinh")


def share_covered(face, grapheme):
    """How much of the grapheme the face covers, as it stands or composed or decomposed."""
    shares = []
    for form in (grapheme, unicodedata.normalize("NFC", grapheme), unicodedata.normalize("NFD", grapheme)):
        needed = [c for c in form if needs_glyph(c)]
        covered = sum(ord(c) in face.covered for c in needed)
        shares.append(covered / len(needed) if needed else 1.0)
    return max(shares)


def runs_of(line, levels, chain, faces):
    """Start, end, level, script and face of each run, in logical order."""
    resolved = scripts_of(line)
    starts = {m.start() for m in regex.finditer(r"\X", line)}
    starts |= {i for i in range(1, len(line)) if (levels[i], resolved[i]) != (levels[i - 1], resolved[i - 1])}
    bounds = sorted(starts) + [len(line)]
    runs = []
    for start, end in zip(bounds, bounds[1:]):
        face = max(chain, key=lambda name: (share_covered(faces[name], line[start:end]), -chain.index(name)))
        kind = (levels[start], resolved[start], face)
        if runs and runs[-1][2:] == kind:
            runs[-1] = (runs[-1][0], end, *kind)
        else:
            runs.append((start, end, *kind))
    return runs


def visual(runs):
    """Rule L2 of UAX #9 on whole runs."""
    runs = list(runs)
    for level in range(max((run[2] for run in runs), default=0), 0, -1):
        i = 0
        while i < len(runs):
            j = i
            while j < len(runs) and runs[j][2] >= level:
                j += 1
            runs[i:j] = reversed(runs[i:j])
            i = max(j, i + 1)
    return runs


def shape(line, run, faces):
    start, end, level, script, face = run
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_codepoints([ord(c) for c in line], start, end - start)
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.script = script
    uharfbuzz.shape(faces[face].font, buffer)
    glyphs = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions):
        moved = f"@{position.x_offset},{position.y_offset}" if position.x_offset or position.y_offset else ""
        glyphs.append(f"{info.codepoint}:{position.x_advance}{moved}")
    return f"{face} " + " ".join(glyphs)


def cut_seeds():
    """Replaces the part of lines.txt that comes out of seeds/ by its sentences, long ones cut at
    a semicolon or comma."""
    path = HERE / "lines.txt"
    written = path.read_text("utf-8").split("\n# Out of seeds/")[0].rstrip("\n") + "\n"
    seen = set(written.split("\n"))
    for seed in sorted((ROOT / "seeds").glob("*.txt")):
        written += f"\n# Out of seeds/{seed.name}\n"
        for paragraph in seed.read_text("utf-8").split("\n"):
            for sentence in re.split(r"(?<=[.؟!…])\s+|(?<=[.؟!][»”])\s+|(?<=؛)\s+", paragraph.strip()):
                pieces = [sentence]
                while len(pieces[-1]) > 110 and (comma := pieces[-1].find("، ", 50)) >= 0:
                    pieces[-1:] = [pieces[-1][: comma + 1], pieces[-1][comma + 2 :]]
                for piece in pieces:
                    if piece and piece not in seen:
                        seen.add(piece)
                        written += piece + "\n"
    path.write_text(written, "utf-8")


def main():
    if "--cut" in sys.argv:
        cut_seeds()
    lines = list(text_lines())
    faces = {letter: Face(name) for letter, name in FACES.items()}
    fribidi = FriBidi()
    bidi = [fribidi.line(line, 0, len(line)) for line in lines]
    title = f"# Made by make.py with {fribidi.version}.\n"
    (HERE / "order.txt").write_text(title + "".join(spans(order) + "\n" for order, _ in bidi), "utf-8")
    (HERE / "broken.txt").write_text(title + "".join(broken(fribidi, line) + "\n" for line in lines), "utf-8")
    for name, chain in CHAINS.items():
        title = f"# Made by make.py with HarfBuzz {uharfbuzz.version_string()} and {fribidi.version}.\n"
        for letter, face in faces.items():
            title += f"# {letter} {FACES[letter]} {face.units}\n"
        rows = []
        for line, (_, levels) in zip(lines, bidi):
            runs = visual(runs_of(line, levels, chain, faces))
            rows.append(" | ".join(shape(line, run, faces) for run in runs) + "\n")
        (HERE / name).write_text(title + "".join(rows), "utf-8")


if __name__ == "__main__":
    main()
