#!/usr/bin/env python3
"""`dateline ingest` against a bare SQLite program that extracts nothing and writes the same rows in transactions of the same size.

    ingest.py BUILD_FOLDER [COUNT [ROUNDS]]   COUNT (5,000) generated articles; wall time, medians of ROUNDS (5) in which each runs once
    ingest.py BUILD_FOLDER --memory [COUNT]   the largest resident size over a tenth of COUNT (100,000) and COUNT generated articles, and of a second run

Stores lie in TMPDIR: what is measured is the disk below it too.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from speed import make_articles, run

BATCH = 128  # core/ingest/intake.h


def ingest(build, store, folder, jobs=None):
    command = [str(build / "bin/dateline"), "ingest", "--no-config", "-q", "--store", str(store), str(folder)]
    return run(command + (["-j", str(jobs)] if jobs else []))


def remove(store):
    for path in store.parent.glob(store.name + "*"):
        path.unlink()


def compare(build, work, count=5000, rounds=5):
    articles = work / "articles"
    make_articles(build, articles, count)
    whole, store = work / "whole.db", work / "round.db"
    ingest(build, whole, articles)
    ours, one, bare, cpu, again = [], [], [], [], []
    for _ in range(rounds):
        used, wall, _ = ingest(build, store, articles)
        ours.append(wall)
        cpu.append(used)
        again.append(ingest(build, store, articles)[1])
        remove(store)
        bare.append(float(subprocess.run([build / "bin/bare_store", whole, store, str(BATCH)], capture_output=True, text=True, check=True).stdout))
        remove(store)
        one.append(ingest(build, store, articles, 1)[1])
        remove(store)
    print(f"{count} articles, {os.cpu_count()} cores, store of {whole.stat().st_size / 1e6:.1f} MB, {BATCH} documents in a transaction; medians of {rounds} rounds, shares of the bare program's run of the same round")
    show("bare SQLite program", count, bare)
    show("dateline ingest", count, ours, f"{share(bare, ours)}   ({statistics.median(cpu):.3f} s CPU)")
    show("dateline ingest -j 1", count, one, share(bare, one))
    show("a second run", count, again)


def share(bare, ours):
    shares = sorted(b / o for b, o in zip(bare, ours))
    return f"{statistics.median(shares):5.2f} of the bare program ({shares[0]:.2f} to {shares[-1]:.2f})"


def show(name, count, times, more=""):
    time = statistics.median(times)
    print(f"{name:25} {time:8.3f} s   {count / time:8.0f} documents a second   {more}".rstrip())


def memory(build, work, count):
    for part in (count // 10, count):
        articles, store = work / str(part), work / f"{part}.db"
        make_articles(build, articles, part)
        first, second = ingest(build, store, articles)[2], ingest(build, store, articles)[2]
        print(f"{part} articles: largest resident size {first:.1f} MiB, of a second run {second:.1f} MiB")


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)
    build = pathlib.Path(arguments[0])
    with tempfile.TemporaryDirectory() as work:
        if arguments[1:2] == ["--memory"]:
            memory(build, pathlib.Path(work), int(arguments[2]) if len(arguments) > 2 else 100_000)
        else:
            compare(build, pathlib.Path(work), *map(int, arguments[1:3]))


if __name__ == "__main__":
    main(sys.argv[1:])
