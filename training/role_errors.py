#!/usr/bin/env python3
"""Roles that are missed and wrong, by cause: role_errors.py RECORDS.jsonl GOLD_DIR… [--list]

RECORDS as `dateline train --records` or `dateline extract` writes them. Each missed and each wrong role counts once, under the first cause that holds.
--list prints them, a line each: cause, article, the role, and what stands in its place.
"""
import collections
import json
import pathlib
import sys

from gold import read_ann

MISSED = ("person missed", "organization missed", "title of another's", "title too long", "title too short", "title with other bounds",
          "organization wrong", "organization superfluous", "organization not tied", "title not found")
WRONG = ("person wrong", "organization mention wrong", "bounds", "organization", "another's", "spurious")


def key(name):
    return " ".join(name.split()).casefold()


class Record:
    def __init__(self, record):
        entities = record.get("entities", {})
        names = {entity["id"]: {key(mention["text"]) for mention in entity["mentions"]} for kind in ("people", "organizations") for entity in entities.get(kind, [])}
        self.people = [names[person["id"]] for person in entities.get("people", [])]
        self.organizations = set().union(*[names[one["id"]] for one in entities.get("organizations", [])])
        self.roles = [(names[person["id"]], key(role["title"]), names[role["organization"]] if role["organization"] else {"-"})
                      for person in entities.get("people", []) for role in person.get("roles", [])]


def gold_of(path):
    text, marks, facts = read_ann(path)
    roles = [tuple(key(field) for field in fact.split(" | ")[1:4]) for fact in facts if fact.startswith("role |")]
    names = {letter: {key(text[b:e]) for (b, e), kind in marks.items() if kind[0] == letter} for letter in "OP"}
    return list(dict.fromkeys(roles)), names


def overlap(one, other):
    return bool(set(one.split()) & set(other.split()) - {"of", "the", "and", "for", "&"})


def why_missed(role, record, wrong):
    """The cause, and the wrong role that stands in its place."""
    person, title, organization = role
    if not any(person in names for names in record.people):
        return MISSED[0], None
    if organization != "-" and organization not in record.organizations:
        return MISSED[1], None
    own = [found for found in wrong if person in found[0]]
    for found in own:
        if found[1] == title:
            return (MISSED[7] if organization == "-" else MISSED[8] if found[2] == {"-"} else MISSED[6]), found
    for found in own:
        if overlap(found[1], title):
            inside = (" " + title + " ") in (" " + found[1].replace(",", " ,") + " ") or title in found[1]
            return (MISSED[3] if inside else MISSED[4] if found[1] in title else MISSED[5]), found
    for found in wrong:
        if found[1] == title:
            return MISSED[2], found
    return MISSED[9], None


def why_wrong(found, names):
    if not found[0] & names["P"]:
        return WRONG[0]
    if found[2] != {"-"} and not found[2] & names["O"]:
        return WRONG[1]
    return WRONG[5]


def main(records, folders, listed):
    by_name = {}
    for line in pathlib.Path(records).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        by_name[pathlib.PurePath(record["document"]["source"]).stem] = record
    missed, wrong_count, right, kinds = collections.Counter(), collections.Counter(), 0, collections.defaultdict(lambda: [0, 0, 0])
    for path in sorted(path for folder in folders for path in pathlib.Path(folder).glob("*.ann")):
        gold, names = gold_of(path)
        record = Record(by_name.get(path.stem, {}))
        used, left = set(), []
        for role in gold:
            match = next((i for i, found in enumerate(record.roles) if i not in used and role[0] in found[0] and role[1] == found[1] and role[2] in found[2]), None)
            used.add(match) if match is not None else left.append(role)
        kind = kinds[path.stem[0]]
        right += len(used)
        wrong = [found for i, found in enumerate(record.roles) if i not in used]
        kind[0] += len(used)
        kind[1] += len(wrong)
        kind[2] += len(left)
        causes = []
        for role in left:
            cause, found = why_missed(role, record, wrong)
            missed[cause] += 1
            if found is not None:
                causes.append((found, {"title of another's": "another's"}.get(cause, "bounds" if cause.startswith("title") else "organization")))
            if listed:
                print("missed", cause, path.stem, " | ".join(role), "<-", found and (min(found[0]), found[1], min(found[2])), sep="\t")
        for found in wrong:
            cause = next((cause for one, cause in causes if one is found), None) or why_wrong(found, names)
            wrong_count[cause] += 1
            if listed:
                print("wrong", cause, path.stem, "%s | %s | %s" % (min(found[0]), found[1], min(found[2])), sep="\t")
    total, found = right + sum(missed.values()), right + sum(wrong_count.values())
    print("right %d of %d in the gold, of %d found: precision %.3f recall %.3f F1 %.3f" % (right, total, found, right / found, right / total, 2 * right / (total + found)))
    for title, counts, order in (("missed", missed, MISSED), ("wrong", wrong_count, WRONG)):
        print("%s %d" % (title, sum(counts.values())))
        for cause in order:
            print("  %-28s %5d" % (cause, counts[cause]))
    print("by kind: " + ", ".join("%s %.3f (%d)" % (kind, 2 * r / (2 * r + w + m), r + m) for kind, (r, w, m) in sorted(kinds.items()) if r + m))


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--list"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    main(arguments[0], arguments[1:], "--list" in sys.argv)
