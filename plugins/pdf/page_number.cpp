#include "page_number.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "../common/ascii.h"

namespace pdf {
namespace {

constexpr std::size_t most_digits = 4;
constexpr std::size_t longest_number = 30;  ///< bytes of "Page 12 of 340"

bool is_space(char c) { return c == ' ' || c == '\t'; }

// Takes one of the words, which are in lower case, off the front.
bool take(std::string_view& text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (common::begins_with(text, word)) return text.remove_prefix(word.size()), true;
    }
    return false;
}

void skip_space(std::string_view& text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

// What is drawn beside a page number: blanks, dashes, bars. Whether there was more than blanks.
bool skip_ornaments(std::string_view& text) {
    bool any = false;
    for (skip_space(text); take(text, {"-", "–", "—", "|", "·"}); skip_space(text)) any = true;
    return any;
}

std::optional<int> take_digits(std::string_view& text) {
    skip_space(text);
    std::size_t count = 0;
    int number = 0;
    for (; count < text.size() && common::is_digit(text[count]); ++count) {
        if (count == most_digits) return std::nullopt;
        number = number * 10 + (text[count] - '0');
    }
    if (count == 0) return std::nullopt;
    text.remove_prefix(count);
    return number;
}

// The word that follows a number in Chinese.
void take_page_word(std::string_view& text) {
    std::string_view rest = text;
    skip_space(rest);
    if (take(rest, {"页", "頁"})) text = rest;
}

// A blank, a line, the end; a hyphen goes on in "2024-03".
bool stands_apart(std::string_view rest) {
    const bool is_hyphen = rest.starts_with('-') && (rest.size() == 1 || is_space(rest[1]));
    return rest.empty() || is_space(rest.front()) || is_hyphen || take(rest, {"–", "—", "|", "·"});
}

// "12", "Page 12 of 340", "第3页 共12页" off the front; what follows must stand apart from it.
std::optional<Numbered> take_page_number(std::string_view& text) {
    std::string_view rest = text;
    Numbered result;
    result.is_named = take(rest, {"page", "seite", "pg.", "p.", "第"});
    if (result.is_named) skip_ornaments(rest);
    const std::optional<int> number = take_digits(rest);
    if (!number) return std::nullopt;
    result.number = *number;
    take_page_word(rest);
    std::string_view total = rest;
    skip_ornaments(total);
    const bool says_of = take(total, {"of ", "von ", "共"});
    if ((says_of || take(total, {"/"})) && take_digits(total)) {
        take_page_word(total);
        rest = total;
        result.is_named = result.is_named || says_of;
    }
    if (!stands_apart(rest)) return std::nullopt;
    text = rest;
    return result;
}

std::optional<Numbered> numbered_before(std::string_view text) {
    bool is_framed = skip_ornaments(text);
    std::optional<Numbered> found = take_page_number(text);
    if (!found) return found;
    is_framed = skip_ornaments(text) && is_framed;
    if (take(text, {"page"}) && text.empty()) found->is_named = true;  // "12 | Page"
    found->words = without_space(text);
    found->is_named = found->is_named || (is_framed && text.empty());
    return found;
}

std::optional<Numbered> numbered_behind(std::string_view text) {
    for (std::size_t at = text.size() - std::min(text.size(), longest_number); at < text.size(); ++at) {
        if (at == 0 || !is_space(text[at - 1])) continue;
        std::string_view rest = text.substr(at);
        std::optional<Numbered> found = take_page_number(rest);
        skip_ornaments(rest);
        if (!found || !rest.empty()) continue;
        found->words = without_space(text.substr(0, at));
        while (found->words.ends_with('|') || found->words.ends_with('-')) found->words.pop_back();
        return found;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Numbered> without_page_number(std::string_view text) {
    std::vector<Numbered> result;
    for (const std::optional<Numbered>& found : {numbered_before(text), numbered_behind(text)}) {
        if (found) result.push_back(*found);
    }
    return result;
}

std::string without_space(std::string_view text) {
    std::string result;
    std::remove_copy_if(text.begin(), text.end(), std::back_inserter(result), is_space);
    return result;
}

}  // namespace pdf
