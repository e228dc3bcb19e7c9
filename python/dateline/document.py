"""A record as objects to walk through: document, entities, mentions."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Mention:
    """A place in the text that names an entity: document.text[start:end] == text."""

    __slots__ = ("entity", "record")

    entity: Entity
    record: dict[str, Any]
    """All fields, see docs/RECORD.md; those of the type itself, such as `anchor` of a date, are attributes too."""

    def __init__(self, record: dict[str, Any], entity: Entity) -> None:
        self.record = record
        self.entity = entity

    @property
    def type(self) -> str:
        """ "person", as its entity's."""
        return self.entity.type

    @property
    def text(self) -> str:
        return self.record["text"]

    @property
    def start(self) -> int:
        return self.record["start"]

    @property
    def end(self) -> int:
        return self.record["end"]

    @property
    def confidence(self) -> float:
        return self.record["confidence"]

    @property
    def rule(self) -> str:
        return self.record["rule"]

    def __getattr__(self, name: str) -> Any:
        return _field(self, name)

    def __repr__(self) -> str:
        return f"<{self.type} {self.text!r} {self.start}–{self.end}>"


class Entity:
    """All mentions of one thing in a document."""

    __slots__ = ("document", "mentions", "record", "type")

    document: Document
    type: str
    mentions: tuple[Mention, ...]
    record: dict[str, Any]
    """All fields, see docs/RECORD.md; each is an attribute too: person.roles, date.value."""

    def __init__(self, record: dict[str, Any], type: str, document: Document) -> None:
        self.record = record
        self.type = type
        self.document = document
        self.mentions = tuple(Mention(mention, self) for mention in record["mentions"])

    @property
    def id(self) -> str:
        """ "p1", of this document only."""
        return self.record["id"]

    @property
    def name(self) -> str | None:
        """None for types without names, such as dates."""
        return self.record.get("name")

    def __getattr__(self, name: str) -> Any:
        return _field(self, name)

    def __repr__(self) -> str:
        return f"<{self.type} {self.id} {self.name or self.mentions[0].text!r}>"


class Document:
    """What was read and found. Each collection of entities is an attribute: document.organizations, document.people."""

    __slots__ = ("_by_id", "_collections", "entities", "inner", "mentions", "record", "text")

    record: dict[str, Any]
    """docs/RECORD.md."""
    text: str
    """What offsets count in; empty for a document that failed."""
    entities: tuple[Entity, ...]
    """In the order of the record."""
    mentions: tuple[Mention, ...]
    """In the order of the text."""
    inner: tuple[Document, ...]
    """The documents inside this one, at any depth; empty for those themselves."""

    def __init__(self, record: dict[str, Any], text: str, types: Mapping[str, str]) -> None:
        self.record = record
        self.text = text
        self.inner = ()
        self._collections = {
            collection: tuple(Entity(entity, types[collection], self) for entity in entities) for collection, entities in record["entities"].items()
        }
        self.entities = tuple(entity for entities in self._collections.values() for entity in entities)
        self.mentions = tuple(sorted((mention for entity in self.entities for mention in entity.mentions), key=lambda mention: mention.start))
        self._by_id = {entity.id: entity for entity in self.entities}

    def entity(self, id: str) -> Entity:
        """The entity that a fact refers to: document.entity(role["organization"]). Raises KeyError when there is none."""
        return self._by_id[id]

    @property
    def status(self) -> str:
        """ "complete", "partial" or "failed"."""
        return self.record["document"]["status"]

    @property
    def source(self) -> str:
        return self.record["document"]["source"]

    @property
    def title(self) -> str | None:
        return self.record["document"]["title"]

    @property
    def published(self) -> str | None:
        return self.record["document"]["published"]

    @property
    def diagnostics(self) -> list[dict[str, Any]]:
        """What went wrong or is worth knowing."""
        return self.record["diagnostics"]

    def __getattr__(self, name: str) -> Any:
        try:
            return object.__getattribute__(self, "_collections")[name]
        except KeyError:
            raise AttributeError(f"the document has no collection {name!r}; it has {', '.join(self._collections)}") from None

    def __repr__(self) -> str:
        return f"<Document {self.source!r} {self.status}, {len(self.entities)} entities>"


def _field(of: Mention | Entity, name: str) -> Any:
    record = object.__getattribute__(of, "record")
    try:
        return record[name]
    except KeyError:
        raise AttributeError(f"there is no field {name!r}; there are {', '.join(record)}") from None
