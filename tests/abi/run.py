"""Plugins of a released interface in today's dateline: run.py DATELINE PLUGINS RELEASE [--renew]. What they give is in RELEASE/records.json."""
import json
import pathlib
import subprocess
import sys

dateline, plugins, release = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
ran = subprocess.run([dateline, "extract", "--plugin", plugins / "extractor", "--plugin", plugins / "reader", "--set", "released-extractor.door=open", "input"], cwd=release, capture_output=True, text=True)
if ran.returncode != 1 or "plugin released-reader: a message" not in ran.stderr:  # the lost document fails
    sys.exit(f"exit code {ran.returncode}: {ran.stderr}")
got = []
for line in ran.stdout.splitlines():
    record = json.loads(line)
    document = {key: record["document"][key] for key in ("source", "title", "published", "author", "status") if key in record["document"]}
    got.append({"document": document, "diagnostics": record["diagnostics"], "rooms": record["entities"]["rooms"]})
records = release / "records.json"
if "--renew" in sys.argv:
    records.write_text(json.dumps(got, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
wanted = json.loads(records.read_text(encoding="utf-8"))
if got != wanted:
    sys.exit(f"got    {json.dumps(got, ensure_ascii=False)}\nwanted {json.dumps(wanted, ensure_ascii=False)}")
