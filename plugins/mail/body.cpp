#include "body.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "../common/composer.h"
#include "../common/ascii.h"
#include "../html/page.h"
#include "kinds.h"
#include "plain.h"
#include "words.h"

namespace mail {
namespace {

constexpr std::size_t longest_name = 200, everything = std::string_view::npos / 8;

// A mail is no page of a site: all that it shows was written to be read.
Body html_body(const Part& part) {
    const html::Page page(part.contents(everything), part.type.get("charset"));
    std::vector<std::int32_t> scores;
    for (const html::Block& block : page.blocks.blocks) {
        scores.push_back(block.hidden ? 0 : 1);
    }
    return {html::text_of(page.blocks, scores, {}, page.decoded.text), true, page.decoded.charset, page.decoded.replaced, part.number};
}

Body plain_body(const Part& part) {
    common::Decoded decoded = decode_text(part.contents(everything), part.type.get("charset"));
    decoded.text = with_line_feeds(decoded.text);
    if (common::lower(part.type.get("format")) == "flowed") {
        decoded.text = unflowed(decoded.text, common::lower(part.type.get("delsp")) == "yes");
    }
    return {{std::move(decoded.text), {}}, false, decoded.charset, decoded.replaced, part.number};
}

bool is_pgp_message(const Body& body) {
    return common::trimmed(std::string_view(body.text.text).substr(0, 1000)).starts_with("-----BEGIN PGP MESSAGE-----");
}

std::size_t text_size(const Contents& contents) {
    std::size_t size = 0;
    for (const Body& body : contents.bodies) size += common::trimmed(body.text.text).size();
    return size;
}

bool has_html(const Contents& contents) {
    return std::any_of(contents.bodies.begin(), contents.bodies.end(), [](const Body& body) { return body.is_html; });
}

bool is_address(std::string_view word) { return word.find("://") != std::string_view::npos || word.starts_with("www."); }

// Of four letters and more, and each character that is written without blanks between words. Addresses of pages are not in both.
std::set<std::string> telling_words(const Contents& contents) {
    constexpr std::size_t shortest = 4;
    constexpr unsigned char first_of_three_bytes = 0xE0;
    std::set<std::string> words;
    std::string word;
    const auto end = [&] {
        if (word.size() >= shortest) words.insert(word);
        word.clear();
    };
    for (const Body& body : contents.bodies) {
        for (std::string_view rest = common::trimmed(body.text.text); !rest.empty(); rest = common::trimmed(rest)) {
            const std::string_view piece = rest.substr(0, rest.find_first_of(common::white));
            rest.remove_prefix(piece.size());
            for (std::size_t i = 0; i < piece.size() && !is_address(piece); ++i) {
                const bool is_wide = static_cast<unsigned char>(piece[i]) >= first_of_three_bytes;
                if (is_wide) {
                    end();
                    words.insert(std::string(piece.substr(i, 3)));
                    i += 2;
                } else if (common::is_letter(piece[i]) || static_cast<unsigned char>(piece[i]) >= 0x80) {
                    word += common::lower(piece[i]);
                } else {
                    end();
                }
            }
            end();
        }
    }
    return words;
}

// Half of its words stand in the other: it says the same, and does not only tell to look at that.
bool says_the_same(const Contents& plain, const Contents& other) {
    const std::set<std::string> words = telling_words(plain), others = telling_words(other);
    const auto shared = std::count_if(words.begin(), words.end(), [&](const std::string& word) { return others.count(word) > 0; });
    return static_cast<std::size_t>(shared) * 2 >= words.size() && !words.empty();
}

// The plain one must have a third of the text of the richest, and its words: else it is a note to those who cannot see the other.
std::size_t best_of(const std::vector<Contents>& alternatives) {
    std::size_t best = 0, plain = alternatives.size();
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        if (text_size(alternatives[i]) > text_size(alternatives[best])) best = i;
        if (plain == alternatives.size() && !has_html(alternatives[i]) && !alternatives[i].bodies.empty()) plain = i;
    }
    const bool is_whole = plain < alternatives.size() && text_size(alternatives[plain]) * 3 >= text_size(alternatives[best]);
    return is_whole && (plain == best || says_the_same(alternatives[plain], alternatives[best])) ? plain : best;
}

Contents gather(const Part& part);

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void append(Contents& to, Contents&& from, bool with_bodies) {
    if (with_bodies) append(to.bodies, from.bodies);
    append(to.attachments, from.attachments);
    append(to.skipped, from.skipped);
    to.is_encrypted = to.is_encrypted || from.is_encrypted;
}

void add_alternatives(const Part& part, Contents& contents) {
    std::vector<Contents> alternatives;
    for (const Part& one : part.parts) {
        alternatives.push_back(gather(one));
    }
    const std::size_t best = alternatives.empty() ? 0 : best_of(alternatives);
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        append(contents, std::move(alternatives[i]), i == best);
    }
}

void add_text(const Part& part, Contents& contents) {
    Body body = part.type.value == "text/html" ? html_body(part) : plain_body(part);
    if (is_pgp_message(body)) {
        contents.is_encrypted = true;
    } else {
        contents.bodies.push_back(std::move(body));
    }
}

void add_multipart(const Part& part, Contents& contents) {
    if (part.type.value == "multipart/alternative") {
        add_alternatives(part, contents);
    } else {
        for (const Part& one : part.parts) append(contents, gather(one), true);
    }
    if (part.parts.empty()) {
        contents.bodies.push_back(plain_body(part));  // what stands there without the boundary that it names
    }
}

Contents gather(const Part& part) {
    Contents contents;
    switch (kind_of(part)) {
        case Kind::text:
            add_text(part, contents);
            break;
        case Kind::attachment:
            contents.attachments.push_back(&part);
            break;
        case Kind::skipped:
            contents.skipped.push_back(
                common::folded_space((part.file_name().empty() ? std::string_view(part.type.value) : part.file_name()).substr(0, longest_name)));
            break;
        case Kind::encrypted:
            contents.is_encrypted = true;
            break;
        case Kind::multipart:
            add_multipart(part, contents);
            break;
    }
    return contents;
}

}  // namespace

Contents contents_of(const Part& mail) {
    if (!is_text(mail)) return gather(mail);
    Contents contents;
    add_text(mail, contents);  // also when it has a name: there is nothing that it is attached to
    return contents;
}

}  // namespace mail
