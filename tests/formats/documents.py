#!/usr/bin/env python3
"""What dateline makes of the documents in ../shared/formats/documents, held against their expected.jsonl.

    documents.py DATELINE [FORMAT ...]      all folders, or those that are named ("docx", "hostile/bomb-200mib.docx")

A line for each file that differs, and the count. Exit status 1 when one does, 77 (ctest: skipped) when the documents are not there.
"""
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.environ.get("DATELINE_DOCUMENTS") or os.path.join(HERE, "../../../shared/formats/documents")
SKIPPED = 77
SECONDS = 60

# Words that the message of a refusal must have, so that a reader of it knows what to do.
CAUSES = {
    "encrypted": r"encrypted|password",
    "corrupt": r"corrupt|damaged|broken|truncated",
    "limit": r"limit",
    "unsupported": r"No reader knows|not supported",
}

# Where the note of expected.jsonl allows something else than its outcome: what counts as well. "text" comes without the check of `contains`.
AS_GOOD = {
    "docx/html-chunk.docx": ["partial", "empty"],
    "docx/truncated.docx": ["partial"],
    "odt/not-a-zip.odt": ["text"],
    "pdf/truncated.pdf": ["text", "partial"],
    "pdf/no-trailer.pdf": ["text", "partial"],
    "rtf/truncated.rtf": ["error:corrupt"],
    "wrong-name/text.pdf": ["partial"],
    "hostile/bomb-200mib.docx": ["text"],
    "feed/comment-before-declaration.xml": ["documents"],
    "hostile/deep-nesting.html": ["error:limit"],
    "archive/text.tar.xz": ["error:unsupported"],
    "archive/mac-nested.zip": ["error:unsupported"],
    "archive/trailing-bytes.zip": ["error:unsupported"],
    "archive/sparse.tar": ["error:unsupported"],
    "hostile/bomb-overlapping.zip": ["documents"],
    "text/ebcdic-cp500.txt": ["error:unsupported"],
    "text/empty.txt": ["error:unsupported"],
}


NOT_OF_READERS = ["language.unsupported"]


def fold(text):
    return " ".join(text.split())


def text_of(records):
    return "\n".join(record["document"].get("text") or "" for record in records)


def records_of(dateline, path):
    ran = subprocess.run([dateline, "extract", "--with-text", path], capture_output=True, timeout=SECONDS)
    if ran.returncode < 0:
        raise RuntimeError(f"ended by signal {-ran.returncode}")
    return [json.loads(line) for line in ran.stdout.decode("utf-8").splitlines() if line.strip()]


def is_container(record, records):
    return any(other["document"]["parent"] == record["id"] for other in records)


def has_text(record):
    return bool(fold(record["document"].get("text") or ""))


def refusal(messages):
    """A message that names a limit tells more than those of what is within it."""
    named = [cause for cause in ("limit", "encrypted", "corrupt", "unsupported") if any(re.search(CAUSES[cause], message) for message in messages)]
    return "error:" + (named[0] if named else "unnamed")


def outcome_of(records):
    """The outcome of expected.jsonl that this is, and the messages."""
    messages = [d["message"] for record in records for d in record["diagnostics"] if d["severity"] != "info" and d["code"] not in NOT_OF_READERS]
    failed = any(record["document"]["status"] == "failed" for record in records)
    if not records:
        return "nothing", messages
    if not any(has_text(record) for record in records):
        return (refusal(messages) if failed else "empty"), messages
    if len(records) > 1:
        return "documents", messages
    return "partial" if messages else "text", messages


def is_as_good(want, found, messages):
    expected = want["outcome"]
    if expected == "text":
        return found in ("partial", "documents")  # a reader may warn, and a mail's parts are documents
    if expected == "documents":
        return found in ("text", "partial") and want.get("documents", 1) == 1
    if expected == "partial":
        return found == "documents" and bool(messages)  # what could be read, and a message that names what not
    return False


def check_outcome(want, records, found, messages):
    if found not in [want["outcome"], *AS_GOOD.get(want["file"], [])] and not is_as_good(want, found, messages):
        return [f"outcome {found} instead of {want['outcome']}: {'; '.join(messages)[:200]}"]
    documents = sum(has_text(record) and not is_container(record, records) for record in records)
    if found == "documents" and want.get("documents", documents) != documents:
        return [f"{documents} documents instead of {want['documents']}"]
    return []


def check_text(want, records, found):
    text = fold(text_of(records))
    wrong = [f"has {piece!r}" for piece in want.get("absent", []) if fold(piece) in text]
    if found in AS_GOOD.get(want["file"], []) and found != want["outcome"]:
        return wrong
    return wrong + [f"lacks {piece!r}" for piece in want.get("contains", []) if fold(piece) not in text]


def plain(value):
    return re.sub(r"[^a-z0-9]", "", (value or "").lower())


def check_metadata(want, records, found):
    """Of a container's records one must have it: what is stated of a web page in an archive is said of the page."""
    if found.startswith("error"):
        return []

    def values(name):
        return [record["document"].get(name) or "" for record in records]

    wrong = []
    for name in ("title", "author", "publisher"):
        if name in want and fold(want[name]) not in map(fold, values(name)):
            wrong.append(f"{name} {values(name)} instead of {want[name]!r}")
    if "language" in want and want["language"] not in [language.split("-")[0] for language in values("language")]:
        wrong.append(f"language {values('language')} instead of {want['language']!r}")
    if "charset" in want and plain(want["charset"]) not in map(plain, values("charset")):
        wrong.append(f"charset {values('charset')} instead of {want['charset']!r}")
    return wrong


def check(dateline, want):
    try:
        records = records_of(dateline, os.path.join(FOLDER, want["file"]))
    except (RuntimeError, subprocess.TimeoutExpired, ValueError) as error:
        return [str(error)]
    found, messages = outcome_of(records)
    return check_outcome(want, records, found, messages) + check_text(want, records, found) + check_metadata(want, records, found)


def is_asked(file, formats):
    return not formats or any(file == one or file.startswith(one + "/") for one in formats)


def main():
    dateline, formats = sys.argv[1], sys.argv[2:]
    index = os.path.join(FOLDER, "expected.jsonl")
    if not os.path.exists(index):
        print(f"{FOLDER} is not there: nothing was checked")
        return SKIPPED
    with open(index, encoding="utf-8") as lines:
        wanted = [want for want in map(json.loads, lines) if is_asked(want["file"], formats)]
    failed = 0
    for want in wanted:
        wrong = check(dateline, want)
        failed += bool(wrong)
        for one in wrong:
            print(f"{want['file']}: {one}")
    print(f"{len(wanted) - failed} of {len(wanted)} as expected")
    return 1 if failed or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
