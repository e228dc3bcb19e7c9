#!/usr/bin/env python3
"""Learns plugins/bases/pair-weights.tsv: which organizations, events and dates beside a base are its own. base_pairs.py GOLD_DIR…

A base and an organization (a word of event.tsv, a date) of an annotated article, at most two sentences apart, are a pair; right when a fact line ties the two. Its
features are those of plugins/bases/pairs.cpp. Prints precision, recall and F1 over pairs with each article held out (eight folds), then writes the weights of all.
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
EVENTS = WEIGHTS.parent / "data" / "event.tsv"
THRESHOLDS = {"O": -0.6, "E": -0.3, "D": -0.3}
FARTHEST, LONGEST_BETWEEN, LONGEST_WHOLE, SENTENCE_WORDS, NEAR_BEFORE = 2, 14, 4, 30, 4


def norm(name):
    return " ".join(name.split()).casefold()


class Article:
    def __init__(self, text, marks, facts):
        self.tokens = [(m.start(), m.end(), m[0].lower().replace("’", "'")) for m in TOKEN.finditer(text)]
        self.sentence = self.sentences(text)
        starts = {token[0]: index for index, token in enumerate(self.tokens)}
        self.mentions = []           # (kind, first, end, name), by place
        self.values = []             # of dates, by mention
        for (begin, end), kind in sorted(marks.items()):
            first = starts.get(begin)
            if first is None:
                continue
            past = first + 1
            while past < len(self.tokens) and self.tokens[past][1] <= end:
                past += 1
            self.mentions.append((kind[0], first, past, norm(text[begin:end])))
            self.values.append(kind[2:])
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
        """{("O", base, organization), ("E", base, type), ("D", base, value)}"""
        gold = set()
        for kind, base, event, date, organizations in ([field.strip() for field in fact.split(" | ")] for fact in facts if fact.startswith("base |")):
            base = self.alias.get(("B", norm(base)), norm(base))
            gold.update(("O", base, self.alias.get(("O", norm(name)), norm(name))) for name in organizations.split(";") if name.strip() != "-")
            if event not in ("-", "mentioned"):
                gold.add(("E", base, event))
            if date != "-":
                gold.add(("D", base, date))
        return gold

    def triggers(self, events):
        """(first, past, type) of the longest entries of event.tsv outside names."""
        words, found, at = [word for _, _, word in self.tokens], [], 0
        while at < len(words):
            best = (at + 1, None)
            for entry, kind in events.get(words[at], []) if at not in self.over else []:
                if words[at:at + len(entry)] == entry and (best[1] is None or at + len(entry) > best[0]):
                    best = (at + len(entry), kind)
            if best[1]:
                found.append((at, best[0], best[1]))
            at = best[0]
        return found

    def word(self, token):
        """A word, or <O> and the like for a mention."""
        if not 0 <= token < len(self.tokens):
            return "<>"
        return "<%s>" % self.mentions[self.over[token]][0] if token in self.over else self.tokens[token][2]

    def apart(self, base, other):
        """Sentences and tokens between a base's mention and a span (first, past, …)."""
        _, first, past, _ = self.mentions[base]
        return abs(self.sentence[first] - self.sentence[other[0]]), other[0] - past if other[0] >= past else first - other[1]

    def between(self, begin, end):
        words = []
        while begin < end:
            words.append(self.word(begin))
            begin = self.mentions[self.over[begin]][2] if begin in self.over else begin + 1
        return words

    def features(self, kind, b, other, others):
        """Of a base's mention and a span; `others` are the spans of the same name (for an organization)."""
        _, i, j, base_name = self.mentions[b]
        k, l = other[:2]
        sentences, distance = self.apart(b, other)
        order, same = ("XB" if k < i else "BX"), "0" if sentences == 0 else "1"
        yield "any"
        yield "sentence %d" % (self.sentence[k] - self.sentence[i])
        yield "order %s %s" % (order, same)
        yield "distance %s %d" % (order, max(0, distance).bit_length())
        begin, end = (l, i) if k < i else (j, k)
        words = self.between(begin, end)
        yield "bases %s %d" % (same, min(2, words.count("<B>")))
        yield "organizations %s %d" % (same, min(3, words.count("<O>")))
        if sentences == 0 and len(words) <= LONGEST_BETWEEN:
            for word in set(words):
                yield "between %s %s" % (order, word)
            for pair in set(zip(words, words[1:])):
                yield "pair %s %s %s" % ((order,) + pair)
            if len(words) <= LONGEST_WHOLE:
                yield "whole %s %s" % (order, " ".join(words))
        yield "before %s%s %s" % (order, same, self.word(k - 1))
        yield "after %s%s %s" % (order, same, self.word(l))
        yield "before-base %s%s %s" % (order, same, self.word(i - 1))
        yield "after-base %s%s %s" % (order, same, self.word(j))
        yield "two-before %s%s %s %s" % (order, same, self.word(k - 2), self.word(k - 1))
        yield "two-after %s%s %s %s" % (order, same, self.word(l), self.word(l + 1))
        if sentences or kind != "O":
            first = k
            while first > 0 and self.sentence[first - 1] == self.sentence[k]:
                first -= 1
            past = k
            while past < len(self.tokens) and self.sentence[past] == self.sentence[k]:
                past += 1
            for word in {self.word(at) for at in range(first, min(past, first + SENTENCE_WORDS))}:
                yield "sentence-has %s %s" % (same, word)
            yield ("first" if first == k else "later") + " " + same
            for at in range(max(first, k - NEAR_BEFORE), k):
                yield "near-before %s" % self.word(at)
        near = min((self.apart(m, other), name != base_name, name) for name in self.names["B"] for m in self.names["B"][name])[2]
        yield "%s %s" % ("nearest" if near == self.alias.get(("B", base_name), base_name) else "farther", same)
        yield "all-bases %d" % min(3, len(self.names["B"]))
        if kind == "O":
            yield "rank %d" % min(4, others[0])
            yield "places %d" % min(5, others[1]).bit_length()
            if set(TOKEN.findall(other[2])) & set(TOKEN.findall(base_name)) - {"of", "the", "base", "and", "for"}:
                yield "shares"
        if kind == "E":
            yield "trigger %s %s" % (same, " ".join(token[2] for token in self.tokens[k:l]))
            yield "type %s %s" % (order + same, other[2])

    def pairs(self, events, values):
        spans = {"E": [(trigger, trigger[2], ()) for trigger in self.triggers(events)], "D": [], "O": []}
        for rank, (name, places) in enumerate(self.names["O"].items()):
            spans["O"] += [(self.mentions[m][1:3] + (self.mentions[m][3],), name, (rank, len(places))) for m in places]
        for index, (kind, first, past, _) in enumerate(self.mentions):
            if kind == "D":
                spans["D"].append(((first, past), values[index], ()))
        for kind in "OED":
            for base, places in self.names["B"].items():
                nearest = {}
                for span, name, others in spans[kind]:
                    key = (name, span[:2]) if kind != "O" else name
                    for b in places:
                        apart = self.apart(b, span)
                        if apart[0] <= FARTHEST and (key not in nearest or apart < nearest[key][0]):
                            nearest[key] = (apart, b, span, name, others)
                for _, b, span, name, others in nearest.values():
                    yield kind, [kind + " " + f for f in self.features(kind, b, span, others)], (kind, base, name) in self.gold, (kind, base, name)


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


def learn(pairs):
    """Of the places that may tell a fact the most likely one counts, after a first fit on all."""
    weights = fit([pair[:3] for pair in pairs])
    for _ in range(2):
        best = {}
        for index, (features, right, name, key) in enumerate(pairs):
            total = sum(weights.get(f, 0) for f in features)
            if right and total > best.get((name, key), (-1e9,))[0]:
                best[name, key] = (total, index)
        kept = {index for _, index in best.values()}
        weights = fit([pair[:3] for index, pair in enumerate(pairs) if not pair[1] or index in kept])
    return weights


def read_events():
    events = collections.defaultdict(list)
    for line in EVENTS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            words, kind = line.split("\t")[:2]
            entry = [token.lower() for token in TOKEN.findall(words)]
            events[entry[0]].append((entry, kind))
    return events


def read_articles(folders):
    events = read_events()
    for path in sorted(path for folder in folders for path in pathlib.Path(folder).glob("*.ann")):
        text, marks, facts = read_ann(path)
        if any(kind == "B" for kind in marks.values()):
            article = Article(text, marks, facts)
            yield path.stem, article.gold, list(article.pairs(events, article.values))


def main(folders):
    articles = list(read_articles(folders))
    names = [name for name, _, _ in articles]
    random.Random(3).shuffle(names)
    rows = []
    for kind in "OED":
        pairs = [(features, right, name, key) for name, _, own in articles for of, features, right, key in own if of == kind]
        said = {}
        for fold in range(8):
            held = set(names[fold::8])
            weights = learn([pair for pair in pairs if pair[2] not in held])
            for features, right, name, key in pairs:
                if name in held and sum(weights.get(f, 0) for f in features) > THRESHOLDS[kind]:
                    said[name, key] = right
        gold = sum(key[0] == kind for _, keys, _ in articles for key in keys)
        right = sum(said.values())
        print("%s: %d articles, %d pairs, %d right; held out precision %.3f recall %.3f F1 %.3f" %
              (kind, len(names), len(pairs), gold, right / len(said), right / gold, 2 * right / (len(said) + gold)))
        rows += sorted((feature, round(weight * 100)) for feature, weight in learn(pairs).items() if abs(weight) >= 0.03)
    head = "# title: Which organizations (O), events (E) and dates (D) beside a base are its own\n# source: learned by training/base_pairs.py from articles annotated by dateline's own guidelines; words and counts, no text\n" \
           "# licence: Apache-2.0\n# columns: feature, weight in hundredths of a logit\n"
    WEIGHTS.write_text(head + "".join("%s\t%d\n" % row for row in rows), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
