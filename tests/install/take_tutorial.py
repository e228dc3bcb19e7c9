"""Writes the files that docs/PLUGINS.md shows: take_tutorial.py PAGE FOLDER."""
import pathlib
import re
import sys

FILES = {"json": "plugin.json", "rules": "data/tickets.rules", "tsv": "data/evidence.tsv", "cpp": "tickets.cpp", "cmake": "CMakeLists.txt"}

folder = pathlib.Path(sys.argv[2])
(folder / "data").mkdir(parents=True, exist_ok=True)
for language, content in re.findall(r"^```(\w+)\n(.*?)^```$", pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
    (folder / FILES[language]).write_text(content, encoding="utf-8")
