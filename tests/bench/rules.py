#!/usr/bin/env python3
"""What rule plugins cost, against `wc -w` on the same text.

    rules.py BUILD_FOLDER [FOLDER_OF_TEXTS]  many rules, much text; generated articles when no folder is given
    rules.py BUILD_FOLDER --hostile          rules and texts that are made to cost much

The program has the reader of plain text and the rule plugin alone. What the rules cost is its CPU time less that with a plugin of one rule, since a
document with any mention is looked at as a whole by who judges them; each the median of 5 runs taken in turns. Loading the plugin is measured on an
empty text and shown for itself.
"""
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from speed import run

ROUNDS = 5
SOURCE = pathlib.Path(__file__).parents[2]
SIZES = (1, 10, 50)
ARTICLES = "10 MB, articles"
MANIFEST = """{"manifest": 1, "id": "many", "version": "1", "kind": "extractor", "description": "Many rules.", "produces": [
{"type": "thing", "collection": "things", "id_prefix": "t", "attributes": [{"name": "what", "kind": "string"}]}]}"""
EVIDENCE = "# source: invented\nnamed\t150\tis named so\nnear\t50\t“{0}” is near\n"


def words_of(text):
    """Words for rules: those of the text, and as many that the built-in plugins know."""
    own = sorted({word for word in text.split() if word.isascii() and word.isalpha() and len(word) > 3})
    lists = (path.read_text(encoding="utf-8").splitlines() for path in sorted((SOURCE / "plugins").glob("*/data/*.tsv")))
    known = sorted({line.split("\t")[0] for lines in lists for line in lines} - set(own))
    known = [word for word in known if word.isascii() and word.isalpha() and len(word) > 3]
    return own + random.Random(1).sample(known, min(len(known), max(len(own), 10_000)))


def list_file(name, entries):
    return f"# list: {name}\n# source: invented\n# licence: Apache-2.0\n" + "".join(f"{entry}\n" for entry in {entry.lower(): entry for entry in sorted(entries)}.values())


def rule(dice, number, words):
    """One of six kinds, each of which an author would write: words, lists, expressions, and what stands around them."""
    one, two, three = (dice.choice(words) for _ in range(3))
    kinds = (
        f'"{one}" [ n:#Word+ ] "{two}"',
        f'[ n:( "{one}" | "{two}" ) #Word{{1,3}} ] ( "of" | "for" )',
        f'[ n:#Word{{1,3}} @list{dice.randrange(40)} ] ( "in" | "for" )',
        f'@list{dice.randrange(40)} ","? [ n:#Word{{1,4}} @list{dice.randrange(40)} ]',
        rf"[ n:/{one}\w* [A-Z]\w+/ ] #9999?",
        rf"/[A-Z]{{2,4}}-?{number % 10}\d{{2,}}{dice.choice('ABCXYZ')}?/ [ n:#Word ]",
    )
    right = '=> evidence near for thing within sentence' if number % 20 == 7 else '=> thing  what "{n}"  because named'
    return f"rule r{number}: {kinds[number % len(kinds)]} {right}\n"


def make_plugin(folder, rules, lists=()):
    data = folder / "data"
    data.mkdir(parents=True)
    (folder / "plugin.json").write_text(MANIFEST)
    (data / "evidence.tsv").write_text(EVIDENCE)
    (data / "many.rules").write_text(rules)
    for name, entries in lists:
        (data / f"{name}.tsv").write_text(list_file(name, entries))
    return folder


def many_rules(folder, count, words):
    dice = random.Random(count)
    lists = [(f"list{i}", [dice.choice(words) for _ in range(100)]) for i in range(40)]
    return make_plugin(folder, "".join(rule(dice, number, words) for number in range(count)), lists)


class Program:
    def __init__(self, build):
        self.command = [str(build / "tests/bare/bin/dateline"), "extract", "--no-config", "-q", "-j", "1", "--max-bytes", "200000000", "--max-mentions", "4000000"]

    def cpu(self, text, plugin=None):
        return run(self.command + (["--plugin", str(plugin)] if plugin else []) + [str(text)])[0]


def medians(rounds, *measures):
    """The median of each, taken in turns."""
    seen = [[measure() for measure in measures] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*seen)]


def count_words(text):
    files = sorted(str(path) for path in text.iterdir()) if text.is_dir() else [str(text)]
    with tempfile.NamedTemporaryFile("w", suffix=".list") as names:
        names.write("\0".join(files))
        names.flush()
        return run(["wc", "-w", f"--files0-from={names.name}"], {"LC_ALL": "C.UTF-8"})[0]


def compare(program, text, plugin, single, empty):
    wc, floor, all_of_it, load, no_load = medians(
        ROUNDS,
        lambda: count_words(text),
        lambda: program.cpu(text, single), lambda: program.cpu(text, plugin),
        lambda: program.cpu(empty, plugin), lambda: program.cpu(empty, single))
    load -= no_load
    return wc, all_of_it - floor - load, load


def prose_of(folder):
    texts = (path.read_text(encoding="utf-8", errors="ignore") for path in sorted(pathlib.Path(folder).rglob("*.txt")))
    return "\n\n".join(texts)


def split(text, folder, size=4000):
    """A folder with the text in files of the size of articles."""
    folder.mkdir()
    for begin in range(0, len(text), size):
        (folder / f"{begin:010}.txt").write_text(text[begin:begin + size])
    return folder


def many(build, texts_folder):
    program = Program(build)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if texts_folder is None:
            texts_folder = folder / "articles"
            subprocess.run([build / "bin/make_articles", texts_folder, "10000"], check=True)
        prose = prose_of(texts_folder)
        words = words_of(prose)
        single = make_plugin(folder / "single", 'rule r: "according" "to" [ n:#Word ] => thing  what "{n}"  because named\n')
        empty = folder / "empty.txt"
        empty.write_text("")
        texts = {size: folder / f"{size}.txt" for size in SIZES}
        for size, path in texts.items():
            path.write_text((prose * (size * 1_000_000 // len(prose) + 1))[: size * 1_000_000])
        texts[ARTICLES] = split(texts[10].read_text(), folder / "split")
        print(f"rules of {len(words)} words, {len(prose) / 1e6:.0f} MB of different articles")
        print("rules  text               wc -w     rules' own cost      times wc -w   loading")
        for count in (100, 1000, 10000):
            plugin = many_rules(folder / f"rules{count}", count, words)
            for size, text in texts.items():
                what = f"{size} MB, one document" if size in SIZES else size
                megabytes = size if size in SIZES else 10
                wc, cost, load = compare(program, text, plugin, single, empty)
                print(f"{count:5}  {what:20} {wc:7.3f} s {cost:7.3f} s {cost / megabytes * 1000:6.1f} ms/MB  {cost / wc:9.2f}  {load:8.3f} s", flush=True)


# None has a word that must be there, which would end the search before it begins.
HOSTILE_RULES = {
    "nested repetitions": '[ ( ( ( #any? "a"? ){0,8} "b"? ){0,8} #word? ){1,8} ( "never" | "not" ) ]',
    "captures in repetitions": '[ ( n:#any m:#any ){1,8} ( n:#any m:#any )* ( "never" | "not" ) ]',
    "seven hundred alternatives": "[ " + " | ".join(f'"a" "," "w{i}"' for i in range(700)) + " ]",
    "(.*)*x": "[ /(.*)*x/ ]",
    "any words": r"[ /(?:\w+[ ,]*)*never/ ]",
    "a count": r"[ /[a ,]*a[a ,]{200}/ ]",
    "Unicode classes": r"[ /(?:\pL+\PL?){1,8}\p{Nd}/ ]",
    "matches everywhere": "[ #any{1,3} ]",
}
HOSTILE_TEXTS = {
    "a, a, a, …": "a, " * 2_700_000,
    "a,a,a,…": "a," * 4_000_000,
    "brackets": "([{" * 2_700_000,
    "one token": "a" * 8_000_000,
    "letters and spaces": "a " * 4_000_000,
}


def hostile(build):
    program = Program(build)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        print("CPU seconds on 1 MB and on 8 MB less those without the plugin, and how many times as much the larger costs")
        for number, (what, pattern) in enumerate(HOSTILE_RULES.items()):
            plugin = make_plugin(folder / f"hostile{number}", f"rule r: {pattern} => thing  because named\n")
            for text_number, (kind, text) in enumerate(HOSTILE_TEXTS.items()):
                costs = []
                for size in (1_000_000, 8_000_000):
                    path = folder / f"{text_number}-{size}.txt"
                    path.write_text(text[:size])
                    costs.append(program.cpu(path, plugin) - program.cpu(path))
                print(f"{what:26} {kind:20} {costs[0]:8.2f} {costs[1]:8.2f}   {costs[1] / max(costs[0], 0.01):6.1f}", flush=True)


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)
    build = pathlib.Path(arguments[0]).resolve()
    if arguments[1:] == ["--hostile"]:
        hostile(build)
    else:
        many(build, arguments[1] if len(arguments) > 1 else None)


if __name__ == "__main__":
    main(sys.argv[1:])
