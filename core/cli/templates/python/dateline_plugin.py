"""A dateline plugin in Python: what its program says and hears, as docs/LINES.md of dateline has it.

    from dateline_plugin import Mention, run

    def extract(document):
        for found in re.finditer("[A-Z]+-[0-9]+", document.text):
            yield Mention(found.start(), found.end(), "ticket", "code", confidence=0.9, code=found[0])

    run(extract)

`document` has text, title, language, published, blocks, sentences, tokens, hits, matches and mentions, each with its fields as attributes: document.hits[0].value.
All places are indexes into document.text. What is printed comes out on standard error. An exception costs this plugin's part of the document.
"""
import json
import os
import sys
import traceback
from types import SimpleNamespace


settings = {}  # by name, what the user has set for those of the manifest; filled in when run() begins


class Reason(dict):
    """Evidence of data/evidence.tsv, and the words it points at."""

    def __init__(self, evidence, begin=0, end=0):
        super().__init__(evidence=evidence, begin=begin, end=end)


class _Statement(dict):
    def __init__(self, because, confidence, **fields):
        super().__init__(because=[Reason(one) if isinstance(one, str) else one for one in because], confidence=confidence, **fields)
        if not because:
            del self["because"]


class Mention(_Statement):
    """Words that may be one of the type. It needs reasons (`because`: names of evidence, or Reasons) or a confidence from 0 to 1."""
    kind = "mentions"

    def __init__(self, begin, end, type, rule, /, *, because=(), confidence=None, **attributes):
        super().__init__(because, confidence, begin=begin, end=end, type=type, rule=rule, attributes=attributes)


class Fact(_Statement):
    """What the words say of a mention, which is one of document.mentions. For relate."""
    kind = "facts"

    def __init__(self, fact, subject, begin, end, rule, /, *, because=(), confidence=None, **fields):
        values = {name: value.handle if isinstance(value, SimpleNamespace) else value for name, value in fields.items()}
        super().__init__(because, confidence, fact=fact, subject=subject.handle, begin=begin, end=end, rule=rule, fields=values)


class Link(_Statement):
    """Two of document.mentions that name one thing: the alias, the fuller name, and the words that say so. For relate."""
    kind = "links"

    def __init__(self, reason, alias, name, begin, end, rule, /, *, because=(), confidence=None):
        super().__init__(because, confidence, **{"reason": reason, "from": alias.handle, "to": name.handle, "begin": begin, "end": end, "rule": rule})


class Diagnostic(dict):
    """A note in the record. The severity is info, warning or error."""
    kind = "diagnostics"

    def __init__(self, severity, code, message, begin=0, end=0):
        super().__init__(severity=severity, code=code, message=message, begin=begin, end=end)


def run(extract=None, relate=None):
    """Answers until there is nothing more to answer. Both take a document and give mentions, facts, links and diagnostics."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout.reconfigure(line_buffering=True)
    settings.update(json.loads(sys.stdin.buffer.readline() or "{}").get("settings", {}))
    _send(answers, {"lines": 1, "extract": extract is not None, "relate": relate is not None})
    for line in sys.stdin.buffer:
        document = json.loads(line, object_hook=lambda fields: SimpleNamespace(**fields))
        _send(answers, _answer(extract if document.stage == "extract" else relate, document))


def _answer(function, document):
    answer = {}
    try:
        found = function(document) or ()
        for one in [found] if isinstance(found, dict) else found:  # "return Mention(…)" gives one
            answer.setdefault(one.kind, []).append(one)
    except Exception as error:
        traceback.print_exc()
        sys.stderr.flush()
        where = traceback.extract_tb(error.__traceback__)[-1]
        return {"error": f"{type(error).__name__}: {error} ({os.path.basename(where.filename)}, line {where.lineno})"}
    return answer


def _send(answers, answer):
    answers.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    answers.flush()
