#!/usr/bin/env python3
"""Readers that are loaded only when a document has one of their signatures give the records that readers loaded at the start give.

    signatures.py DATELINE PLUGINS [FOLDER ...]     plugins as they are built, and documents of all formats

Compares two runs over all documents; in the second one no manifest has signatures. Exit status 1 when a record differs.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile


def without_signatures(plugins, folder):
    for plugin in plugins.iterdir():
        copy = folder / plugin.name
        copy.mkdir()
        for file in plugin.iterdir():
            if file.name != "plugin.json":
                (copy / file.name).symlink_to(file)
        manifest = json.loads((plugin / "plugin.json").read_text(encoding="utf-8"))
        manifest.pop("signatures", None)
        (copy / "plugin.json").write_text(json.dumps(manifest), encoding="utf-8")


def records(dateline, folders, plugin_path):
    command = [dateline, "extract", "--no-config", "--quiet", "--with-text", *folders]
    ran = subprocess.run(command, capture_output=True, env={**os.environ, "DATELINE_PLUGIN_PATH": str(plugin_path)}, check=False)
    return ran.stdout.splitlines()


def main(dateline, plugins, *folders):
    folders = [folder for folder in folders if os.path.isdir(folder)]
    with tempfile.TemporaryDirectory() as temporary:
        without_signatures(pathlib.Path(plugins).absolute(), pathlib.Path(temporary))
        late, at_once = records(dateline, folders, ""), records(dateline, folders, temporary)
    wrong = [json.loads(a)["document"]["source"] for a, b in zip(late, at_once) if a != b]
    print(f"{len(late)} records, {len(at_once)} with all readers loaded at the start; that differ: {', '.join(wrong) or 'none'}")
    return 1 if wrong or not late or len(late) != len(at_once) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
