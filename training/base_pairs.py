#!/usr/bin/env python3
"""Learns plugins/bases/pair-weights.tsv: which organizations beside a base build, run or host it. base_pairs.py GOLD_DIR…

Every base and organization of an annotated article, at most two sentences apart, is a pair; right when a fact line ties the two. Its features are those of
plugins/bases/pairs.cpp. Prints precision, recall and F1 over pairs with each article held out (eight folds), then writes the weights of all.
"""
import collections
import math
import pathlib
import random
import re
import sys

from gold import read_ann

TOKEN = re.compile(r"['’]s\b|\w+(?:['’]\w+)*|[^\w\s]")
ABBREVIATED = re.compile(r"\b(Dr|Mr|Ms|Mrs|Prof|No|Co|Ltd|Inc|St|Col|Gen|Engr|[A-Z])\.$")
WEIGHTS = pathlib.Path(__file__).resolve().parent.parent / "plugins" / "bases" / "pair-weights.tsv"
THRESHOLD = -0.6
FARTHEST, LONGEST_BETWEEN, LONGEST_WHOLE, MOST_WORDS, SENTENCE_WORDS = 2, 14, 4, 12, 30


def norm(name):
    return " ".join(name.split()).casefold()


class Article:
    def __init__(self, text, marks, facts):
        self.tokens = [(m.start(), m.end(), m[0].lower().replace("’", "'")) for m in TOKEN.finditer(text)]
        self.sentence = self.sentences(text)
        starts = {token[0]: index for index, token in enumerate(self.tokens)}
        self.mentions = []           # (kind, first, end, name), by place
        for (begin, end), kind in sorted(marks.items()):
            first = starts.get(begin)
            if first is None:
                continue
            past = first + 1
            while past < len(self.tokens) and self.tokens[past][1] <= end:
                past += 1
            self.mentions.append((kind[0], first, past, norm(text[begin:end])))
        self.alias = {(fields[1][0].upper(), name): fields[2] for fields in ([norm(f) for f in fact.split(" | ")] for fact in facts)
                      if fields[0] == "alias" for name in fields[2:]}
        self.over = {}
        for index, (_, first, past, _) in enumerate(self.mentions):
            self.over.update(dict.fromkeys(range(first, past), index))
        self.names = {kind: collections.OrderedDict() for kind in "BO"}
        for index, (kind, _, _, name) in enumerate(self.mentions):
            if kind in self.names:
                self.names[kind].setdefault(self.alias.get((kind, name), name), []).append(index)
        self.gold = self.ties(facts)

    def sentences(self, text):
        numbers, number = [], 0
        for index, (begin, _, _) in enumerate(self.tokens):
            if index:
                before = self.tokens[index - 1]
                stop = before[2] in ".!?" and begin > before[1] and text[begin].isupper() and not ABBREVIATED.search(text[max(0, before[1] - 8):before[1]])
                number += "\n" in text[before[1]:begin] or stop
            numbers.append(number)
        return numbers

    def ties(self, facts):
        gold = set()
        for kind, base, *_, organizations in ([norm(field) for field in fact.split(" | ")] for fact in facts if fact.startswith("base")):
            for name in filter(lambda name: name != "-", map(str.strip, organizations.split(";"))):
                gold.add((self.alias.get(("B", base), base), self.alias.get(("O", name), name)))
        return gold

    def word(self, token):
        """A word, or <O> and the like for a mention."""
        if not 0 <= token < len(self.tokens):
            return "<>"
        return "<%s>" % self.mentions[self.over[token]][0] if token in self.over else self.tokens[token][2]

    def apart(self, one, other):
        (_, first, past, _), (_, begin, end, _) = self.mentions[one], self.mentions[other]
        return abs(self.sentence[first] - self.sentence[begin]), begin - past if begin >= past else first - end

    def nearest(self, base, organization):
        return min((self.apart(b, o), b, o) for b in self.names["B"][base] for o in self.names["O"][organization])

    def features(self, base, organization):
        (sentences, distance), b, o = self.nearest(base, organization)
        if sentences > FARTHEST:
            return None
        _, i, j, _ = self.mentions[b]
        _, k, l, _ = self.mentions[o]
        order, same = ("OB" if k < i else "BO"), "0" if sentences == 0 else "1"
        begin, end = (l, i) if k < i else (j, k)
        inside = [m for m in self.mentions[min(b, o) + 1:max(b, o)]]
        between, at = [], begin
        while at < end:
            between.append(self.word(at))
            at = self.mentions[self.over[at]][2] if at in self.over else at + 1
        yield "any"
        yield "sentence %d" % (self.sentence[k] - self.sentence[i])
        yield "order %s %s" % (order, same)
        yield "distance %s %d" % (order, max(0, distance).bit_length())
        yield "bases %s %d" % (same, min(2, sum(m[0] == "B" for m in inside)))
        yield "organizations %s %d" % (same, min(3, sum(m[0] == "O" for m in inside)))
        if sentences == 0 and len(between) <= LONGEST_BETWEEN:
            for word in set(between):
                yield "between %s %s" % (order, word)
            for pair in set(zip(between, between[1:])):
                yield "pair %s %s %s" % ((order,) + pair)
            if len(between) <= LONGEST_WHOLE:
                yield "whole %s %s" % (order, " ".join(between))
        yield "before %s%s %s" % (order, same, self.word(k - 1))
        yield "after %s%s %s" % (order, same, self.word(l))
        yield "before-base %s%s %s" % (order, same, self.word(i - 1))
        yield "after-base %s%s %s" % (order, same, self.word(j))
        yield "two-before %s%s %s %s" % (order, same, self.word(k - 2), self.word(k - 1))
        yield "two-after %s%s %s %s" % (order, same, self.word(l), self.word(l + 1))
        if sentences:
            first = k
            while first > 0 and self.sentence[first - 1] == self.sentence[k]:
                first -= 1
            past = k
            while past < len(self.tokens) and self.sentence[past] == self.sentence[k]:
                past += 1
            for word in {self.word(at) for at in range(first, min(past, first + SENTENCE_WORDS))}:
                yield "sentence-has %s" % word
            yield "first" if first == k else "later"
            for at in range(max(first, k - 4), k):
                yield "near-before %s" % self.word(at)
        near = min((self.apart(other, o), name) for name in self.names["B"] for other in self.names["B"][name])[1] == base
        yield "%s %s" % ("nearest" if near else "farther", same)
        yield "rank %d" % min(4, list(self.names["O"]).index(organization))
        yield "places %d" % min(5, len(self.names["O"][organization])).bit_length()
        yield "all-bases %d" % min(3, len(self.names["B"]))
        if set(TOKEN.findall(organization)) & set(TOKEN.findall(base)) - {"of", "the", "base", "and", "for"}:
            yield "shares"

    def pairs(self):
        for base in self.names["B"]:
            for organization in self.names["O"]:
                found = list(self.features(base, organization))
                if found:
                    yield found, (base, organization) in self.gold


def fit(pairs, rounds=10, step=0.05, decay=1e-3):
    seen = collections.defaultdict(set)
    for features, _, name in pairs:
        for feature in features:
            seen[feature].add(name)
    data = [([f for f in features if len(seen[f]) >= 2], right) for features, right, _ in pairs]
    weights, squares, chance = collections.defaultdict(float), collections.defaultdict(lambda: 0.1), random.Random(1)
    for _ in range(rounds):
        chance.shuffle(data)
        for features, right in data:
            gradient = right - 1 / (1 + math.exp(-max(-30, min(30, sum(weights[f] for f in features)))))
            for feature in features:
                squares[feature] += gradient * gradient
                weights[feature] += step / math.sqrt(squares[feature]) * (gradient - decay * weights[feature])
    return weights


def main(folders):
    pairs, missed = [], 0
    for path in sorted(path for folder in folders for path in pathlib.Path(folder).glob("*.ann")):
        text, marks, facts = read_ann(path)
        if any(kind == "B" for kind in marks.values()):
            article = Article(text, marks, facts)
            own = [(features, right, path.stem) for features, right in article.pairs()]
            missed += len(article.gold) - sum(right for _, right, _ in own)
            pairs += own
    names = sorted({name for _, _, name in pairs})
    random.Random(3).shuffle(names)
    right = found = 0
    for fold in range(8):
        held = set(names[fold::8])
        weights = fit([pair for pair in pairs if pair[2] not in held])
        for features, is_right, name in pairs:
            if name in held and sum(weights.get(f, 0) for f in features) > THRESHOLD:
                found += 1
                right += is_right
    gold = missed + sum(pair[1] for pair in pairs)
    print("%d articles, %d pairs, %d right; held out precision %.3f recall %.3f F1 %.3f" %
          (len(names), len(pairs), gold, right / found, right / gold, 2 * right / (found + gold)))
    rows = sorted((feature, round(weight * 100)) for feature, weight in fit(pairs).items() if abs(weight) >= 0.03)
    head = "# title: Which organizations beside a base build, run or host it\n# source: learned by training/base_pairs.py from articles annotated by dateline's own guidelines; words and counts, no text\n" \
           "# licence: Apache-2.0\n# columns: feature, weight in hundredths of a logit\n"
    WEIGHTS.write_text(head + "".join("%s\t%d\n" % row for row in rows), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
