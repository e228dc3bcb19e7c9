"""Swaps the people, companies, places and dates of annotated articles for others, each name everywhere for the same one.

    swap.py SEED ARTICLE.ann ... OUT_FOLDER

The same seed gives the same articles. Dates move by whole weeks, so that weekdays stay true.
"""
import pathlib
import random
import re
import sys

import dates

LISTS = pathlib.Path(__file__).parent / "lists"
MARK = re.compile(r"⟦(D [^|⟦⟧\n]+|[OPB])\|([^⟦⟧\n]+)⟧")


def entries(name):
    lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def sections(name):
    """The words under each "# heading" of a list of people's names."""
    parts = (LISTS / name).read_text(encoding="utf-8").split("# ")[1:]
    return {part.split("\n", 1)[0]: part.split("\n", 1)[1].split() for part in parts}


def words_to_swap():
    return [tuple(line.split("\t")) for line in entries("words.tsv")]


class People:
    """New names, of the kind and with as many words as the old ones."""

    def __init__(self, pick):
        self.pick = pick
        self.chinese, self.hyphenated, self.other = (sections(f"people-{kind}.txt") for kind in ("chinese", "hyphenated", "other"))

    def another(self, name):
        words = name.split()
        if len(words) == 2 and re.fullmatch(r"[A-Z][a-z]+-[a-z]+", words[1]):
            return [self.new(self.hyphenated["surnames"]), self.new(self.hyphenated["given names"])]
        if len(words) == 2 and words[0] in self.chinese["surnames"]:
            return [self.new(self.chinese["surnames"]), self.new(self.chinese["given names"])]
        return [self.new(self.other["given names"]) for _ in words[1:]] + [self.new(self.other["surnames"])]

    def new(self, names):
        name = self.pick.choice(names)
        names.remove(name)  # no two people share a name
        return name


class Article:
    def __init__(self, path):
        self.name = path.stem
        self.body, _, self.facts = path.read_text(encoding="utf-8").rpartition("\n=====\n")
        self.fields = [[part.strip() for part in line.split("|")] for line in self.facts.splitlines()]

    def swap_people(self, pick):
        names = {text for kind, text in MARK.findall(self.body) if kind == "P"}
        groups = [fields[2:] for fields in self.fields if fields[:2] == ["alias", "person"]]
        new, people = {}, People(pick)
        for name in sorted(names, key=lambda name: (-len(name.split()), name)):
            full = next((group[0] for group in groups if name in group), name)
            if full not in new:
                new[full] = dict(zip(full.split(), people.another(full)))
            new[name] = new[full]
        swapped = {name: " ".join(new[name].get(word, word) for word in name.split()) for name in names}
        self.change_marks("P", swapped)
        for fields in self.fields:
            if fields[0] == "role":
                fields[1] = swapped.get(fields[1], fields[1])
            if fields[:2] == ["alias", "person"]:
                fields[2:] = [swapped[name] for name in fields[2:]]

    def swap_words(self, new):
        # Whole words, also in capitals; all at once, so that nothing is swapped twice.
        pattern = re.compile(r"(?<!\w)(" + "|".join(sorted(map(re.escape, new), key=len, reverse=True)) + r")(?!\w)")
        change = lambda text: pattern.sub(lambda found: new[found[0]], text)
        before = [list(fields) for fields in self.fields]
        self.body = change(self.body)
        self.fields = [[change(part) for part in fields] for fields in self.fields]
        for old, fields in zip(before, self.fields):
            if old[:2] == ["alias", "organization"]:
                self.renew_abbreviations(old[2], fields[2], old[3:])

    def renew_abbreviations(self, old_full, new_full, aliases):
        """Lanshui Normal University (LNU) is Wuhan Normal University (WNU) now."""
        old, new = initials(old_full), initials(new_full)
        if old in aliases and old != new:
            self.change_marks("O", {old: new})
            self.fields = [[new if part == old else part for part in fields] for fields in self.fields]

    def move_dates(self, pick):
        published = next(fields[1] for fields in self.fields if fields[0] == "published")
        found = [(kind[2:], text) for kind, text in MARK.findall(self.body) if kind.startswith("D ")]
        move = dates.pick_move(pick, published, found)
        self.body = MARK.sub(lambda m: f"⟦D {move.value(m[1][2:])}|{move.text(m[1][2:], m[2])}⟧" if m[1].startswith("D ") else m[0], self.body)
        for fields in self.fields:
            if fields[0] == "published":
                fields[1] = move.value(fields[1])
            if fields[0] == "base" and fields[3] != "-":
                fields[3] = move.value(fields[3])

    def change_marks(self, kind, new):
        self.body = MARK.sub(lambda m: f"⟦{kind}|{new.get(m[2], m[2])}⟧" if m[1] == kind else m[0], self.body)

    def write(self, folder):
        facts = "".join(" | ".join(fields) + "\n" for fields in self.fields)
        (folder / f"{self.name}.ann").write_text(f"{self.body}\n=====\n{facts}", encoding="utf-8")
        (folder / f"{self.name}.txt").write_text(MARK.sub(r"\2", self.body) + "\n", encoding="utf-8")


def initials(name):
    return "".join(word[0] for word in name.split() if word[0].isupper())


def other_words(pick):
    """For each word to swap another of its kind, in both spellings of a pair, and in capitals and small letters too."""
    kinds = {kind: entries(f"{kind}.txt") for kind, _ in words_to_swap()}
    for choices in kinds.values():
        pick.shuffle(choices)
    new = {}
    for kind, words in words_to_swap():
        for old, other in zip(words.split(" / "), kinds[kind].pop().split(" / ")):
            new[old] = other
            new.setdefault(old.upper(), other.upper())
            new.setdefault(old.lower(), other.lower())
    return new


def swap(seed, paths, folder):
    pick = random.Random(seed)
    new = other_words(pick)
    for path in paths:
        article = Article(path)
        article.swap_people(pick)
        article.swap_words(new)
        article.move_dates(pick)
        article.write(folder)


if __name__ == "__main__":
    swap(int(sys.argv[1]), [pathlib.Path(path) for path in sys.argv[2:-1]], pathlib.Path(sys.argv[-1]))
