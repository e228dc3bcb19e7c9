"""The engine: documents in, records out."""
from __future__ import annotations

import json
import logging
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple, Union

from . import _dateline
from .document import Document

Path = Union[str, os.PathLike]
Source = Union[str, bytes, bytearray, memoryview, os.PathLike]
"""A document: os.PathLike is a file, bytes are a file's content, str is the same as characters (plain text, HTML, Markdown)."""

_log = logging.getLogger("dateline")


class Plugin(NamedTuple):
    """A plugin that is there."""

    id: str
    version: str
    description: str
    folder: str
    is_reader: bool


class Type(NamedTuple):
    """A type of entities that records have: name "person", in the collection "people"."""

    name: str
    collection: str
    is_named: bool


class Engine:
    """Plugins, learned weights and lists, loaded once. Any number of threads may use it; they run in parallel.

    The options are those of `dateline extract`. What plugins say for people goes to the logger "dateline".
    Raises Error when something that an option names cannot be used.
    """

    def __init__(
        self,
        *,
        plugins: Iterable[Path] = (),
        plugin_directory: Path = "",
        model: Path = "",
        lexicons: Iterable[Path] = (),
        settings: Mapping[str, object] | None = None,
        max_bytes: int = 0,
        max_mentions: int = 0,
        max_nesting: int = 0,
        with_source: bool = False,
    ) -> None:
        """`plugins`: folders of plugins; `plugin_directory`: in place of the built-in ones; `model`: a folder of learned weights; `lexicons`: files
        with names of your own; `settings`: what plugins let users configure, {"PLUGIN.NAME": value}. Limits of 0 are the usual ones: 8 MiB, 20000 mentions, 16 documents inside one another."""
        self._engine = _dateline.Engine(
            [os.fspath(folder) for folder in plugins],
            os.fspath(plugin_directory),
            os.fspath(model),
            [os.fspath(file) for file in lexicons],
            [f"{name}={value}" for name, value in (settings or {}).items()],
            max_bytes,
            max_mentions,
            max_nesting,
            with_source,
            _log.info,
        )
        self._types = {type.collection: type.name for type in self.types}

    def extract(self, source: Source, *, name: str = "", media_type: str = "", charset: str = "") -> dict[str, Any]:
        """The record of a document, see docs/RECORD.md. One that cannot be read has a record too: record["document"]["status"] is "failed".

        A pathlib.Path is a file, bytes are a file's content, a str is the same as characters. The other arguments tell what is known of str or bytes; what a
        document is made of is seen by itself."""
        return json.loads(self._process(source, name, media_type, charset)[0][0])

    def extract_all(self, source: Source, *, name: str = "", media_type: str = "", charset: str = "") -> list[dict[str, Any]]:
        """The same, and after it the records of the documents inside it (of an archive, a mail, a feed), at any depth."""
        return [json.loads(record) for record, _ in self._process(source, name, media_type, charset)]

    def read(self, source: Source, *, name: str = "", media_type: str = "", charset: str = "") -> Document:
        """The same as an object to walk through; those inside it are in its `inner`."""
        documents = [Document(json.loads(record), text, self._types) for record, text in self._process(source, name, media_type, charset)]
        documents[0].inner = tuple(documents[1:])
        return documents[0]

    def pipe(self, sources: Iterable[Source], *, jobs: int | None = None) -> Iterator[Document]:
        """read() of many documents, in their order, `jobs` at a time (a core each when left out). `sources` may go on without end: only a few are read ahead."""
        jobs = jobs or os.cpu_count() or 1
        waiting: deque[Future[Document]] = deque()
        with ThreadPoolExecutor(jobs, thread_name_prefix="dateline") as pool:
            try:
                for source in sources:
                    waiting.append(pool.submit(self.read, source))
                    if len(waiting) >= 2 * jobs:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    @property
    def plugins(self) -> list[Plugin]:
        """In the order in which they run, readers last."""
        return [Plugin(*plugin) for plugin in self._engine.plugins()]

    @property
    def types(self) -> list[Type]:
        """In the order of the record."""
        return [Type(*type) for type in self._engine.types()]

    def schema(self, *, strict: bool = False) -> dict[str, Any]:
        """The JSON Schema (2020-12) of the records. `strict` forbids fields that it does not know."""
        return json.loads(self._engine.schema(strict))

    def _process(self, source: Source, name: str, media_type: str, charset: str) -> list[tuple[bytes, str]]:
        if isinstance(source, str):
            return self._engine.process(source.encode("utf-8"), name, media_type, "utf-8")
        if isinstance(source, (bytes, bytearray, memoryview)):
            return self._engine.process(bytes(source), name, media_type, charset)
        if isinstance(source, os.PathLike):
            if name or media_type or charset:
                raise TypeError("name, media_type and charset are for str and bytes; a file has its own")
            return self._engine.process_file(os.fsencode(source))
        raise TypeError(f"a document is a str, bytes or a pathlib.Path, not {type(source).__name__}")
