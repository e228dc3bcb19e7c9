#include "words.h"

namespace dateline::dates {

Words::Words(const Host& host)
    : before_date(host.mask("before-date")),
      before_year(host.mask("before-year")),
      before_old_year(host.mask("before-old-year")),
      before_numeric(host.mask("before-numeric")),
      article(host.mask("article")),
      small_word(host.mask("small-word")),
      year_noun(host.mask("year-noun")),
      day_part(host.mask("day-part")),
      future(host.mask("future-word")),
      past(host.mask("past-word")),
      deadline(host.mask("deadline-word")),
      fiscal(host.mask("fiscal")),
      money(host.mask("money")),
      counted(host.mask("counted")),
      ordinal_noun(host.mask("ordinal-noun")),
      number_lead(host.mask("number-lead")),
      number_name(host.mask("number-name")),
      law(host.mask("law")),
      event_head(host.mask("event-head")),
      weekday_name(host.mask("weekday-name")),
      name_month(host.mask("name-month")),
      more_than(host.mask("more-than")),
      after_may(host.mask("after-may")),
      recurring(host.mask("recurring")),
      invites(host.mask("invites")),
      nowadays_next(host.mask("nowadays-next")),
      day_word(host.mask("relative")),
      published_label(host.mask("published-label")),
      after_published(host.mask("after-published")),
      dateline_word(host.mask("dateline-word")),
      copyright(host.mask("copyright")),
      time(host.mask("time-word")),
      line_word(host.list("line-word")),
      number_order(host.list("number-order")),
      part(host.mask("part")),
      month(host.mask("month") | host.mask("month-capital") | host.mask("month-short")),
      weekday(host.mask("weekday")),
      decade(host.mask("decade") | host.mask("decade-short") | host.mask("decade-word") | host.mask("decade-possessive")),
      direction(host.mask("direction")) {}

char Around::mark(std::int64_t token) const {
    if (!is(token, DATELINE_TOKEN_PUNCTUATION)) {
        return 0;
    }
    const std::string_view mark = folded(token);
    return mark.size() == 1 ? mark.front() : '\0';
}

bool Around::says(std::int64_t token, std::uint32_t list, std::string_view value) const {
    if (!in(token, std::uint64_t{1} << list)) {
        return false;
    }
    const auto& hits = document_.hits();
    std::size_t low = 0, high = hits.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        (hits[middle].first_token < token ? low : high) = hits[middle].first_token < token ? middle + 1 : middle;
    }
    for (; low < hits.size() && hits[low].first_token == token; ++low) {
        const std::string_view values = hits[low].list == list ? view(hits[low].value) : std::string_view();
        for (std::size_t place = values.find(value); place != std::string_view::npos; place = values.find(value, place + 1)) {
            const std::size_t end = place + value.size();
            if ((place == 0 || values[place - 1] == ' ') && (end == values.size() || values[end] == ' ')) {
                return true;
            }
        }
    }
    return false;
}

bool Around::is_dash(std::int64_t token) const { return mark(token) == '-' || (is(token, DATELINE_TOKEN_PUNCTUATION) && folded(token) == "—"); }

bool Around::same_sentence(std::int64_t a, std::int64_t b) const {
    return exists(a) && exists(b) &&
           document_.tokens()[static_cast<std::size_t>(a)].sentence == document_.tokens()[static_cast<std::size_t>(b)].sentence;
}

bool Around::same_block(std::int64_t a, std::int64_t b) const {
    return exists(a) && exists(b) && &document_.block_of(static_cast<std::size_t>(a)) == &document_.block_of(static_cast<std::size_t>(b));
}

}  // namespace dateline::dates
