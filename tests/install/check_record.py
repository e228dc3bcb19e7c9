"""Reads the record of samples/hard-wrapped-mail.txt and checks what the two sample plugins add to it."""
import json
import sys

record = json.load(sys.stdin)
entities = record["entities"]
names = {entity["id"]: entity["name"] for kind in ("organizations", "people") for entity in entities[kind]}


def expect(what, got, wanted):
    if got != wanted:
        sys.exit(f"{what}: got {got!r}, wanted {wanted!r}")


expect("status", record["document"]["status"], "complete")
expect("amounts", [(e["currency"], e["value"]) for e in entities["amounts"]], [("USD", 6400000), ("USD", 2000000)])
expect("words", [m["text"] for e in entities["amounts"] for m in e["mentions"]], ["$6.4 million", "$2 million"])
expect("payers", [[names[f["organization"]] for f in e["payers"]] for e in entities["amounts"]], [[], ["Northeast Coastal Bank"]])
expect("contacts", [(e["kind"], e["address"]) for e in entities["contacts"]],
       [("email", "press@brightwater-robotics.example"), ("phone", "+15550142")])
expect("reached", [[names[f["person"]] for f in e["people"]] for e in entities["contacts"]], [["Paula Stenmark"]] * 2)
