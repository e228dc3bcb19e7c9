#!/usr/bin/env python3
"""Speed and memory of the whole program, as ratios within one run.

    speed.py BUILD_FOLDER [FOLDER_OF_TEXTS]     generated articles when no folder is given
    speed.py BUILD_FOLDER --memory [COUNT]      the largest resident size over COUNT (100,000) generated articles

CPU time is user and system time of `dateline extract -j 1` against `LC_ALL=C.UTF-8 wc -w` on the same files, the median of 5
runs taken in turns; -j 2 against -j 1 is wall time; a cold start is one article, the median of 21 runs.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5


def run(command, environment=None):
    """(CPU seconds, wall seconds, largest resident size in MiB) of a command whose output is thrown away."""
    begin = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, env={**os.environ, **(environment or {})})
        _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"speed.py: {command[0]} ended with {os.waitstatus_to_exitcode(status)}; run it by hand to see why")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024


def make_articles(build, folder, count):
    subprocess.run([build / "bin/make_articles", folder, str(count)], check=True)


def speed(build, folder):
    dateline = str(build / "bin/dateline")
    files = sorted(str(p) for p in pathlib.Path(folder).rglob("*") if p.is_file())
    size = sum(os.path.getsize(f) for f in files) / 1e6
    with tempfile.NamedTemporaryFile("w", suffix=".list") as names:
        names.write("\0".join(files))
        names.flush()
        wc, one, two, wall_one, wall_two = [], [], [], [], []
        for _ in range(ROUNDS):
            wc.append(run(["wc", "-w", f"--files0-from={names.name}"], {"LC_ALL": "C.UTF-8"})[0])
            cpu, wall, _ = run([dateline, "extract", "--no-config", "-q", "-j", "1", str(folder)])
            one.append(cpu), wall_one.append(wall)
            cpu, wall, memory = run([dateline, "extract", "--no-config", "-q", "-j", "2", str(folder)])
            two.append(cpu), wall_two.append(wall)
    start = statistics.median(run([dateline, "extract", "--no-config", "-q", files[len(files) // 2]])[1] for _ in range(21))
    reference, ours = statistics.median(wc), statistics.median(one)
    print(f"{len(files)} files, {size:.1f} MB, {os.cpu_count()} cores")
    print(f"wc -w (C.UTF-8)           {reference:8.3f} s CPU")
    print(f"dateline extract -j 1     {ours:8.3f} s CPU   {ours / reference:5.2f} times wc -w   {size / ours:6.1f} MB/s")
    print(f"-j 2 against -j 1         {statistics.median(wall_one) / statistics.median(wall_two):8.2f} times as fast (wall)")
    print(f"largest resident, -j 2    {memory:8.1f} MiB")
    print(f"one article, cold start   {start * 1000:8.1f} ms")


def memory(build, count):
    with tempfile.TemporaryDirectory() as folder:
        for part in (count // 10, count):
            make_articles(build, folder, part)
            largest = run([str(build / "bin/dateline"), "extract", "--no-config", "-q", "-j", "2", folder])[2]
            print(f"{part} articles, -j 2: largest resident size {largest:.1f} MiB")


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)
    build = pathlib.Path(arguments[0])
    if arguments[1:2] == ["--memory"]:
        memory(build, int(arguments[2]) if len(arguments) > 2 else 100_000)
    elif len(arguments) > 1:
        speed(build, arguments[1])
    else:
        with tempfile.TemporaryDirectory() as folder:
            make_articles(build, folder, 5000)
            speed(build, folder)


if __name__ == "__main__":
    main(sys.argv[1:])
