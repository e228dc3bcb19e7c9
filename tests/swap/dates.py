"""Moves dates in words and values: by whole weeks for days, by as many months and years as the publication date moves for the rest."""
import datetime
import re

MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
MONTH_WORD = re.compile(r"\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|\b(?:" + "|".join(MONTHS) + r")\b")
DAY_NUMBER = re.compile(r"\b(\d{1,2})(st|nd|rd|th)?\b")
YEAR = re.compile(r"\b\d{4}\b")


def is_day(value):
    return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


def ordinal(day):
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


class Move:
    def __init__(self, weeks, published):
        self.delta = datetime.timedelta(weeks=weeks)
        new = datetime.date.fromisoformat(published) + self.delta
        old = datetime.date.fromisoformat(published)
        self.years = new.year - old.year
        self.months = 12 * self.years + new.month - old.month

    def value(self, value):
        """Of a day, month, year or a range of them. A season's months move by whole years, or it would be another season."""
        if "/" in value:
            ends = value.split("/")
            whole_years = not all(map(is_day, ends))
            return "/".join(self.by_years(end) if whole_years else self.value(end) for end in ends)
        if is_day(value):
            return (datetime.date.fromisoformat(value) + self.delta).isoformat()
        if re.fullmatch(r"\d{4}-\d\d", value):
            year, month = divmod(int(value[:4]) * 12 + int(value[5:]) - 1 + self.months, 12)
            return f"{year}-{month + 1:02}"
        return self.by_years(value)

    def by_years(self, value):
        return f"{int(value[:4]) + self.years}{value[4:]}"

    def text(self, value, text):
        """The words for the moved value; those without month, day or year stay as they are."""
        new = self.value(value)
        if text == value:
            return new
        ends = new.split("/")
        text = in_order(MONTH_WORD, text, ends, lambda found, end: (SHORT if found[0].endswith(".") else MONTHS)[int(end[5:7]) - 1])
        if all(map(is_day, ends)):
            text = in_order(DAY_NUMBER, text, ends, lambda found, end: str(int(end[8:])) + (ordinal(int(end[8:])) if found[2] else ""))
        return in_order(YEAR, text, ends[-len(YEAR.findall(text)):], lambda found, end: end[:4])


def in_order(pattern, text, ends, change):
    """Changes the first place for the first end of a range, the second for the second."""
    count = iter(range(len(text)))
    return pattern.sub(lambda found: change(found, ends[min(next(count), len(ends) - 1)]), text)


def pick_move(pick, published, found):
    """A move by up to ten years that changes what the words imply for none of the dates (value, text)."""
    while True:
        move = Move(pick.choice([weeks for weeks in range(-520, 521) if abs(weeks) > 8]), published)
        if all(keeps_sense(move, published, value, text) for value, text in found):
            return move


def keeps_sense(move, published, value, text):
    ends, new = value.split("/"), move.value(value).split("/")
    new_published = move.value(published)
    if YEAR.search(text) is None:  # the year is implied by the publication date
        return all(int(a[:4]) - int(published[:4]) == int(b[:4]) - int(new_published[:4]) for a, b in zip(ends, new))
    return len(new) == 1 or new[0][:4] == new[1][:4] or ends[0][:4] != ends[1][:4]
