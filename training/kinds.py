#!/usr/bin/env python3
"""Writes core/learn/data/kinds.tsv anew out of CORPUS/gazetteers and lists of the plugins: kinds.py CORPUS"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEAD = """# title: What words are for features: titles, honorifics, legal forms, given names, heads of bodies, verbs of saying
# source: given names of the US Social Security Administration (the 4,000 most frequent; public domain) and of 106 countries (popular names by country, CC0 1.0); titles and legal forms counted in press releases (CC0 1.0); name prefixes of find_job_titles and others (MIT, licences/MIT.txt); military ranks, heads and verbs by dateline
# licence: MIT and public domain
# columns: word, kinds with spaces between them
"""
MOST_GIVEN = 4000


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def parts(phrase):
    return [word for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", phrase.lower()) if len(word) > 1]


def main(corpus):
    lists, kinds = corpus / "gazetteers", {}

    def add(word, kind):
        kinds.setdefault(word.lower(), set()).add(kind)

    for path in (ROOT / "plugins/people/data/title.tsv", lists / "titles-press-releases.tsv"):
        for row in rows(path):
            if not re.search("[ -]", row[0]):
                add(row[0], "title")
    for path in (lists / "name-prefixes.tsv", lists / "military-ranks.tsv", ROOT / "plugins/people/data/honorific.tsv"):
        for row in rows(path):
            for word in parts(row[0]):
                add(word, "honorific")
    for row in rows(lists / "legal-forms-in-use.tsv"):
        for word in parts(row[0]):
            add(word, "legal-form")
    for name in ("head", "head-of"):
        for row in rows(ROOT / ("plugins/organizations/data/%s.tsv" % name)):
            if " " not in row[0]:
                add(row[0], "head")
    given = [row[0] for row in rows(lists / "given-names-us.tsv")][:MOST_GIVEN]
    for name in given + [row[3] for row in rows(lists / "given-names-by-country.tsv")]:
        if name.isalpha():
            add(name, "given-name")
    for verb in "said says added told explained noted stated commented".split():
        add(verb, "saying")
    for word in ("and", "of", "the", "to", "in"):
        kinds.pop(word, None)
    lines = ["%s\t%s\n" % (word, " ".join(sorted(own))) for word, own in sorted(kinds.items())]
    (ROOT / "core/learn/data/kinds.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
