#!/usr/bin/env python3
"""validate.py SCHEMA RECORDS: checks JSON Lines against a JSON Schema and prints "LINE: PLACE: ERROR" for each mistake.

Exit 0 all valid, 1 some not, 77 without python3-jsonschema, 2 when the schema is none."""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
try:
    jsonschema.Draft202012Validator.check_schema(schema)
except jsonschema.SchemaError as error:
    print(f"not a schema: {error.message}")
    sys.exit(2)
validator = jsonschema.Draft202012Validator(schema)
bad = 0
with open(sys.argv[2], encoding="utf-8") as file:
    for number, line in enumerate(file, 1):
        for error in validator.iter_errors(json.loads(line)):
            print(f"{number}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
            bad += 1
sys.exit(1 if bad else 0)
