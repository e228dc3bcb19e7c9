#!/usr/bin/env python3
"""A run with --isolate over documents of which some make the plugin chaos crash, hang, grow or lie: nothing may be lost.

    soak.py BUILD_FOLDER [DOCUMENTS]      2,000 articles, made by bin/make_articles; 1 % crash their process, a few hang, grow, leak, flood and lie

Every document must have its record, in order. Those that order nothing must be as in a run in one process; a document whose order ends the process must lack
the plugin's part and say so. Prints the throughput against the same documents without orders. Exit 1 with what is wrong.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

SECONDS = 2
FATAL = ["CHAOS-SEGV", "CHAOS-ABORT", "CHAOS-EXIT"]
RARE = ["CHAOS-HANG", "CHAOS-GROW"]
HARMLESS = ["CHAOS-LEAK", "CHAOS-FLOOD", "CHAOS-LIE"]


def extract(build, folder, *options):
    """(seconds, records)"""
    command = [build / "bin/dateline", "extract", "--no-config", "-q", "--plugin", build / "tests/plugins/chaos", *options, folder]
    begin = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"soak.py: the run ended with {done.returncode}: {done.stderr[-500:]}")
    return time.monotonic() - begin, [json.loads(line) for line in done.stdout.splitlines()]


def orders(count):
    """{index: order}"""
    given = {index: FATAL[index // 100 % len(FATAL)] for index in range(40, count, 100)}
    given.update({index: RARE[index // 1000 % len(RARE)] for index in range(520, count, 1000)})
    given.update({index: HARMLESS[index // 50 % len(HARMLESS)] for index in range(11, count, 50)})
    return given


def faults(plain, chaotic, given):
    if len(plain) != len(chaotic):
        yield f"{len(chaotic)} records of {len(plain)} documents"
    for index, (one, other) in enumerate(zip(plain, chaotic)):
        order = given.get(index)
        if one["document"]["source"] != other["document"]["source"]:
            yield f"record {index} is of {other['document']['source']}"
        elif order is None and one != other:
            yield f"{one['document']['source']} orders nothing and has another record"
        elif order in FATAL + RARE and not any(d["code"] == "plugin.failed" and d["plugin"] == "chaos" for d in other["diagnostics"]):
            yield f"{one['document']['source']} ({order}) does not say that chaos failed"
        elif order in FATAL + RARE and {k: v for k, v in one["entities"].items() if k != "orders"} != {k: v for k, v in other["entities"].items() if k != "orders"}:
            yield f"{one['document']['source']} ({order}) lacks what others found"


def main(build, count):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([build / "bin/make_articles", folder, str(count)], check=True)
        files = sorted(p for p in pathlib.Path(folder).rglob("*") if p.is_file())
        quiet, _ = extract(build, folder, "--isolate")
        _, plain = extract(build, folder)
        given = orders(count)
        for index, order in given.items():
            files[index].write_text(files[index].read_text(encoding="utf-8") + f"\n\n{order}\n", encoding="utf-8")
        seconds, chaotic = extract(build, folder, "--isolate", "--max-seconds", str(SECONDS), "--max-memory", "512M")
    hangs = sum(order == "CHAOS-HANG" for order in given.values())
    print(f"{count} documents, {sum(order in FATAL for order in given.values())} crash, {hangs} hang for {SECONDS} s: {seconds:.1f} s, {quiet:.1f} s without")
    wrong = list(faults(plain, chaotic, given))
    for fault in wrong[:20]:
        print(fault)
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 2000))
