"""Codes that stand after the word “@TYPE@”. What they look like is in data/; this makes mentions of the rules' matches."""
from dateline_plugin import Mention, Reason, run


def extract(document):
    for match in document.matches:  # of the rules in data/@NAME@.rules; document.text[match.begin:match.end] are the words
        reason = Reason("after-word", match.outer_begin, match.begin)
        yield Mention(match.begin, match.end, "@TYPE@", "after-word", because=[reason], code=match.value)


run(extract)
