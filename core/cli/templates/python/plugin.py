"""Codes that stand after the word “@TYPE@”. What they look like is in data/; this makes mentions of the rules' matches."""
from dateline_plugin import Mention, Reason, run


def extract(document):
    for match in document.matches:  # of the rules in data/@NAME@.rules; document.text[match.begin:match.end] are the words
        captures = {one.name: one for one in match.captures}
        reason = Reason("after-word", captures["word"].begin, captures["word"].end)
        yield Mention(match.begin, match.end, "@TYPE@", "after-word", because=[reason], code=match.value, number=int(captures["digits"].value))


run(extract)
