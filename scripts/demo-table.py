"""Records on standard input, a few lines for each on standard output: when, who, what."""
import json
import os
import sys


def name_of(entities, entity_id):
    return next((e["name"] for e in entities["organizations"] if e["id"] == entity_id), None)


def lines(record):
    entities = record["entities"]
    for person in entities["people"]:
        for role in person["roles"]:
            body = name_of(entities, role["organization"])
            yield "person", f"{person['name']}, {role['title']}" + (f" of {body}" if body else "")
    dates = {e["id"]: e["value"] for e in entities["dates"]}
    for base in entities["bases"]:
        bodies = ", ".join(name_of(entities, tie["organization"]) for tie in base["organizations"])
        events = ", ".join(f"{event['type']} {dates.get(event['date']) or ''}".strip() for event in base["events"])
        yield "base", base["name"] + (f" ({bodies})" if bodies else "") + (f": {events}" if events else "")


for line in sys.stdin:
    one = json.loads(line)
    found = ", ".join(f"{len(entities)} {collection}" for collection, entities in one["entities"].items())
    print(f"\n{os.path.basename(one['document']['source'])}, published {one['document']['published']}: {found}")
    shown = list(lines(one))
    for kind, text in shown[:4]:
        print(f"    {kind:7} {text}")
    if len(shown) > 4:
        print(f"    … and {len(shown) - 4} more")
