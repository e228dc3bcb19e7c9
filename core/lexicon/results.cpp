#include "core/lexicon/results.h"

#include <algorithm>
#include <tuple>

namespace dateline::lexicon {
namespace {

std::string_view view(const dateline_string& string) {
    return {string.data, string.length};
}

class ResultWriter {
public:
    ResultWriter(const Lexicon::Tables& tables, std::string_view text, const text::Analysis& analysis, Matches& matches)
        : tables_(tables), text_(text), analysis_(analysis), tokens_(analysis.tokens), matches_(matches) {}

    void add(std::uint32_t rule, std::uint32_t first, std::uint32_t end, std::span<const Step> steps) {
        const RuleRow& row = tables_.rules[rule];
        dateline_match match = {rule, row.label, first, end - first, first, end - first, static_cast<std::uint32_t>(matches_.captures.size()), 0, {}};
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i].kind == Step::mark_begin) match.first_token = steps[i].begin;
            if (steps[i].kind == Step::mark_end) match.token_count = steps[i].end - match.first_token;
            if (steps[i].kind == Step::capture_end) capture(steps.subspan(0, i + 1));
            if (steps[i].kind == Step::expression) groups(steps[i]);
        }
        match.capture_count = static_cast<std::uint32_t>(matches_.captures.size()) - match.first_capture;
        if (row.part_count > 0) {
            const std::size_t begin = matches_.values.size();
            for (const TemplatePart& part : tables_.parts.subspan(row.first_part, row.part_count)) fill(part, match.first_capture);
            match.value = {matches_.values.data() + begin, matches_.values.size() - begin};
        }
        matches_.matches.push_back(match);
    }

private:
    /// Adds the capture that ends with the last of `steps`.
    void capture(std::span<const Step> steps) {
        const Step& end = steps.back();
        std::size_t begin = steps.size() - 1;
        for (std::uint32_t open = 1; open > 0 && begin > 0;) {
            --begin;
            if (steps[begin].argument != end.argument) continue;
            open += steps[begin].kind == Step::capture_end;
            open -= steps[begin].kind == Step::capture_begin;
        }
        const std::uint32_t first = steps[begin].begin, last = end.end;
        if (first == last) return;
        dateline_capture capture = {end.argument, first, last - first, no_index, verbatim(first, last)};
        for (const Step& step : steps.subspan(begin)) {
            if (step.begin != first || step.end != last) continue;
            if (step.kind == Step::mention) capture.mention = step.argument;
            if (step.kind == Step::entry && step.value.length > 0) capture.value = step.value;
        }
        matches_.captures.push_back(capture);
    }

    void groups(const Step& step) {
        const dateline_sentence& sentence = analysis_.sentences[tokens_[step.begin].sentence];
        const std::uint32_t begin = tokens_[sentence.first_token].begin, end = tokens_[sentence.first_token + sentence.token_count - 1].end;
        std::vector<ExpressionGroup> found;
        (*tables_.compiled)[step.argument].add_groups(text_.substr(begin, end - begin), begin, tokens_[step.begin].begin, tokens_[step.end - 1].end, found);
        for (const ExpressionGroup& group : found) {
            matches_.captures.push_back({group.capture, step.begin, step.end - step.begin, no_index, {group.text.data(), group.text.size()}});
        }
    }

    dateline_string verbatim(std::uint32_t first, std::uint32_t end) const {
        const std::string_view words = text_.substr(tokens_[first].begin, tokens_[end - 1].end - tokens_[first].begin);
        return {words.data(), words.size()};
    }

    void fill(const TemplatePart& part, std::uint32_t first_capture) {
        if (part.capture == no_index) return append(tables_.text(part.text));
        for (std::size_t i = matches_.captures.size(); i-- > first_capture;) {
            if (matches_.captures[i].name != part.capture) continue;
            const std::string_view value = view(matches_.captures[i].value);
            const bool is_number = value.find_first_not_of("0123456789") == std::string_view::npos;
            if (is_number && value.size() < part.width) append(std::string_view("000000000").substr(0, part.width - value.size()));
            return append(value);
        }
    }

    /// Values point into `values`, so when it must move, they move with it.
    void append(std::string_view more) {
        std::string& values = matches_.values;
        if (values.size() + more.size() > values.capacity()) {
            std::string larger;
            larger.reserve(std::max<std::size_t>(1024, 2 * (values.size() + more.size())));
            larger += values;
            for (dateline_match& match : matches_.matches) {
                if (match.value.length > 0) match.value.data = larger.data() + (match.value.data - values.data());
            }
            values.swap(larger);
        }
        values += more;
    }

    const Lexicon::Tables& tables_;
    std::string_view text_;
    const text::Analysis& analysis_;
    const std::vector<dateline_token>& tokens_;
    Matches& matches_;
};

}  // namespace

void add_match(const Lexicon::Tables& tables, std::string_view text, const text::Analysis& analysis, std::uint32_t rule, std::uint32_t first,
               std::uint32_t end, std::span<const Step> steps, Matches& matches) {
    ResultWriter(tables, text, analysis, matches).add(rule, first, end, steps);
}

void sort_matches(Matches& matches) {
    const auto key = [](const dateline_match& match) { return std::tuple(match.first_token, match.token_count, match.rule, match.outer_first); };
    const auto before = [key](const dateline_match& a, const dateline_match& b) { return key(a) < key(b); };
    if (!std::is_sorted(matches.matches.begin(), matches.matches.end(), before)) std::sort(matches.matches.begin(), matches.matches.end(), before);
}

}  // namespace dateline::lexicon
