from collections.abc import Callable

version: str

class Error(Exception): ...

class Engine:
    def __init__(
        self,
        plugins: list[str],
        plugin_directory: str,
        model: str,
        lexicons: list[str],
        settings: list[str],
        max_bytes: int,
        max_mentions: int,
        max_nesting: int,
        with_source: bool,
        log: Callable[[str], None],
    ) -> None: ...
    def process(self, bytes: bytes, name: str, media_type: str, charset: str) -> list[tuple[bytes, str]]: ...
    def process_file(self, path: bytes) -> list[tuple[bytes, str]]: ...
    def schema(self, strict: bool) -> str: ...
    def plugins(self) -> list[tuple[str, str, str, str, bool]]: ...
    def types(self) -> list[tuple[str, str, bool]]: ...
