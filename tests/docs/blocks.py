"""Runs the console blocks of the documentation and compares what they print, or writes it anew.

    blocks.py check|renew DATELINE

A block is ```console, a line "$ command" and what the command prints; it may hold several. Commands run in the project's folder.
Blocks of ```figures are only written anew, and only where the corpus lies beside the project.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(__file__).parents[2]
KINDS = ("console", "figures")
BLOCKS = {kind: re.compile(rf"(?<=^```{kind}\n).*?(?=^```$)", re.MULTILINE | re.DOTALL) for kind in KINDS}
PAGES = [SOURCE / "README.md", *sorted((SOURCE / "docs").glob("*.md")), *sorted((SOURCE / "plugins").glob("*/README.md"))]


def printed(command, program):
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "NO_COLOR": "1", "COLUMNS": "130"}
    return subprocess.run(["bash", "-c", command], cwd=SOURCE, env=environment, capture_output=True, text=True).stdout


def run_again(block, program):
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{line}\n{printed(line[2:], program)}" for line in commands)


def main(what, program):
    wrong = 0
    for page in PAGES:
        old = page.read_text(encoding="utf-8")
        new = BLOCKS["console"].sub(lambda found: run_again(found[0], program), old)
        if what == "renew" and (SOURCE.parent / "shared" / "corpus").exists():
            new = BLOCKS["figures"].sub(lambda found: run_again(found[0], program), new)
        if old != new and what == "renew":
            page.write_text(new, encoding="utf-8")
        elif old != new:
            wrong += 1
            sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), str(page), "now"))
    if wrong:
        sys.exit(f"{wrong} pages show what is not so any more. Renew them by scripts/renew-golden, and look at the difference.")


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
