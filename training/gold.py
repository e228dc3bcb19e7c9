#!/usr/bin/env python3
"""Annotated articles out of the corpora's folder and the stand-off files beside this one.

    gold.py build CORPUS OUT        writes OUT/NAME.txt and NAME.ann: CORPUS/train/press with corrections.tsv, the articles of CORPUS/raw,
                                    CORPUS/train/re3d and /gum and the pages of CORPUS/../formats that marks.tsv annotates, and
                                    those of articles/, which we wrote
    gold.py more CORPUS OUT         writes OUT/NAME.ann of the articles that more.tsv annotates with names alone, for `dateline train --more OUT`
    gold.py texts CORPUS OUT        writes the articles of CORPUS/raw without the archive's footer and those of CORPUS/train/press, for
                                    `dateline train --classes OUT`
    gold.py add FOLDER              takes FOLDER's NAME.ann and SOURCES.tsv (NAME, path in the archive or re3d/…, gum/…, html/…, bytes, SHA-256) into
                                    marks.tsv, beside what is there
    gold.py add-more FOLDER         takes FOLDER's NAME.ann and SOURCES.tsv into more.tsv, beside what is there
    gold.py correct CORPUS FOLDER   takes the differences of FOLDER's NAME.ann to CORPUS/train/press into corrections.tsv, beside those of other articles

The stand-off files hold no text of the articles: an article is known by its file name, its length and its SHA-256, a mark by its offsets in
code points, and facts name their mentions by offset.
"""
import gzip
import hashlib
import html.parser
import json
import pathlib
import re
import sys
import tarfile

HERE = pathlib.Path(__file__).resolve().parent
MARK = re.compile(r"⟦([^⟧|]*)\|([^⟧]*)⟧")


def read_ann(path):
    """The text, {(start, end): "O" or "D 2024"}, and the fact lines of an .ann file."""
    content = path.read_bytes().decode()
    cut = content.rindex("\n=====")
    text, marks, at = "", {}, 0
    for mark in MARK.finditer(content, 0, cut + 1):
        text += content[at:mark.start()]
        marks[len(text), len(text) + len(mark[2])] = mark[1]
        text += mark[2]
        at = mark.end()
    facts = [line for line in content[cut + 1:].split("\n")[1:] if line.strip()]
    return text + content[at:cut + 1], marks, facts


def write_ann(out, name, text, marks, facts):
    body, at = "", 0
    for (start, end), kind in sorted(marks.items()):
        body += text[at:start] + "⟦" + kind + "|" + text[start:end] + "⟧"
        at = end
    body += text[at:]
    body += "" if body.endswith("\n") else "\n"
    (out / (name + ".txt")).write_bytes(text.encode())
    (out / (name + ".ann")).write_bytes((body + "=====\n" + "\n".join(facts) + "\n").encode())


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def rows(name):
    path = HERE / name
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def place(text, marks, name):
    """Where a name is first marked: "12-30"; the name itself when it is not."""
    for (start, end), _ in sorted(marks.items()):
        if " ".join(text[start:end].split()) == " ".join(name.split()):
            return "%d-%d" % (start, end)
    return name


def words(text, field):
    found = re.fullmatch(r"(\d+)-(\d+)", field)
    return text[int(found[1]):int(found[2])].replace("\n", " ") if found else field


def fact_to_rows(text, marks, line):
    kind, *fields = [field.strip() for field in line.split(" | ")]
    if kind == "alias":
        return [kind, fields[0]] + [place(text, marks, field) for field in fields[1:]]
    if kind == "role":
        return [kind, place(text, marks, fields[0]), fields[1], place(text, marks, fields[2])]
    if kind == "base":
        bodies = [place(text, marks, body.strip()) for body in fields[3].split(";")]
        return [kind, place(text, marks, fields[0]), fields[1], fields[2], "; ".join(bodies)]
    return [kind] + fields


def row_to_fact(text, row):
    fields = ["; ".join(words(text, part) for part in field.split("; ")) for field in row]
    return " | ".join(fields)


def re3d_texts(corpus):
    """("re3d/FOLDER/ID", bytes): title and text of releases of governments."""
    for path in sorted((corpus / "train" / "re3d").glob("*/documents.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            number = document["_id"] if isinstance(document["_id"], str) else document["_id"]["$oid"]
            yield "re3d/%s/%s" % (path.parent.name, number), (document["title"] + "\n\n" + document["text"].strip() + "\n").encode()


def gum_texts(corpus):
    """("gum/ID", bytes): Wikinews stories, a paragraph a line."""
    name, text = None, ""
    with gzip.open(corpus / "train" / "gum" / "news.conllu8.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                if name:
                    yield "gum/" + name, (text.strip() + "\n").encode()
                name, text = line.split()[4], ""
            elif line.startswith("# newpar"):
                text = text.rstrip() + "\n\n" if text else ""
            elif line.startswith("# text = "):
                text += line[9:].rstrip("\n") + " "
    yield "gum/" + name, (text.strip() + "\n").encode()


class Paragraphs(html.parser.HTMLParser):
    """The headline and the paragraphs of a news page, outside what is plainly none of the story."""
    OTHER = ("script", "style", "nav", "footer", "aside", "form", "noscript", "figure")

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.paragraphs, self.current, self.headline, self.others, self.in_headline = [], None, None, 0, False

    def handle_starttag(self, tag, attributes):
        self.others += tag in self.OTHER
        if tag == "p":
            self.end()
            self.current = ""
        if tag == "h1" and self.headline is None:
            self.in_headline, self.headline = True, ""
        if tag == "br" and self.current is not None:
            self.current += " "

    def handle_endtag(self, tag):
        if tag in self.OTHER:
            self.others = max(0, self.others - 1)
        if tag == "p":
            self.end()
        if tag == "h1":
            self.in_headline = False

    def handle_data(self, data):
        if not self.others:
            self.headline = self.headline + data if self.in_headline else self.headline
            self.current = self.current + data if self.current is not None else None

    def end(self):
        if self.current and self.current.split():
            self.paragraphs.append(" ".join(self.current.split()))
        self.current = None


def page_texts(corpus, wanted):
    """("html/SET/FILE", bytes): pages of CORPUS/../formats."""
    for path in sorted(path for path in wanted if path.startswith("html/")):
        folder, name = path.split("/")[1:]
        file = corpus.parent / "formats" / folder / "pages" / name
        if file.exists():
            reader = Paragraphs()
            reader.feed(gzip.decompress(file.read_bytes()).decode())
            reader.end()
            headline = " ".join(reader.headline.split()) + "\n\n" if reader.headline else ""
            yield path, (headline + "\n\n".join(reader.paragraphs) + "\n").encode()


def source_texts(corpus, wanted):
    """{path: bytes} of articles that marks.tsv may annotate; of the archive's members whole, with its footer."""
    texts = {path: text for path, text in [*re3d_texts(corpus), *gum_texts(corpus), *page_texts(corpus, wanted)] if path in wanted}
    with tarfile.open(corpus / "raw" / "press-releases.tar.xz") as archive:
        for member in archive:
            path = member.name[2:] if member.name.startswith("./") else member.name
            if path in wanted:
                texts[path] = archive.extractfile(member).read()
    return texts


def article_texts(corpus, articles):
    """(name, text) of {name: (path, bytes, SHA-256)}."""
    texts = source_texts(corpus, {path for path, _, _ in articles.values()})
    for name, (path, size, digest) in articles.items():
        text = texts.get(path, b"")[:int(size) - 1].decode(errors="replace") + "\n"
        if sha256(text) == digest:
            yield name, text
        else:
            print("gold.py: the article %s (%s) is not there, or is another text" % (name, path), file=sys.stderr)


def corrected(text, marks, facts, corrections):
    """What corrections.tsv makes of an article's marks and facts."""
    for sign, *fields in corrections:
        if fields[0] == "fact":
            fact = row_to_fact(text, fields[1:])
            if sign == "+":
                facts.append(fact)
            elif fact in facts:
                facts.remove(fact)
        elif sign == "-":
            marks.pop((int(fields[0]), int(fields[1])), None)
        else:
            marks[int(fields[0]), int(fields[1])] = fields[2]


def build(corpus, out):
    out.mkdir(parents=True, exist_ok=True)
    corrections = {}
    for name, digest, *correction in rows("corrections.tsv"):
        corrections.setdefault((name, digest), []).append(correction)
    names = set()
    for path in sorted((corpus / "train" / "press").glob("*.ann")):
        text, marks, facts = read_ann(path)
        corrected(text, marks, facts, corrections.pop((path.stem, sha256(text)), []))
        write_ann(out, path.stem, text, marks, facts)
        names.add(path.stem)
    for name, _ in corrections:
        print("gold.py: the article %s that corrections.tsv corrects is not there, or is another text" % name, file=sys.stderr)
    articles, marks, facts = {}, {}, {}
    for row in rows("marks.tsv"):
        if row[0] == "article":
            articles[row[1]] = row[2:]
        elif row[0] == "mark":
            marks.setdefault(row[1], {})[int(row[2]), int(row[3])] = row[4]
        else:
            facts.setdefault(row[1], []).append(row[2:])
    for name, text in article_texts(corpus, articles):
        write_ann(out, name, text, marks.get(name, {}), [row_to_fact(text, row) for row in facts.get(name, [])])
        names.add(name)
    for path in sorted((HERE / "articles").glob("*.ann")):
        text, marks, facts = read_ann(path)
        write_ann(out, path.stem, text, marks, facts)
        names.add(path.stem)
    print("%d articles" % len(names))


def more(corpus, out):
    out.mkdir(parents=True, exist_ok=True)
    names = {name: (source, marks) for name, *source, marks in rows("more.tsv")}
    for name, text in article_texts(corpus, {name: source for name, (source, _) in names.items()}):
        marks = [re.fullmatch(r"([A-Z])(\d+)-(\d+)", mark) for mark in names[name][1].split()]
        write_ann(out, name, text, {(int(mark[2]), int(mark[3])): "D XXXX" if mark[1] == "D" else mark[1] for mark in marks}, [])


def texts(corpus, out):
    out.mkdir(parents=True, exist_ok=True)
    with tarfile.open(corpus / "raw" / "press-releases.tar.xz") as archive:
        for number, member in enumerate(sorted((m for m in archive.getmembers() if m.isfile()), key=lambda m: m.name)):
            text = archive.extractfile(member).read().decode(errors="replace")
            for footer in ("View the original release on", "\n---\n"):
                at = text.find(footer)
                text = text[:at] if at > 200 else text
            (out / ("%05d.txt" % number)).write_text(text, encoding="utf-8")
    for path in (corpus / "train" / "press").glob("[!p]*.txt"):
        (out / path.name).write_bytes(path.read_bytes())


def annotated(folder):
    """(SOURCES.tsv's fields, text, marks, facts) of FOLDER's NAME.ann."""
    for row in (folder / "SOURCES.tsv").read_text().splitlines():
        source = row.split("\t")
        ann = folder / (source[0] + ".ann")
        if not ann.exists():
            continue
        text, marks, facts = read_ann(ann)
        if sha256(text.rstrip("\n") + "\n") != source[3]:
            print("gold.py: %s has another text than its source; left out" % ann, file=sys.stderr)
            continue
        yield source, text, marks, facts


def add_more(folder):
    lines = {name: "\t".join([name] + fields) for name, *fields in rows("more.tsv")}
    for source, _, marks, _ in annotated(folder):
        lines[source[0]] = "\t".join(source + [" ".join("%s%d-%d" % (kind[0], start, end) for (start, end), kind in sorted(marks.items()))])
    head = ("# Names in more articles of CORPUS/raw (z…) and pages of CORPUS/../formats (y…): those on which two models agree, and where they differ what a reader decided by the guidelines.\n"
            "# name, path in the archive or corpus, bytes of its text without the archive's footer, SHA-256, marks: O organization, P person, B base, D date (as dateline reads them), start-end in code points\n")
    (HERE / "more.tsv").write_text(head + "\n".join(line for _, line in sorted(lines.items())) + "\n", encoding="utf-8")


def add(folder):
    added = {}
    for (name, path, size, digest), text, marks, facts in annotated(folder):
        added[name] = ["\t".join(["article", name, path, size, digest])]
        added[name] += ["\t".join(["mark", name, str(start), str(end), kind]) for (start, end), kind in sorted(marks.items())]
        added[name] += ["\t".join(["fact", name] + fact_to_rows(text, marks, fact)) for fact in facts]
    lines = []
    for row in rows("marks.tsv"):
        if row[1] not in added:
            lines.append("\t".join(row))
        elif row[0] == "article":
            lines += added[row[1]]
    known = {line.split("\t")[1] for line in lines}
    for name, own in added.items():
        lines += own if name not in known else []
    head = ("# Articles of CORPUS/raw (r…: drawn at random), CORPUS/train/re3d and /gum (g…: all releases of governments, all news) and pages of CORPUS/../formats (h…: news) by dateline's own guidelines, one reader each.\n"
            "# article, name, path in the archive or corpus, bytes of its text without the archive's footer, SHA-256\n"
            "# mark, name, start and end in code points, kind (a date with its value)\n"
            "# fact, name, kind and fields; a mention is given by its offsets\n")
    (HERE / "marks.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def correct(corpus, folder):
    lines = ["\t".join(row) for row in rows("corrections.tsv") if not (folder / (row[0] + ".ann")).exists()]
    for path in sorted(path for path in folder.glob("*.ann") if (corpus / "train" / "press" / path.name).exists()):
        text, old, old_facts = read_ann(corpus / "train" / "press" / path.name)
        _, new, new_facts = read_ann(path)
        head = [path.stem, sha256(text)]
        for sign, one, other in (("-", old, new), ("+", new, old)):
            lines += ["\t".join(head + [sign, str(s), str(e), kind]) for (s, e), kind in sorted(one.items()) if other.get((s, e)) != kind]
        for sign, marks, one, other in (("-", old, old_facts, new_facts), ("+", new, new_facts, old_facts)):
            lines += ["\t".join(head + [sign, "fact"] + fact_to_rows(text, marks, fact)) for fact in one if fact not in other]
    head = ("# Corrections of CORPUS/train/press, found where it differed from predictions that were made without the article.\n"
            "# article, SHA-256 of its text, - or +, start and end in code points, kind; or - or +, fact, its kind and fields, where a mention is given by its offsets\n")
    (HERE / "corrections.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    commands = {"build": build, "more": more, "texts": texts, "add": add, "add-more": add_more, "correct": correct}
    arguments = [pathlib.Path(argument) for argument in sys.argv[2:]]
    if len(sys.argv) < 2 or sys.argv[1] not in commands or len(arguments) != (1 if sys.argv[1].startswith("add") else 2):
        sys.exit(__doc__)
    commands[sys.argv[1]](*arguments)
