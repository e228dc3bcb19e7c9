#!/usr/bin/env python3
"""Learns plugins/html/day-weights.tsv, which choose a web page's day of publication among the days that it names.

    training/html_days.py --expected FILE.jsonl --days FILE.jsonl [--measure SEED] [--output plugins/html/day-weights.tsv]

The days are what html_days (in bin/ of a developer's build) writes for the pages, FILE.jsonl says which one is right, as in htmldate's
evaluation set. The model is a multinomial logistic regression: of the days of a page one is right. With --measure the pages are split at
random into halves, and each half is answered by what was learned from the other. Needs numpy and scipy.
"""
import argparse
import collections
import json
import random
import sys

import numpy
import scipy.optimize
import scipy.sparse

LEAST_PAGES = 3  # days that must show a feature
LOOSENESS = .5   # the greater, the less weights are held down

HEADER = """# title: Which of the days on a web page is the one of its publication
# source: learned by training/html_days.py from htmldate's evaluation set (1,000 addresses); names of tags and classes and counts, no text
# licence: Apache-2.0
# columns: feature, weight in hundredths of a logit
"""


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def learn(pages):
    """Weights by name, from pairs of the days' features and the right day."""
    counts = collections.Counter(name for days, _ in pages for names in days.values() for name in names)
    numbers = {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= LEAST_PAGES))}
    rows, columns, starts, right = [], [], [], []
    row = 0
    for days, day in pages:
        if day not in days:
            continue
        starts.append(row)
        right.append(row + list(days).index(day))
        for names in days.values():
            its = [numbers[name] for name in names if name in numbers]
            rows += [row] * len(its)
            columns += its
            row += 1
    matrix = scipy.sparse.csr_matrix((numpy.ones(len(rows)), (rows, columns)), shape=(row, len(numbers)))
    transposed = matrix.T.tocsr()
    sizes = numpy.diff(starts + [row])

    def loss(weights):
        scores = matrix @ weights
        greatest = numpy.maximum.reduceat(scores, starts)
        powers = numpy.exp(scores - numpy.repeat(greatest, sizes))
        sums = numpy.add.reduceat(powers, starts)
        slopes = powers / numpy.repeat(sums, sizes)
        slopes[right] -= 1
        return (numpy.log(sums) + greatest - scores[right]).sum() + weights @ weights / 2 / LOOSENESS, transposed @ slopes + weights / LOOSENESS

    found = scipy.optimize.minimize(loss, numpy.zeros(len(numbers)), jac=True, method="L-BFGS-B").x
    return {name: round(float(found[i]) * 100) for name, i in numbers.items()}


def answer(days, weights):
    return max(days, key=lambda day: sum(weights.get(name, 0) for name in days[day]), default=None)


def measure(pages, seed):
    pages = list(pages)
    random.Random(seed).shuffle(pages)
    half = len(pages) // 2
    rights = []
    for own, other in ((pages[:half], pages[half:]), (pages[half:], pages[:half])):
        weights = learn(own)
        rights.append(sum(answer(days, weights) == day for days, day in other))
        print(f"seed {seed}  learned from {len(own)}, right on {rights[-1]} of {len(other)}: {rights[-1] / len(other):.4f}")
    print(f"seed {seed}  both halves: {sum(rights) / len(pages):.4f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--expected", required=True)
    parser.add_argument("--days", required=True)
    parser.add_argument("--measure", type=int, metavar="SEED")
    parser.add_argument("--output")
    options = parser.parse_args()
    days = {row["id"]: {day: names for day, names in row["days"]} for row in read(options.days)}
    pages = [(days.get(row["id"], {}), row["date"]) for row in read(options.expected)]
    if options.measure is not None:
        measure(pages, options.measure)
    if options.output:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(HEADER)
            for name, weight in sorted(learn(pages).items(), key=lambda item: item[0].encode()):
                if weight:
                    file.write(f"{name}\t{weight}\n")


if __name__ == "__main__":
    sys.exit(main())
