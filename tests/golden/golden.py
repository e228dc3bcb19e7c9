"""Compares the records of the samples with samples/golden, or writes these anew. Confidences are left out: they move with every weight.

    golden.py check|renew DATELINE
"""
import difflib
import json
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(__file__).parents[2]
GOLDEN = SOURCE / "samples" / "golden"


def without_confidences(value):
    if isinstance(value, dict):
        return {name: without_confidences(part) for name, part in value.items() if name != "confidence"}
    return [without_confidences(part) for part in value] if isinstance(value, list) else value


def golden_text(dateline, article):
    record = json.loads(subprocess.run([dateline, "extract", "--no-config", article.relative_to(SOURCE)], cwd=SOURCE, check=True, capture_output=True).stdout)
    del record["generator"]
    return json.dumps(without_confidences(record), ensure_ascii=False, indent=1) + "\n"


def main(what, dateline):
    GOLDEN.mkdir(exist_ok=True)
    wrong = 0
    for article in sorted((SOURCE / "samples").glob("*.txt")):
        text, file = golden_text(dateline, article), GOLDEN / f"{article.stem}.json"
        if what == "renew":
            file.write_text(text, encoding="utf-8")
            continue
        known = file.read_text(encoding="utf-8") if file.exists() else ""
        if text != known:
            wrong += 1
            sys.stdout.writelines(list(difflib.unified_diff(known.splitlines(True), text.splitlines(True), str(file), "now"))[:60])
    if wrong:
        sys.exit(f"{wrong} records are not as reviewed. If they are better now: scripts/renew-golden, and look at the difference.")


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
