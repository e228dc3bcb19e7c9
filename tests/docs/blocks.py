"""Runs what the documentation shows and compares what is printed, or writes it anew.

    blocks.py check|renew DATELINE [PREFIX]

```console   lines "$ command", each with what it prints below. They run in the project's folder, with the DATELINE that was built.
```session   the same in a folder of the page's own, which is empty at first, with the dateline that is installed at PREFIX; passed over without one.
```KIND file=PATH   a listing that is written to PATH in that folder before the next session goes on.
```figures   only written anew, and only where the corpus lies beside the project.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).parents[2]
PAGES = [SOURCE / "README.md", *sorted((SOURCE / "docs").glob("*.md")), *sorted((SOURCE / "plugins").glob("*/README.md"))]
BLOCK = re.compile(r"^```(\w[^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def environment(prefix, program):
    own = {"NO_COLOR": "1", "COLUMNS": "130", "LC_ALL": "C.UTF-8", "PATH": f"{program.parent}:{os.environ['PATH']}"}
    if prefix:
        packages = ":".join(str(path) for path in prefix.rglob("pkgconfig"))
        own |= {"PATH": f"{prefix}/bin:{os.environ['PATH']}", "PKG_CONFIG_PATH": packages, "CMAKE_PREFIX_PATH": str(prefix), "CMAKE_GENERATOR": "Ninja"}
    return {**os.environ, **own}


class Page:
    def __init__(self, what, program, prefix, folder):
        self.what, self.program, self.prefix, self.folder = what, program, prefix, folder

    def printed(self, command, in_session):
        where, prefix = (self.folder, self.prefix) if in_session else (SOURCE, None)
        ran = subprocess.run(["bash", "-c", command], cwd=where, env=environment(prefix, self.program), stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT if in_session else subprocess.DEVNULL, text=True)
        printed = ran.stdout.replace(str(self.folder) + "/", "")
        return printed.replace(f" -DCMAKE_PREFIX_PATH={prefix}", "")  # which /usr and /usr/local do not need

    def ran(self, block, in_session):
        commands = [line for line in block.splitlines() if line.startswith("$ ")]
        return "\n".join(f"{line}\n{self.printed(line[2:], in_session)}" for line in commands)

    def block(self, found):
        head, text = found[1], found[2]
        kind, _, file = head.partition(" file=")
        if file:
            path = pathlib.Path(self.folder, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        renews_figures = self.what == "renew" and (SOURCE.parent / "shared" / "corpus").exists()
        if kind == "console" or (kind == "session" and self.prefix) or (kind == "figures" and renews_figures):
            text = self.ran(text, kind == "session")
        return f"```{head}\n{text}```"


def main(what, program, prefix=None):
    wrong = 0
    for path in PAGES:
        old = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            new = BLOCK.sub(Page(what, pathlib.Path(program).resolve(), prefix and pathlib.Path(prefix).resolve(), folder).block, old)
        if old != new and what == "renew":
            path.write_text(new, encoding="utf-8")
        elif old != new:
            wrong += 1
            sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), str(path), "now"))
    if wrong:
        sys.exit(f"{wrong} pages show what is not so any more. Renew them by scripts/renew-golden, and look at the difference.")


if __name__ == "__main__":
    main(*sys.argv[1:])
