#include "words.h"

namespace dateline::dates {

Words::Words(const Host& host)
    : before_date(host.mask("before-date")),
      before_year(host.mask("before-year")),
      future(host.mask("future-word")),
      past(host.mask("past-word")),
      fiscal(host.mask("fiscal")),
      counted(host.mask("counted")),
      number_lead(host.mask("number-lead")),
      law(host.mask("law")),
      year_noun(host.mask("year-noun")),
      published_label(host.mask("published-label")),
      after_published(host.mask("after-published")),
      dateline_word(host.mask("dateline-word")),
      reporter(host.mask("reporter-word")),
      copyright(host.mask("copyright")),
      after_day(host.mask("after-day")),
      ordinal_noun(host.mask("ordinal-noun")),
      time(host.mask("time-word")),
      nowadays_next(host.mask("nowadays-next")),
      more_than(host.mask("more-than")),
      month(host.mask("month") | host.mask("month-capital") | host.mask("month-short")),
      weekday(host.mask("weekday")) {}

char Around::mark(std::int64_t token) const {
    if (!is(token, DATELINE_TOKEN_PUNCTUATION)) {
        return 0;
    }
    const std::string_view folded = document_.folded(static_cast<std::size_t>(token));
    return folded.size() == 1 ? folded.front() : '\0';
}

bool Around::is_dash(std::int64_t token) const {
    return mark(token) == '-' || (is(token, DATELINE_TOKEN_PUNCTUATION) && document_.folded(static_cast<std::size_t>(token)) == "—");
}

bool Around::same_sentence(std::int64_t a, std::int64_t b) const {
    return exists(a) && exists(b) &&
           document_.tokens()[static_cast<std::size_t>(a)].sentence == document_.tokens()[static_cast<std::size_t>(b)].sentence;
}

}  // namespace dateline::dates
