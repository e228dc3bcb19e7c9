#include "core/text/sentences.h"

#include "core/text/abbreviations.h"

namespace dateline::text {
namespace {

enum class Stop { none, full_stop, mark, ideographic };

bool one_of(std::string_view word, std::string_view spaced_words) {
    const std::size_t at = spaced_words.find(word);
    return at != std::string_view::npos && spaced_words[at + word.size()] == ' ' && (at == 0 || spaced_words[at - 1] == ' ');
}

/// The tokens of one block.
class Block {
public:
    Block(std::string_view text, const std::vector<dateline_token>& tokens, std::size_t first) : text_(text), tokens_(tokens), first_(first) {}

    /// One past the last token of the sentence that ends with the stop at `at`; 0 when none ends there.
    std::size_t sentence_end(std::size_t at) const {
        const Stop stop = stop_at(at);
        if (stop == Stop::none) return 0;
        std::size_t next = at + 1;
        bool ideographic = stop == Stop::ideographic;
        for (; next < tokens_.size() && !spaced(next); ++next) {
            const Stop more = stop_at(next);
            ideographic |= more == Stop::ideographic;
            if (more == Stop::none && !is_closer(next)) break;
        }
        if (next == tokens_.size() || ideographic) return next;
        if (!spaced(next) || !may_start(next)) return 0;
        return stop == Stop::full_stop && !stop_ends(at, next) ? 0 : next;
    }

private:
    std::string_view word(std::size_t at) const { return text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin); }
    bool is(std::size_t at, std::uint32_t flags) const { return (tokens_[at].flags & flags) != 0; }
    bool spaced(std::size_t at) const { return is(at, DATELINE_TOKEN_SPACE_BEFORE); }

    Stop stop_at(std::size_t at) const {
        const dateline_token& token = tokens_[at];
        switch (text_[token.end - 1]) {
            case '.':
                return is(at, DATELINE_TOKEN_ADDRESS) ? Stop::none : Stop::full_stop;
            case '!':
            case '?':
                return Stop::mark;
            default:
                break;
        }
        if (static_cast<signed char>(text_[token.end - 1]) >= 0 || !is(at, DATELINE_TOKEN_PUNCTUATION)) return Stop::none;
        if (one_of(word(at), "。 ！ ？ ｡ ")) return Stop::ideographic;
        return one_of(word(at), "… ‼ ⁉ ⁇ ؟ ۔ । ॥ ။ ። ") ? Stop::mark : Stop::none;
    }

    bool is_closer(std::size_t at) const {
        return is(at, DATELINE_TOKEN_PUNCTUATION) && one_of(word(at), "\" ' ) ] } ” ’ » › 」 』 ） 】 》 〉 ＂ ");
    }

    /// Whether a sentence may begin with this token: with a capital, a number, a script without case; signs are looked through.
    bool may_start(std::size_t at) const {
        for (std::size_t i = at; i < tokens_.size() && i < at + 4; ++i) {
            if (is(i, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_ADDRESS | DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_HAS_DIGIT)) return true;
            if (is(i, DATELINE_TOKEN_WORD)) return !is(i, DATELINE_TOKEN_LOWER) || is(i, DATELINE_TOKEN_INNER_CAPITAL);
            if (one_of(word(i), ", ; : . ! ? ) ] } % & / ” ’ ，  、 ； ： ） 】 》 ")) return false;
        }
        return true;
    }

    /// Whether the full stop at `at` ends a sentence, with `next` a token that may start one.
    bool stop_ends(std::size_t at, std::size_t next) const {
        const bool inside = !is(at, DATELINE_TOKEN_PUNCTUATION);
        if (inside) return starter(next);
        if (at == first_ || spaced(at) || !is(at - 1, DATELINE_TOKEN_WORD)) return !is_inside_date(at, next);
        switch (abbreviation(tokens_[at - 1].hash, is(at - 1, DATELINE_TOKEN_CAPITAL))) {
            case Abbreviation::title:
                return false;
            case Abbreviation::end:
                return starter(next);
            case Abbreviation::number:
                return !is(next, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HAS_DIGIT);
            case Abbreviation::none:
                break;
        }
        return true;
    }

    bool is_number(std::size_t at, std::size_t least, std::size_t most) const {
        return at < tokens_.size() && is(at, DATELINE_TOKEN_NUMBER) && word(at).size() >= least && word(at).size() <= most;
    }
    bool is_year(std::size_t at) const { return is_number(at, 4, 4); }

    /// 20. 6. 2023, 2023. 6. 20. and 5. April 2019, the last not where the number may count the items of a list.
    bool is_inside_date(std::size_t at, std::size_t next) const {
        if (at == first_ || next != at + 1) return false;
        const bool stop_follows = next + 1 < tokens_.size() && word(next + 1) == ".";
        const bool stop_before = at >= first_ + 3 && word(at - 2) == ".";
        if (is_year(at - 1)) return is_number(next, 1, 2) && stop_follows && is_number(next + 2, 1, 2);
        if (!is_number(at - 1, 1, 2)) return false;
        if (is_number(next, 1, 2)) return (stop_follows && is_year(next + 2)) || (stop_before && is_year(at - 3));
        if (is_year(next)) return stop_before && is_number(at - 3, 1, 2);
        return (at - 1 > first_ || word(at - 1).front() == '0') && is(next, DATELINE_TOKEN_CAPITAL) && is_year(next + 1);
    }

    bool starter(std::size_t at) const {
        while (at + 1 < tokens_.size() && is(at, DATELINE_TOKEN_PUNCTUATION)) ++at;
        return is(at, DATELINE_TOKEN_CAPITAL) && is_sentence_starter(tokens_[at].hash);
    }

    std::string_view text_;
    const std::vector<dateline_token>& tokens_;
    std::size_t first_;
};

}  // namespace

void find_sentences(std::string_view text, std::uint32_t block, std::uint32_t first_token, Analysis& analysis) {
    std::vector<dateline_token>& tokens = analysis.tokens;
    const auto first_sentence = static_cast<std::uint32_t>(analysis.sentences.size());
    if (first_token < tokens.size()) tokens[first_token].flags |= DATELINE_TOKEN_BLOCK_START;
    const Block view(text, tokens, first_token);
    for (std::size_t begin = first_token; begin < tokens.size();) {
        std::size_t end = 0;
        for (std::size_t at = begin; end == 0 && at < tokens.size(); ++at) end = view.sentence_end(at);
        if (end == 0) end = tokens.size();
        const auto index = static_cast<std::uint32_t>(analysis.sentences.size());
        tokens[begin].flags |= DATELINE_TOKEN_SENTENCE_START;
        for (std::size_t i = begin; i < end; ++i) tokens[i].sentence = index;
        analysis.sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin), block});
        begin = end;
    }
    analysis.blocks[block].first_sentence = first_sentence;
    analysis.blocks[block].sentence_count = static_cast<std::uint32_t>(analysis.sentences.size()) - first_sentence;
}

}  // namespace dateline::text
