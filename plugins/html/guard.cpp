#include "guard.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "../common/ascii.h"

namespace html {

using namespace common;
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) { return std::find(names.begin(), names.end(), name) != names.end(); }

bool is_empty_element(std::string_view name) {
    return is_one_of(name, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "keygen",
                            "basefont", "bgsound", "frame"});
}

bool is_formatting(std::string_view name) {
    return is_one_of(name, {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
}

// No tags are inside these, but for their own end tag.
bool is_raw(std::string_view name) { return is_one_of(name, {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}); }

// Whether the start of `name` ends an open `top`, as far as that is plain.
bool ends(std::string_view name, std::string_view top) {
    if (name == "li") return is_one_of(top, {"li", "p"});
    if (name == "p") return top == "p";
    if (name == "option") return top == "option";
    if (is_one_of(name, {"dt", "dd"})) return is_one_of(top, {"dt", "dd", "p"});
    if (is_one_of(name, {"td", "th"})) return is_one_of(top, {"td", "th", "p"});
    if (is_one_of(name, {"tr", "tbody"})) return is_one_of(top, {"td", "th", "tr", "p"});
    return false;
}

class Guard {
public:
    Guard(std::string& page, const Bounds& bounds) : page_(page), bounds_(bounds) {}

    std::size_t run() {
        for (std::size_t at = page_.find('<'); at != std::string::npos && at + 1 < page_.size(); at = page_.find('<', at)) {
            const char next = page_[at + 1];
            at = next == '!' || next == '?'                                         ? past_declaration(at)
                 : is_letter(next)                                                  ? start_tag(at)
                 : next == '/' && at + 2 < page_.size() && is_letter(page_[at + 2]) ? end_tag(at)
                                                                                    : at + 1;
        }
        return blanked_;
    }

private:
    std::string_view page() const { return page_; }

    std::size_t past_declaration(std::size_t at) const {
        if (!page().substr(at).starts_with("<!--")) {
            return past(page().find('>', at), 1);
        }
        if (page().substr(at).starts_with("<!-->") || page().substr(at).starts_with("<!--->")) {
            return page().find('>', at) + 1;
        }
        std::size_t close = page().find("--", at + 4);
        while (close != std::string_view::npos && !page().substr(close).starts_with("-->") && !page().substr(close).starts_with("--!>")) {
            close = page().find("--", close + 1);
        }
        return close == std::string_view::npos ? page_.size() : page().find('>', close) + 1;
    }

    static std::size_t past(std::size_t at, std::size_t length) { return at == std::string_view::npos ? at : at + length; }

    // The lower-case name of the tag whose name begins at `at`.
    std::string_view name_at(std::size_t at) {
        const std::size_t end = std::min(page().find_first_of(" \t\n\r\f\v/>", at), page_.size());
        name_.assign(page(), at, std::min<std::size_t>(end - at, 32));
        std::transform(name_.begin(), name_.end(), name_.begin(), [](char c) { return lower(c); });
        return name_;
    }

    // Past the tag's '>'; what stands behind the last attribute that is allowed becomes blank.
    std::size_t past_attributes(std::size_t at) {
        std::size_t attributes = 0, blank_from = std::string::npos;
        while (at < page_.size() && page_[at] != '>') {
            if (is_white(page_[at]) || page_[at] == '/') {
                ++at;
                continue;
            }
            if (++attributes > bounds_.attributes && blank_from == std::string::npos) {
                blank_from = at;
            }
            at = past_attribute(at);
        }
        if (blank_from != std::string::npos) {
            blank(blank_from, std::min(at, page_.size()));
        }
        return std::min(at + 1, page_.size());
    }

    std::size_t past_attribute(std::size_t at) const {
        // A name may begin with "=".
        at = std::min(page().find_first_of(" \t\n\r\f\v/>=", at + 1), page_.size());
        std::size_t value = std::min(page().find_first_not_of(white, at), page_.size());
        if (value == page_.size() || page_[value] != '=') {
            return at;
        }
        value = std::min(page().find_first_not_of(white, value + 1), page_.size());
        if (value < page_.size() && (page_[value] == '"' || page_[value] == '\'')) {
            return std::min(past(page().find(page_[value], value + 1), 1), page_.size());
        }
        return std::min(page().find_first_of(" \t\n\r\f\v>", value), page_.size());
    }

    std::size_t start_tag(std::size_t at) {
        const std::string name(name_at(at + 1));
        const std::size_t end = past_attributes(at + 1 + name.size());
        const bool foreign = open_["svg"] > 0 || open_["math"] > 0;
        nodes_ += 1 + formatting_;
        if (nodes_ > bounds_.nodes) {
            blank(at, end);
        } else if (!foreign && is_raw(name)) {
            return past_raw(name, end);
        } else if (name == "plaintext") {
            return page_.size();
        } else if (!is_empty_element(name)) {
            open(name, at, end);
        }
        return end;
    }

    std::size_t past_raw(std::string_view name, std::size_t at) const {
        for (at = page().find("</", at); at != std::string_view::npos; at = page().find("</", at + 2)) {
            const std::string_view rest = page().substr(at + 2);
            const bool is_end =
                rest.size() > name.size() && std::equal(name.begin(), name.end(), rest.begin(), [](char a, char b) { return a == lower(b); });
            if (is_end && (is_white(rest[name.size()]) || rest[name.size()] == '>' || rest[name.size()] == '/')) {
                return past(page().find('>', at), 1);
            }
        }
        return page_.size();
    }

    void open(const std::string& name, std::size_t at, std::size_t end) {
        while (!stack_.empty() && ends(name, stack_.back())) {
            pop();
        }
        const bool formatting = is_formatting(name);
        if (stack_.size() >= bounds_.open_elements || (formatting && formatting_ >= bounds_.open_formatting)) {
            ++skipped_[name];
            blank(at, end);
            return;
        }
        if (formatting && (name != "a" || active_[name] == 0)) {  // a link ends the link that it stands in
            ++active_[name];
            ++formatting_;
        }
        ++open_[name];
        stack_.push_back(name);
    }

    std::size_t end_tag(std::size_t at) {
        const std::string name(name_at(at + 2));
        const std::size_t end = past_attributes(at + 2 + name.size());
        if (++nodes_ > bounds_.nodes) {
            blank(at, end);
        } else if (const auto skipped = skipped_.find(name); skipped != skipped_.end() && skipped->second > 0) {
            --skipped->second;
            blank(at, end);
        } else {
            close(name);
        }
        return end;
    }

    // Formatting that is left open inside another element stays active until its own end tag comes.
    void close(const std::string& name) {
        if (const auto active = active_.find(name); active != active_.end() && active->second > 0) {
            --active->second;
            --formatting_;
        }
        if (const auto open = open_.find(name); open == open_.end() || open->second == 0) {
            return;
        }
        while (stack_.back() != name) {
            pop();
        }
        pop();
    }

    void pop() {
        --open_[stack_.back()];
        stack_.pop_back();
    }

    void blank(std::size_t begin, std::size_t end) {
        std::fill(page_.begin() + static_cast<std::ptrdiff_t>(begin), page_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        ++blanked_;
    }

    std::string& page_;
    const Bounds& bounds_;
    std::string name_;
    std::vector<std::string> stack_;
    std::unordered_map<std::string, std::size_t> open_, active_, skipped_;  // numbers of them by name
    std::size_t formatting_ = 0, nodes_ = 0, blanked_ = 0;
};

}  // namespace

std::size_t guard(std::string& page, const Bounds& bounds) { return Guard(page, bounds).run(); }

}  // namespace html
