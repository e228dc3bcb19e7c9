#!/usr/bin/env python3
"""Word lists of the plugins that are made by rule out of the gazetteers: lists.py CORPUS writes them anew (with --dry it only counts what would change).

Each list keeps the header comment that it has (source, licence, case, hits); the rule is the function here. What was compiled by hand is in lists of its own, and ShareAlike
sources make lists of their own (chinese-surname). After a change of the gazetteers: scripts/train-weights, and look at the held-out figures.
"""
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
ORDINARY = 50            # levels of SCOWL, 10 the most common words, that hold what people read every day
LOWER_SHARE = 0.75       # of a word's places in press releases, for a common word
NAME_SHARE = 0.23        # of a word that is no name of places, bodies or people most of the time
FAMILIAR_BIRTHS, FREQUENT_BIRTHS = 20000, 10000
FAMILIAR_SURNAME, OTHERS_SURNAME = 6000, 8000   # ranks
STROKES = str.maketrans({"æ": "ae", "ð": "d", "đ": "d", "ø": "o", "þ": "th", "ħ": "h", "ı": "i", "ł": "l", "œ": "oe", "’": "'", "ʻ": "'", "ʼ": "'", "ʹ": "'"})
LARGER_EXCHANGES = {"AMS", "ASX", "EBS", "GER", "HKG", "JPX", "KSC", "LSE", "NCM", "NGM", "NSE", "PAR", "S&P 500", "SES", "SHH", "SHZ", "STO", "TAI", "TOR"}


def entries_of(path):
    lines = (ROOT / "plugins" / path).read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0] for line in lines if line and not line.startswith("#")}


class Gazetteers:
    def __init__(self, folder):
        self.folder = folder
        self.words = {row[0]: int(row[1]) for row in self.rows("scowl-words")}
        self.counts = {row[0]: (int(row[1]), int(row[2])) for row in self.rows("case-counts-press-releases")}

    def rows(self, name):
        for line in (self.folder / (name + ".tsv")).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield [column.strip() for column in line.split("\t")]

    def is_word(self, name, level=ORDINARY):
        return self.words.get(name.lower(), 99) <= level

    def lower_share(self, word):
        lower, capital = self.counts.get(word, (0, 0))
        return lower / (lower + capital) if lower + capital else None

    def is_common(self, word):
        """Written in small letters at least three times in four; words that press releases do not have count by their level."""
        share = self.lower_share(word)
        return share >= LOWER_SHARE if share is not None else self.is_word(word, 20)


def spellings(row, *columns):
    return {row[column] for column in columns if column < len(row) and row[column]}


def fit_for_a_name(name):
    return len(name) > 1 and name[0].isupper() and not any(character.isdigit() or character.isspace() for character in name)


def split(familiar, rare):
    """Rare names that are titles (Pilot) are left out."""
    titles = entries_of("people/data/title.tsv")
    return set(filter(fit_for_a_name, familiar)), {name for name in rare - familiar if fit_for_a_name(name) and name.lower() not in titles}


def given_names(g):
    """(familiar, rare): of the countries' popular names, locale lists and frequent births; and the others."""
    births = {row[0]: int(row[1]) for row in g.rows("given-names-us")}
    familiar = {name for row in g.rows("given-names-by-country") for name in spellings(row, 0, 3)}
    familiar |= {name for row in g.rows("names-by-locale") if row[2] == "given" for name in spellings(row, 0, 4)}
    familiar |= {row[0] for row in g.rows("names-transliterated") if row[2] == "given"}
    familiar |= {name for name, count in births.items() if count >= FAMILIAR_BIRTHS}
    rare = set(births) | {name for row in g.rows("japanese-names") if row[2] == "given" for name in row[:2]} | {name for row in g.rows("korean-given-names") for name in row[:2]}
    return split(familiar, rare)


def surnames(g):
    ranks = {row[0]: int(row[2]) for row in g.rows("surnames-us")}
    familiar = {name for row in g.rows("surnames-by-country") for name in spellings(row, 0, 3)}
    familiar |= {part for row in g.rows("names-by-locale") if row[2] == "surname" for name in spellings(row, 0, 4) for part in name.split()}
    familiar |= {row[0] for row in g.rows("names-transliterated") if row[2] == "surname"}
    familiar |= {name for row in g.rows("korean-surnames") for name in row[:1] + row[1].split(",")}
    familiar |= {row[1] for row in g.rows("japanese-names") if row[2] == "surname" and row[4].isdigit() and int(row[4]) >= 10000}
    familiar |= {name for name, rank in ranks.items() if rank <= FAMILIAR_SURNAME}
    rare = set(ranks) | {name for row in g.rows("japanese-names") if row[2] == "surname" for name in row[:2]}
    return split(familiar, rare)


def frequent_given_names(g):
    frequent = {name for row in g.rows("given-names-by-country") for name in spellings(row, 0, 3)}
    return {name for name in frequent | {row[0] for row in g.rows("given-names-us") if int(row[1]) >= FREQUENT_BIRTHS} if fit_for_a_name(name)}


def frequent_surnames(g):
    frequent = {name for row in g.rows("surnames-by-country") for name in spellings(row, 0, 3)}
    return {name for name in frequent | {row[0] for row in g.rows("surnames-us") if int(row[2]) <= OTHERS_SURNAME} if fit_for_a_name(name)}


def cities(g, least, most):
    for row in g.rows("cities-15000"):
        if least <= int(row[3]) < most and row[4] != "PPLX" and not g.is_word(row[0]) and not any(character.isdigit() for character in row[0]):
            yield row[0].replace("’", "'").replace("‘", "'")


def chinese_surnames(g):
    """ShareAlike (CC-CEDICT)."""
    rows = [row for row in g.rows("chinese-surnames-pinyin") if " " not in row[0]]
    common = {row[0] for row in rows if "common" in row or (len(row) > 4 and row[4])} | {"Lv", "Lyu"}  # other spellings of Lü
    return common, {row[0] for row in rows} - common


def companies(g, names, places):
    """Of the larger exchanges, without legal forms; no single words, places or names of people."""
    form = r"(?:" + "|".join(re.escape(entry) for entry in sorted(entries_of("organizations/data/legal-form.tsv"), key=len, reverse=True)) + r")"
    endings = re.compile(r"(?:,? *(?<=[ ,.])" + form + r"\.?| +\((?:publ|the)\)| +AB)+$", re.IGNORECASE)
    for name, exchange, *_ in g.rows("companies"):
        name = endings.sub("", name)
        words = name.split()
        bond = len(words) > 7 or re.search(r"%|\d{3}", name)
        alone = len(words) == 1 and (len(name) < 5 or name in names or name in places or name.lower() in g.words)
        if exchange in LARGER_EXCHANGES and words and not bond and not alone and not all(g.is_word(word) for word in words):
            yield name


def lists(g):
    """{path under plugins/: its entries}."""
    given, given_rare = given_names(g)
    surname, surname_rare = surnames(g)
    names = given | given_rare | surname | surname_rare
    words = {word for word, level in g.words.items() if level <= 60 and len(word) > 1 and word.isascii() and "'" not in word}
    seldom_capital = {word for word in g.counts if g.lower_share(word) >= NAME_SHARE and len(word) > 1}
    common = seldom_capital | {word for word in words if g.is_word(word, 20) and word not in g.counts}
    chinese, chinese_rare = chinese_surnames(g)
    places = set(cities(g, 0, 10**9))
    return {
        "people/data/chinese-surname.tsv": chinese,
        "people/data/chinese-surname-rare.tsv": chinese_rare,
        "organizations/data/chinese-surname.tsv": chinese,
        "organizations/data/company.tsv": set(companies(g, names, places)),
        "people/data/given.tsv": given,
        "people/data/given-rare.tsv": given_rare,
        "people/data/surname.tsv": surname,
        "people/data/surname-rare.tsv": surname_rare,
        "people/data/word-common.tsv": common,
        "people/data/word.tsv": words - common - set(g.counts),
        "organizations/data/given-name.tsv": {name for name in frequent_given_names(g) if not g.is_common(name.lower())},
        "organizations/data/surname.tsv": {name for name in frequent_surnames(g) if not g.is_common(name.lower())},
        "organizations/data/common-word.tsv": {word for word in g.counts if g.lower_share(word) >= LOWER_SHARE and len(word) > 1},
        "organizations/data/ordinary-word.tsv": {word for word in words if g.is_word(word) and (word not in g.counts or word in seldom_capital)},
        "places/data/city.tsv": set(cities(g, 100000, 10**9)) - names,
        "places/data/town.tsv": set(cities(g, 0, 100000)) - names - set(cities(g, 100000, 10**9)),
        "places/data/also-name.tsv": places & names,
    }


def folded(entry):
    plain = "".join(c for c in unicodedata.normalize("NFKD", entry) if not unicodedata.combining(c))
    return plain.casefold().translate(STROKES)


def unique(entries):
    """Of spellings that the lexicon takes for one, one with diacritics."""
    return set({folded(entry): entry for entry in sorted(entries, key=lambda entry: (not entry.isascii(), entry))}.values())


def main(corpus):
    for path, entries in lists(Gazetteers(corpus / "gazetteers")).items():
        entries = unique(entries)
        file = ROOT / "plugins" / path
        lines = file.read_text(encoding="utf-8").splitlines()
        head = [line for line in lines if line.startswith("#")]
        old = {line for line in lines if line and not line.startswith("#")}
        print("%-40s %6d entries, %5d new, %5d gone" % (path, len(entries), len(entries - old), len(old - entries)))
        if "--dry" not in sys.argv:
            file.write_text("\n".join(head + sorted(entries)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2 or not (pathlib.Path(sys.argv[1]) / "gazetteers").is_dir():
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
