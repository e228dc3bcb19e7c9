#!/usr/bin/env python3
"""How well two readers agree: agreement.py FOLDER FOLDER, each with NAME.ann of the same articles. F1 of equal marks and of equal facts."""
import itertools
import pathlib
import sys

from gold import read_ann


def items(path):
    text, marks, facts = read_ann(path)
    found = {}
    for (start, end), kind in marks.items():
        found.setdefault({"D": "date", "O": "organization", "P": "person", "B": "base"}[kind[0]], set()).add((start, end))
        if kind[0] == "D":
            found.setdefault("date.value", set()).add((start, end, kind))
    for fact in facts:
        kind, *fields = [" ".join(field.split()).casefold() for field in fact.split(" | ")]
        if kind == "alias":
            found.setdefault(kind, set()).update(itertools.combinations(sorted(set(fields[1:])), 2))
        else:
            found.setdefault(kind, set()).add(tuple(fields))
    return found


def main(one, other):
    counts = {}
    names = sorted(path.name for path in one.glob("*.ann") if (other / path.name).exists())
    for name in names:
        first, second = items(one / name), items(other / name)
        for kind in set(first) | set(second):
            a, b = first.get(kind, set()), second.get(kind, set())
            both, in_a, in_b = counts.get(kind, (0, 0, 0))
            counts[kind] = both + len(a & b), in_a + len(a), in_b + len(b)
    print("%d articles\nmeasure         F1    one  other" % len(names))
    for kind, (both, in_a, in_b) in sorted(counts.items()):
        print("%-13s %.3f %5d %6d" % (kind, 2 * both / (in_a + in_b), in_a, in_b))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
