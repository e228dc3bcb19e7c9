#!/usr/bin/env python3
"""Writes plugins/html/months.tsv: names of months out of ICU's locale data (Debian package python3-icu).

    training/months.py > plugins/html/months.tsv
"""
import icu

# The most frequent first: where two languages disagree on a name and the page's language is not known, the first one counts.
LANGUAGES = ("en de fr es it pt nl pl ru uk cs sv da nb fi hu ro tr el bg hr sr sl sk lt lv et ca gl eu ar fa he hi bn ur ta te mr "
             "vi id ms th sq mk be is ga cy az kk ka hy sw af").split()
ENDINGS = ".׳"


def names(language):
    symbols = icu.DateFormatSymbols(icu.Locale(language))
    for context in (icu.DateFormatSymbols.FORMAT, icu.DateFormatSymbols.STANDALONE):
        for width in (icu.DateFormatSymbols.WIDE, icu.DateFormatSymbols.ABBREVIATED):
            for month, name in enumerate(symbols.getMonths(context, width)[:12], 1):
                yield name.rstrip(ENDINGS), month


def forms(name):
    """The reader makes ASCII lower case and nothing else."""
    for form in (name, name.lower(), name.capitalize(), name.upper()):
        yield "".join(c.lower() if c.isascii() else c for c in form)


def main():
    print("# title: Names of months in many languages")
    print("# source: ICU's locale data (Unicode CLDR), by training/months.py")
    print("# licence: Unicode-3.0")
    print("# columns: name, language, month; of languages that share a name the first counts when the page's is not known")
    seen = set()
    for language in LANGUAGES:
        for name, month in names(language):
            # A name of several words or with digits is no name that a word of a text can be looked up by.
            if len(name) < 3 or not name.isprintable() or any(c.isspace() or c.isdigit() or c in ".-'’" for c in name):
                continue
            for form in forms(name):
                if (form, language) not in seen:
                    seen.add((form, language))
                    print(form, language, month, sep="\t")


if __name__ == "__main__":
    main()
