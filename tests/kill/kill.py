#!/usr/bin/env python3
"""Kills `dateline ingest` and sees that each document is in the store exactly once, whole, and comes out by cursor exactly once.

    kill.py BUILD_FOLDER [--documents 2000] [--kills 1000] [--seed 1] [--in-process]
    kill.py BUILD_FOLDER --disk        a full disk, a limit on the size of files, a store that is read-only

Rounds of one ingest each, into a store of its own: up to ten runs are ended by SIGKILL, at a moment drawn from the measured length of a run or at a
fault point (before and within a write, before and after a commit), then one goes to its end. A consumer reads by cursor meanwhile and after each kill. At
the end the store must hold each document once. The kills are of the command, of a worker process, and of
both; a document may be partial, since a worker's death is blamed on the plugin that was at work, and what was found may be less. With --in-process there are no workers, and
the store must hold, times apart, exactly what a run holds that nobody disturbed.
"""
import argparse
import contextlib
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PLACES = ("before-write", "in-write", "before-commit", "after-commit")
MOST_KILLS = 10
BATCH = 128  # documents in a transaction
TABLES = {
    "documents": "id, cursor, name, version, status, attempts, cause, same_as, source, sha256, bytes, media_type, title, language, published",
    "records": "*", "entities": "*", "mentions": "*", "facts": "*", "quarantine": "*", "state": "*",
}


class Tool:
    def __init__(self, build, store, isolated=False):
        self.program = build / "tests/bare/bin/dateline_faults"
        self.plugin = build / "tests/plugins/words"
        self.store, self.isolated = store, isolated

    def ingest(self, *arguments):
        return [self.program, "ingest", "--no-config", "-j", "2", "--plugin", self.plugin, "--store", self.store, *([] if self.isolated else ["--in-process"]), *arguments]

    def export(self, after):
        command = [self.program, "export", "--no-config", "--store", self.store, "--after", str(after)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return [json.loads(line)["store"] for line in done.stdout.splitlines()]


def write_documents(folder, count, chance):
    """Small and large ones, some that no reader knows, some whose bytes are another's."""
    for i in range(count):
        text = f"Harbour notice {i}\n\nLi Na spoke in Eastport on March 21, 2024.\n" * (400 if chance.random() < 0.02 else 1)
        kind = chance.random()
        if kind < 0.03:
            text = "%PDF-1.4 " + text
        elif kind < 0.06 and i > 0:
            text = "Harbour notice 0\n\nLi Na spoke in Eastport on March 21, 2024.\n"
        path = folder / f"{i % 10}" / f"{i}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


def content(store):
    with contextlib.closing(sqlite3.connect(store)) as database:
        problem = database.execute("PRAGMA integrity_check").fetchone()[0]
        if problem != "ok":
            sys.exit(f"kill.py: {store} is damaged: {problem}")
        database.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        return {table: database.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3" if table not in ("state", "quarantine") else f"SELECT {columns} FROM {table} ORDER BY 1").fetchall()
                for table, columns in TABLES.items()}


class Consumer:
    """Takes what is new since last time."""

    def __init__(self, tool):
        self.tool, self.cursor, self.seen = tool, 0, []

    def take(self):
        if not os.path.exists(self.tool.store):
            return
        try:
            new = self.tool.export(self.cursor)
        except subprocess.CalledProcessError as error:  # killed before there were tables
            if "holds nothing yet" not in error.stderr:
                sys.exit(f"kill.py: export failed: {error.stderr}")
            return
        self.seen += [(one["name"], one["version"]) for one in new]
        self.cursor = new[-1]["cursor"] if new else self.cursor


def processes_below(process):
    """Its children and theirs."""
    try:
        below = [int(one) for one in pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []
    return below + [one for child in below for one in processes_below(child)]


def kill_a_worker(process, chance):
    workers = processes_below(process)[1:]  # the first is the nursery, which the command does not outlive
    if workers:
        with contextlib.suppress(ProcessLookupError):
            os.kill(chance.choice(workers), signal.SIGKILL)
    return len(workers) > 0


def run_and_kill(tool, inbox, length, writes, consumer, chance):
    """One run that is to be killed, with so many documents left to write, in so many seconds. How many were: none when it came to its end before that."""
    environment = dict(os.environ)
    moment = None
    if chance.random() < 0.5:
        moment = chance.uniform(0, length)
    else:
        place = chance.choice(PLACES)
        most = writes if place in ("before-write", "in-write") else max(1, writes // BATCH)
        environment["DATELINE_FAULT"] = f"{place}:{chance.randint(1, most)}"
    child = subprocess.Popen(tool.ingest(inbox), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if moment is not None:
        begin = time.monotonic()
        if chance.random() < 0.3:
            consumer.take()
        time.sleep(max(0, moment - (time.monotonic() - begin)))
        whom = chance.choice(("command", "worker", "both")) if tool.isolated else "command"
        worker_killed = whom != "command" and kill_a_worker(child.pid, chance)
        if whom != "worker":
            child.send_signal(signal.SIGKILL)
        return (child.wait() == -signal.SIGKILL) + worker_killed
    return child.wait() == -signal.SIGKILL


def one_round(build, folder, inbox, length, wanted, limit, chance, isolated):
    store = folder / "round.db"
    for old in folder.glob("round.db*"):
        old.unlink()
    tool, kills = Tool(build, store, isolated), 0
    consumer = Consumer(tool)
    for _ in range(min(MOST_KILLS, limit)):
        left = sum(row[4] != "copy" for row in wanted["documents"]) - len(consumer.seen)
        if left <= 0:  # what failed, since its worker was killed, comes twice
            break
        kills += run_and_kill(tool, inbox, max(0.05, length * left / len(wanted["documents"])), left, consumer, chance)
        consumer.take()
    subprocess.run(tool.ingest(inbox), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    consumer.take()
    found = content(store)
    (check_isolated if isolated else check_whole)(wanted, content(store), consumer.seen, kills)
    return kills


def check_whole(wanted, found, seen, kills):
    compare(wanted, found, kills)
    expected = [(row[2], row[3]) for row in sorted(wanted["documents"], key=lambda row: row[1]) if row[4] != "copy"]
    if seen != expected:
        sys.exit(f"kill.py: by cursor came {len(seen)} documents ({len(set(seen))} of them different), not {len(expected)}")


def check_isolated(wanted, found, seen, kills):
    """Each document is there once. One that was in a reader when its worker died has failed, is tried again by the next run, and may come by cursor twice."""
    compare({"documents": [row[2:4] for row in wanted["documents"]]}, {"documents": [row[2:4] for row in found["documents"]]}, kills)
    once = [row[2:4] for row in found["documents"] if row[4] != "copy" and row[5] == 1]
    if any(seen.count(one) != 1 for one in once) or not {row[2:4] for row in found["documents"] if row[4] != "copy"} <= set(seen):
        sys.exit(f"kill.py: by cursor came {len(seen)} documents ({len(set(seen))} of them different), and not each once")


def compare(wanted, found, kills):
    for table in wanted:
        if wanted[table] != found[table]:
            missing, surplus = set(wanted[table]) - set(found[table]), set(found[table]) - set(wanted[table])
            sys.exit(f"kill.py: after {kills} kills {table} has {len(found[table])} rows, not {len(wanted[table])}; missing {list(missing)[:3]}, surplus {list(surplus)[:3]}")


def kill(build, folder, documents, kills, seed, isolated):
    chance = random.Random(seed)
    inbox = folder / "inbox"
    inbox.mkdir()
    write_documents(inbox, documents, chance)
    before = sorted((path, path.stat().st_mtime_ns) for path in inbox.rglob("*"))
    begin = time.monotonic()
    subprocess.run(Tool(build, folder / "whole.db", isolated).ingest(inbox), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    length = time.monotonic() - begin
    wanted = content(folder / "whole.db")
    if len(wanted["documents"]) != documents:
        sys.exit(f"kill.py: an undisturbed run took in {len(wanted['documents'])} documents of {documents}")
    done = rounds = 0
    while done < kills:
        done += one_round(build, folder, inbox, length, wanted, kills - done, chance, isolated)
        rounds += 1
    if before != sorted((path, path.stat().st_mtime_ns) for path in inbox.rglob("*")):
        sys.exit("kill.py: the inbox was written to")
    print(f"{done} kills in {rounds} ingests of {documents} documents ({length:.2f} s each undisturbed): nothing lost, nothing twice")


def check(what, done, words):
    if done.returncode != 1 or words not in done.stderr:
        sys.exit(f"kill.py: {what}: exit {done.returncode}, said: {done.stderr.strip()}")


def complete(tool, inbox, wanted, what):
    subprocess.run(tool.ingest(inbox), capture_output=True)
    compare(wanted, content(tool.store), 0)
    print(f"{what}: a clear error, and nothing lost")


def mounted(folder, options):
    folder.mkdir()
    return subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True).returncode == 0


def disk(build, folder):
    inbox = folder / "inbox"
    inbox.mkdir()
    write_documents(inbox, 500, random.Random(1))
    subprocess.run(Tool(build, folder / "whole.db").ingest(inbox), capture_output=True)
    wanted = content(folder / "whole.db")

    tool = Tool(build, folder / "limited.db")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
    check("a limit on the size of files", subprocess.run(tool.ingest(inbox), capture_output=True, text=True, preexec_fn=limit), "the store '")
    complete(tool, inbox, wanted, "a limit on the size of files")

    small = folder / "small"
    if not mounted(small, "size=700k"):
        print("a full disk, a read-only disk: skipped, no permission to mount one")
        return
    try:
        tool = Tool(build, small / "a.db")
        check("a full disk", subprocess.run(tool.ingest(inbox), capture_output=True, text=True), "cannot")
        subprocess.run(["mount", "-o", "remount,size=100m", small], check=True)
        complete(tool, inbox, wanted, "a full disk")
        subprocess.run(["mount", "-o", "remount,ro", small], check=True)
        (inbox / "new.txt").write_text("Wang came.\n")
        check("a read-only disk", subprocess.run(tool.ingest(inbox), capture_output=True, text=True), "the store '")
        if len(tool.export(0)) != sum(row[4] != "copy" for row in wanted["documents"]):
            sys.exit("kill.py: a store on a read-only disk cannot be read")
        print("a read-only disk: a clear error, and it can be read")
    finally:
        subprocess.run(["umount", small])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--in-process", action="store_true")
    parser.add_argument("--disk", action="store_true")
    arguments = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dateline-kill-"))
    try:
        if arguments.disk:
            disk(arguments.build.resolve(), folder)
        else:
            kill(arguments.build.resolve(), folder, arguments.documents, arguments.kills, arguments.seed, not arguments.in_process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
