#!/usr/bin/env python3
"""F1 by kind of article with bootstrap intervals over articles.

    intervals.py CORPUS GOLD_DIR RECORDS.jsonl      RECORDS as `dateline train --records` or `dateline extract` writes them

The kind of an article is the letter that its name begins with; "all" is all of them. An interval holds 95 of 100 draws of as many articles, drawn
with replacement 2,000 times with a fixed seed. Scored by CORPUS/tools/score.py.
"""
import json
import pathlib
import random
import shutil
import sys
import tempfile

MEASURES = ("date", "date.value", "organization", "person", "base", "alias", "role", "base.fact", "published")


def f1(counts):
    right, wrong, missed = (sum(column) for column in zip(*counts)) if counts else (0, 0, 0)
    return None if right + missed == 0 else 2 * right / (2 * right + wrong + missed)


def interval(counts, draws=2000):
    chance = random.Random(5)
    values = sorted(v for v in (f1([chance.choice(counts) for _ in counts]) for _ in range(draws)) if v is not None)
    return values[len(values) // 40], values[-1 - len(values) // 40]


def main(corpus, gold_dir, records):
    sys.path.insert(0, str(corpus / "tools"))
    import score
    all_records = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines() if line.strip()]
    by_kind = {}
    for path in sorted(gold_dir.glob("*.ann")):
        with tempfile.TemporaryDirectory() as folder:
            for suffix in (".ann", ".txt"):
                shutil.copy(path.with_suffix(suffix), folder)
            own = [record for record in all_records if pathlib.PurePath(record["document"]["source"]).stem == path.stem]
            tallies = score.score(pathlib.Path(folder), own)
        counts = {name: (tally.right, tally.wrong, tally.missed) for name, tally in tallies.items()}
        for kind in (path.stem[0], "all"):
            by_kind.setdefault(kind, []).append(counts)
    for kind in sorted(by_kind):
        print("%s, %d articles" % (kind, len(by_kind[kind])))
        for measure in MEASURES:
            counts = [one[measure] for one in by_kind[kind]]
            value = f1(counts)
            if value is not None:
                print("  %-13s %.3f  (%.3f to %.3f)  %5d" % ((measure, value) + interval(counts) + (sum(c[0] + c[2] for c in counts),)))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*(pathlib.Path(argument) for argument in sys.argv[1:]))
