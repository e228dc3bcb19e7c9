#!/usr/bin/env python3
"""How dateline does on corpora of others: foreign.py CORPUS DATELINE

Exact spans of organizations and people, and dates, on texts that no weight was trained on. Their guidelines are not ours (each README.md in CORPUS/train says
how), so figures compare with other systems on the same corpus, not with ours. Tokens are put together to text with spaces where English has them.
"""
import collections
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from gold import gum_texts

NAMES = {"ORG": "organizations", "PER": "people", "organisation": "organizations", "politicalparty": "organizations", "university": "organizations",
         "band": "organizations", "person": "people", "politician": "people", "researcher": "people", "scientist": "people", "writer": "people",
         "musicalartist": "people", "corporation": "organizations", "group": "organizations"}
NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}’”]|'s|n't|'(?:re|ve|ll|d|m)\b|''")
NO_SPACE_AFTER = re.compile(r"[(\[{“‘$£€#]|``")


def documents(path):
    """(text, [(start, end, label)]) of each document of an IOB2 file; sentences follow each other as in a paragraph."""
    text, marks, last, open_label = "", [], "", None
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# doc = "):
            if text:
                yield text + "\n", marks
            text, marks, last = "", [], ""
        if not line or line.startswith("# "):
            open_label = None
            continue
        token, tag = line.split("\t")
        if text and not NO_SPACE_BEFORE.match(token) and not NO_SPACE_AFTER.fullmatch(last):
            text += " "
        start, text, last = len(text), text + token, token
        if tag.startswith("I-") and open_label == tag[2:]:
            marks[-1] = (marks[-1][0], len(text), tag[2:])
        elif tag != "O":
            marks.append((start, len(text), tag[2:]))
        open_label = None if tag == "O" else tag[2:]
    if text:
        yield text + "\n", marks


def sentences(path):
    """The same for files without documents: each sentence is one."""
    with tempfile.NamedTemporaryFile("wb", suffix=".gz") as copy:
        with gzip.open(path, "rt", encoding="utf-8") as lines, gzip.open(copy.name, "wt", encoding="utf-8") as out:
            begun = False
            for line in lines:
                if line.startswith("# "):
                    continue
                if line.strip() and not begun:
                    out.write("# doc = one\n")
                begun = bool(line.strip())
                out.write(line)
        yield from list(documents(copy.name))


def records(dateline, texts, published=None):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts):
            paths.append(pathlib.Path(folder) / ("%06d.txt" % number))
            head = published[number] + "\n\n" if published else ""
            paths[-1].write_text(head + text, encoding="utf-8")
        lines = subprocess.run([dateline, "extract", folder], capture_output=True, text=True).stdout.splitlines()
    found = {pathlib.Path(record["document"]["source"]).stem: record for record in map(json.loads, lines)}
    return [found["%06d" % number] for number in range(len(texts))]


def spans(record, collection):
    return {(mention["start"], mention["end"]) for entity in record["entities"][collection] for mention in entity["mentions"]}


def figures(right, found, gold):
    p, r = right / max(found, 1), right / max(gold, 1)
    return "%.3f %.3f %.3f %6d" % (p, r, 2 * p * r / max(p + r, 1e-9), gold)


def names(dateline, name, given):
    texts = [text for text, _ in given]
    counts = {"organizations": [0, 0, 0], "people": [0, 0, 0]}
    for (_, marks), record in zip(given, records(dateline, texts)):
        for collection, count in counts.items():
            gold = {(start, end) for start, end, label in marks if NAMES.get(label) == collection}
            found = spans(record, collection)
            count[0] += len(gold & found)
            count[1] += len(found)
            count[2] += len(gold)
    for collection, count in counts.items():
        if count[2]:
            print("%-22s %-14s %s" % (name, collection, figures(*count)))


def dates(dateline, corpus):
    """AnnoCTR: dates with values, the publication date given on a line before the text."""
    for split in ("dev", "test", "ext"):
        rows = [json.loads(line) for line in gzip.open(corpus / "train/annoctr" / ("dates.%s.jsonl.gz" % split), "rt", encoding="utf-8")]
        heads = [row["published"] for row in rows]
        spanned, valued = [0, 0, 0], [0, 0, 0]
        for row, head, record in zip(rows, heads, records(dateline, [row["text"] for row in rows], heads)):
            shift = len(head) + 2
            gold = {(one["start"], one["end"]): one["value"] for one in row["dates"] if not one.get("suspect")}
            loose = {(one["start"], one["end"]) for one in row["dates"] if one.get("suspect")}
            found = {(mention["start"] - shift, mention["end"] - shift): date["value"] for date in record["entities"]["dates"] for mention in date["mentions"]}
            found = {span: value for span, value in found.items() if span[0] >= 0 and span not in loose}
            for count, right in ((spanned, gold.keys() & found.keys()), (valued, {span for span in gold if found.get(span) == gold[span]})):
                count[0] += len(right)
                count[1] += len(found)
                count[2] += len(gold)
        print("%-22s %-14s %s" % ("annoctr " + split, "date", figures(*spanned)))
        print("%-22s %-14s %s" % ("annoctr " + split, "date.value", figures(*valued)))


def gum_dates(dateline, corpus):
    """GUM's Wikinews stories: expressions and values of each, wherever they stand; the story's date is given on a line before it."""
    gold, heads = collections.defaultdict(list), {}
    for line in (corpus / "train/gum/dates.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            document, _, day, _, _, expression, _, value, _ = line.split("\t")
            gold[document].append((" ".join(expression.split()), value))
            heads[document] = day
    stories = [(path[4:], text.decode()) for path, text in gum_texts(corpus) if path[4:] in gold]
    spanned, valued = [0, 0, 0], [0, 0, 0]
    for (name, _), record in zip(stories, records(dateline, [text for _, text in stories], [heads[name] for name, _ in stories])):
        found = collections.Counter((" ".join(mention["text"].split()), date["value"]) for date in record["entities"]["dates"]
                                    for mention in date["mentions"] if mention["start"] > len(heads[name]))
        wanted = collections.Counter(gold[name])
        for count, one, other in ((valued, found, wanted), (spanned, texts_of(found), texts_of(wanted))):
            count[0] += sum((one & other).values())
            count[1] += sum(one.values())
            count[2] += sum(other.values())
    print("%-22s %-14s %s" % ("gum news", "date", figures(*spanned)))
    print("%-22s %-14s %s" % ("gum news", "date.value", figures(*valued)))


def texts_of(counts):
    texts = collections.Counter()
    for (text, _), count in counts.items():
        texts[text] += count
    return texts


def main(corpus, dateline):
    train = corpus / "train"
    print("%-22s %-14s P     R     F1      gold" % ("corpus", "kind"))
    for name, path in (("uner ewt test", "uner/ewt-test"), ("uner pud", "uner/pud"), ("wikigold", "wikigold/wikigold")):
        names(dateline, name, list(documents(train / (path + ".iob2.gz"))))
    for name, path in (("europarl", "europarl/europarl"), ("multiner-lk", "multiner-lk/english"), ("crossner politics test", "crossner/politics.test"),
                       ("crossner science test", "crossner/science.test")):
        names(dateline, name, list(sentences(train / (path + ".iob2.gz"))))
    dates(dateline, corpus)
    gum_dates(dateline, corpus)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), sys.argv[2])
