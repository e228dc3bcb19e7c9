#!/usr/bin/env python3
"""Learns plugins/html/weights.tsv, which tell a web page's main text from the rest.

    training/main_text.py --pages FOLDER --expected FILE.jsonl --features PROGRAM [--measure] [--output plugins/html/weights.tsv]

The pages are files named by their ids, FILE.jsonl says of each which segments its main text has ("with") and has not ("without"), as in
trafilatura's evaluation set. PROGRAM is html_features, which a developer's build has in bin/. With --measure the pages are split at random
into halves, and each half is scored by what was learned from the other. Needs numpy and scipy.

Both looks are logistic regressions over blocks that hold a segment. The second look is learned on scores of the first that were given by
models that had not seen the page.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy
import scipy.optimize
import scipy.sparse

LEAST_PAGES = 3       # blocks of the training pages that must show a feature
FIRST_LOOSENESS = .1  # the greater, the less weights are held down
SECOND_LOOSENESS = .05
FOLDS = 5
LEAST_WEIGHT = 3      # hundredths; smaller ones are left out
LONG_ODDS = -1.39     # no threshold is lower
DOUBLINGS = numpy.arange(0, 1, .05)

HEADER = """# title: What tells the main text of a web page from the rest
# source: learned by training/main_text.py from trafilatura's evaluation set (990 pages); names of tags and classes, words and counts, no text
# licence: Apache-2.0
# columns: feature, weight at the first look, weight at the second look, both in hundredths of a logit
"""


def folded(text):
    return " ".join(text.split())


class Pages:
    """The pages, their blocks and what is expected of them."""

    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.expected = {}
        with open(options.expected, encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                self.expected[item["id"]] = {key: [folded(s) for s in item[key]] for key in ("with", "without")}
        self.ids = sorted(self.expected)
        self.features, self.names = self.look()
        self.read_blocks()
        self.label()

    def look(self, scores=None):
        """The matrix of features, a row a block, and their names; of the second look with scores of the first."""
        prefix, given = self.folder / ("second" if scores is not None else "first"), "-"
        if scores is not None:
            given = self.folder / "scores"
            numpy.clip(numpy.round(scores * 100), -10000, 10000).astype(numpy.int32).tofile(given)
        pages = [str(pathlib.Path(self.options.pages) / name) for name in self.ids]
        subprocess.run([self.options.features, prefix, given, *pages], check=True)
        index = numpy.fromfile(f"{prefix}.index", numpy.int32)
        starts = numpy.fromfile(f"{prefix}.starts", numpy.int64)
        names = pathlib.Path(f"{prefix}.names").read_bytes().decode(errors="replace").split("\n")[:-1]
        matrix = scipy.sparse.csr_matrix((numpy.ones(len(index), numpy.float32), index, starts), shape=(len(starts) - 1, len(names)))
        matrix.sum_duplicates()
        matrix.data[:] = 1
        return matrix, names

    def read_blocks(self):
        self.texts, self.page_of = [], []
        with open(self.folder / "first.blocks", encoding="utf-8") as lines:
            for page, line in enumerate(lines):
                texts = [folded(text) for text in json.loads(line)["texts"]]
                self.texts.append(texts)
                self.page_of += [page] * len(texts)
        self.page_of = numpy.array(self.page_of)
        self.sizes = numpy.array([len(text.encode()) for texts in self.texts for text in texts])
        self.first = numpy.searchsorted(self.page_of, range(len(self.ids) + 1))

    def label(self):
        """How much of the segments that belong in, and of those that do not, is in each block."""
        self.good, self.bad = numpy.zeros(len(self.page_of)), numpy.zeros(len(self.page_of))
        for page, texts in enumerate(self.texts):
            for key, amount in (("with", self.good), ("without", self.bad)):
                for segment in self.expected[self.ids[page]][key]:
                    holders = [i for i, text in enumerate(texts) if segment in text]
                    holders = holders or [i for i, text in enumerate(texts) if len(text) > 12 and text in segment]
                    for i in holders:
                        amount[self.first[page] + i] += 1 / len(holders)
        self.labelled = (self.good > 0) ^ (self.bad > 0)

    def missing_doublings(self, scores):
        """For each block how often what is kept of its page has to be doubled to be 2,048 bytes, as plugins/html/threshold.cpp has it."""
        missing = numpy.zeros(len(scores))
        for page in range(len(self.texts)):
            own = slice(self.first[page], self.first[page + 1])
            kept = int(self.sizes[own][scores[own] > 0].sum())
            missing[own] = min(max(12 - kept.bit_length(), 0), 4)
        return missing

    def doubling(self, scores, blocks):
        """What a missing doubling should add to scores that are for unseen pages, by their likelihood, in logits."""
        at = blocks & self.labelled
        signs, amounts, missing = numpy.where(self.good[at] > 0, 1, -1), (self.good + self.bad)[at], self.missing_doublings(scores)[at]
        return min(DOUBLINGS, key=lambda more: (amounts * numpy.logaddexp(0, -signs * (scores[at] + more * missing))).sum())

    def from_thresholds(self, scores, doubling):
        """The scores less the threshold of their page, as plugins/html/threshold.cpp has it."""
        above = scores + doubling * self.missing_doublings(scores)
        for page in range(len(self.texts)):
            own = above[self.first[page]:self.first[page + 1]].copy()
            order = numpy.argsort(-own)
            sizes = self.sizes[self.first[page]:self.first[page + 1]][order]
            likely = 1 / (1 + numpy.exp(-own[order]))
            measures = 2 * numpy.cumsum(sizes * likely) / numpy.maximum(1, numpy.cumsum(sizes) + (sizes * likely).sum())
            measures = measures[own[order] >= LONG_ODDS]
            last = own[order][measures.argmax()] if len(measures) else 0
            above[self.first[page]:self.first[page + 1]] -= min(last - .01, 0)
        return above

    def counts(self, scores, pages):
        """True positives, false positives and false negatives as ../shared/formats/score.py counts them."""
        right = leaked = missed = 0
        for page in pages:
            text = " ".join(text for i, text in enumerate(self.texts[page]) if scores[self.first[page] + i] > 0)
            found = [segment in text for segment in self.expected[self.ids[page]]["with"]]
            right, missed = right + sum(found), missed + len(found) - sum(found)
            leaked += bool(text) and sum(segment in text for segment in self.expected[self.ids[page]]["without"])
        return right, leaked, missed


class Model:
    """A logistic regression over those features that enough labelled blocks show."""

    def __init__(self, matrix, pages, blocks, looseness):
        rows = numpy.where(blocks & pages.labelled)[0]
        self.columns = numpy.where(numpy.asarray(matrix[rows].sum(0)).ravel() >= LEAST_PAGES)[0]
        self.weights = fit(matrix[rows][:, self.columns], numpy.where(pages.good[rows] > 0, 1., -1.), (pages.good + pages.bad)[rows], looseness)

    def scores(self, matrix):
        return matrix[:, self.columns] @ self.weights[:-1] + self.weights[-1]


def fit(matrix, signs, amounts, looseness):
    transposed = matrix.T.tocsr()

    def loss(weights):
        margins = signs * (matrix @ weights[:-1] + weights[-1])
        slopes = -signs * amounts / (1 + numpy.exp(numpy.clip(margins, -50, 50)))
        return ((amounts * numpy.logaddexp(0, -margins)).sum() + weights[:-1] @ weights[:-1] / 2 / looseness,
                numpy.append(transposed @ slopes + weights[:-1] / looseness, slopes.sum()))

    return scipy.optimize.minimize(loss, numpy.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def learn(pages, blocks):
    """Both looks from the given blocks: models, the names of the second one's features, and its scores of all blocks."""
    first = Model(pages.features, pages, blocks, FIRST_LOOSENESS)
    scores = first.scores(pages.features)
    unseen = scores.copy()
    for part in range(FOLDS):
        inside = blocks & (pages.page_of % FOLDS == part)
        unseen[inside] = Model(pages.features, pages, blocks & ~inside, FIRST_LOOSENESS).scores(pages.features)[inside]
    more, names = pages.look(unseen)
    both = scipy.sparse.hstack([pages.features, more]).tocsr()
    second = Model(both, pages, blocks, SECOND_LOOSENESS)
    return first, second, pages.names + names, scores, second.scores(both)


def both_halves(pages, seed):
    """Of each half: its pages, those of the other one, and all scores by what was learned from its own."""
    order = list(range(len(pages.ids)))
    random.Random(seed).shuffle(order)
    halves = order[:len(order) // 2], order[len(order) // 2:]
    return [(own, other, *learn(pages, numpy.isin(pages.page_of, own))[-2:]) for own, other in (halves, halves[::-1])]


def measure(pages, seed):
    learned = both_halves(pages, seed)
    for (own, other, first, second), (*_, unseen) in zip(learned, learned[::-1]):
        doubling = pages.doubling(unseen, numpy.isin(pages.page_of, own))
        for look, scores in (("first look", first), ("second look", second), ("with thresholds", pages.from_thresholds(second, doubling))):
            right, leaked, missed = pages.counts(scores, other)
            print(f"seed {seed}  learned from {len(own)} pages, scored on {len(other)}  {look}  precision {right / (right + leaked):.4f}  "
                  f"recall {right / (right + missed):.4f}  F1 {2 * right / (2 * right + leaked + missed):.4f}", flush=True)


def write(pages, path):
    first, second, names, *_ = learn(pages, numpy.ones(len(pages.page_of), bool))
    weights = collections.defaultdict(lambda: [0, 0])
    for look, model in enumerate((first, second)):
        for name, weight in zip([names[column] for column in model.columns] + ["bias"], model.weights):
            weights[name][look] = round(float(weight) * 100)
    unseen = numpy.zeros(len(pages.page_of))
    for _, other, _, second in both_halves(pages, 1):
        unseen = numpy.where(numpy.isin(pages.page_of, other), second, unseen)
    weights["doubling"][1] = round(100 * pages.doubling(unseen, numpy.ones(len(unseen), bool)))
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEADER)
        for name, its in sorted(weights.items(), key=lambda item: item[0].encode()):
            if max(map(abs, its)) >= LEAST_WEIGHT:
                file.write(f"{name}\t{its[0]}\t{its[1]}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", required=True)
    parser.add_argument("--expected", required=True)
    parser.add_argument("--features", required=True)
    parser.add_argument("--measure", type=int, metavar="SEED", help="measure in two halves drawn with this seed")
    parser.add_argument("--output")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = Pages(options, pathlib.Path(folder))
        if options.measure is not None:
            measure(pages, options.measure)
        if options.output:
            write(pages, options.output)


if __name__ == "__main__":
    sys.exit(main())
