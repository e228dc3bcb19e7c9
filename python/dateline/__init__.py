"""dateline: reads press releases and news articles and gives what they state, each fact with its place in the text.

    import dateline
    engine = dateline.Engine()
    for mention in engine.read("On 2024-04-01 Li Na, President of Harbour Bank, resigned.").mentions:
        print(mention.type, mention.text, mention.start, mention.end)

docs/RECORD.md defines the records, docs/LIBRARY.md tells more of this package.
"""
from ._dateline import Error
from ._dateline import version as __version__
from .document import Document, Entity, Mention
from .engine import Engine, Plugin, Type

__all__ = ["Document", "Engine", "Entity", "Error", "Mention", "Plugin", "Type", "__version__"]
