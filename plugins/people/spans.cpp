#include "spans.h"

#include <algorithm>

namespace dateline::people {
namespace {

constexpr std::uint32_t most_parts = 8;         // Hamdan bin Mohammed bin Rashid Al Maktoum
constexpr std::uint32_t most_parts_in_long = 3; // a longer run is a line of capitals or a list of words
constexpr std::uint32_t long_run = 48;

class Stretch {
public:
    Stretch(const Document& document, const std::vector<Part>& parts, std::uint32_t run_first, std::vector<Span>& spans)
        : document_(document), parts_(parts), run_first_(run_first), run_end_(static_cast<std::uint32_t>(parts.size())),
          most_(run_end_ - run_first > long_run ? most_parts_in_long : most_parts), spans_(spans) {}

    void add(std::uint32_t first, std::uint32_t end) {
        for (std::uint32_t from = first; from < end; ++from) {
            if (!can_begin(from, first)) {
                continue;
            }
            for (std::uint32_t to = from + 1; to <= std::min(end, from + most_); ++to) {
                if (can_end(to, from, end)) {
                    submit(from, to);
                }
                if (to > from + 1) {
                    submit_glued(from, to);
                }
            }
        }
    }

private:
    bool can_begin(std::uint32_t part, std::uint32_t first) const {
        if (parts_[part].is(kind::suffix | kind::nickname)) {
            return false;
        }
        if (part == first) {
            return true;
        }
        const Part& before = parts_[part - 1];
        return before.is(kind::something_else | kind::function_word) || parts_[part].is(kind::something_else) ||
               (before.is(kind::particle) && part == first + 1) ||
               (!before.is(kind::name_form) && parts_[part].is(kind::on_name_list)) ||
               (before.is(kind::initial) && before.is(kind::all_capitals)) ||  // K.H. Ahmad Zuhri
               (before.is(kind::all_capitals) && !parts_[part].is(kind::all_capitals));
    }

    bool can_end(std::uint32_t to, std::uint32_t from, std::uint32_t end) const {
        const Part& last = parts_[to - 1];
        if (last.is(kind::particle | kind::nickname) || (to == from + 1 && last.is(kind::initial))) {
            return false;
        }
        if (to == end) {
            return true;
        }
        const Part& next = parts_[to];
        return !next.is(kind::suffix) &&
               (next.is(kind::something_else) || last.is(kind::something_else) || (!next.is(kind::name_form) && last.is(kind::on_name_list)) ||
                (next.is(kind::all_capitals) && !last.is(kind::all_capitals)));
    }

    void submit(std::uint32_t from, std::uint32_t to) {
        Span span{from, to, run_first_, run_end_};
        for (std::uint32_t part = from; part < to; ++part) {
            span.words += parts_[part].is(kind::particle | kind::suffix | kind::nickname) ? 0 : 1;
        }
        span.begin_byte = document_.tokens()[parts_[from].first].begin;
        span.end_byte = document_.tokens()[parts_[to - 1].end - 1].end;
        if (span.words > 0) {
            spans_.push_back(span);
        }
    }

    // Text taken from pages has lost the break in "Jane DoeDirector" and "ContactJane Doe".
    void submit_glued(std::uint32_t from, std::uint32_t to) {
        const std::uint32_t front = parts_[from].cut, back = parts_[to - 1].cut;
        if ((front == 0) == (back == 0)) {
            return;
        }
        submit(from, to);
        Span& span = spans_.back();
        span.glued = true;
        span.begin_byte = front != 0 ? front : span.begin_byte;
        span.end_byte = back != 0 ? back : span.end_byte;
    }

    const Document& document_;
    const std::vector<Part>& parts_;
    std::uint32_t run_first_, run_end_, most_;
    std::vector<Span>& spans_;
};

// An ordinary word is a family name behind a given name (Jim Talent) or a title (Senator Talent), and not otherwise.
bool can_name(const std::vector<Part>& parts, std::uint32_t part, std::uint32_t run_first) {
    if (parts[part].can_name()) {
        return true;
    }
    const bool word = parts[part].is(kind::common_word | kind::thing_word) && !parts[part].is(kind::hyphenated | kind::calendar | kind::demonym);
    return word && part > run_first && parts[part - 1].is(kind::given | kind::asian_surname | kind::title);
}

}  // namespace

void add_spans(const Document& document, const std::vector<Part>& parts, std::uint32_t run_first, std::vector<Span>& spans) {
    Stretch stretch(document, parts, run_first, spans);
    const auto run_end = static_cast<std::uint32_t>(parts.size());
    for (std::uint32_t first = run_first; first < run_end;) {
        std::uint32_t end = first;
        while (end < run_end && can_name(parts, end, run_first)) {
            ++end;
        }
        stretch.add(first, end);
        first = end + 1;
    }
}

}  // namespace dateline::people
