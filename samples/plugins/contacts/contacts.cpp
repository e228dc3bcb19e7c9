// E-mail addresses and phone numbers, and the person whom they reach: a plugin in C++.
#include <charconv>
#include <string>
#include <string_view>

#include <dateline/plugin.hpp>

namespace {

// What users set with --set contacts.reach=N.
std::uint32_t number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) throw dateline::Error("the setting 'reach' takes a number of tokens, not '" + std::string(text) + "'");
    return value;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string digits(std::string_view text) {
    std::string out = "+";
    for (const char c : text) {
        if (c >= '0' && c <= '9') out += c;
    }
    return out;
}

class Contacts {
public:
    explicit Contacts(const dateline::Host& host)
        : contact_(host.type("contact")), kind_(host.attribute(contact_, "kind")), address_(host.attribute(contact_, "address")),
          reaches_(host.fact(contact_, "person")), person_(host.field(reaches_, "person")), person_type_(host.find_type("person")),
          is_address_(host.evidence("address")), plus_(host.evidence("plus")), near_(host.evidence("near")),
          reach_(number(host.setting("reach"))) {}

    void extract(const dateline::Document& document, dateline::Output& output) {
        for (const dateline_token& token : document.tokens()) {
            const std::string_view word = document.text(token.begin, token.end);
            if ((token.flags & DATELINE_TOKEN_ADDRESS) != 0 && word.find('@') != std::string_view::npos) {
                const std::string address = lower(word);
                output.add(dateline::Candidate(contact_, token.begin, token.end, "contacts/email")
                               .because(is_address_, token.begin, token.end).with(kind_, "email").with(address_, address));
            }
        }
        for (const dateline_match& match : document.matches()) {
            const std::uint32_t begin = document.tokens()[match.first_token].begin;
            const std::uint32_t end = document.tokens()[match.first_token + match.token_count - 1].end;
            const std::string number = digits(document.text(begin, end));
            output.add(dateline::Candidate(contact_, begin, end, "contacts/phone").because(plus_, begin, end).with(kind_, "phone").with(address_, number));
        }
    }

    void relate(const dateline::Document& document, dateline::Output& output) {
        const dateline_mention* person = nullptr;
        for (const dateline_mention& mention : document.mentions()) {
            if (mention.type == person_type_) {
                person = &mention;
            } else if (mention.type == contact_ && person != nullptr && mention.first_token - person->first_token <= reach_) {
                output.add(dateline::Fact(reaches_, mention.candidate, mention.begin, mention.end, "contacts/after-name")
                               .because(near_, person->begin, person->end).with_reference(person_, person->candidate));
            }
        }
    }

private:
    std::uint32_t contact_, kind_, address_, reaches_, person_, person_type_, is_address_, plus_, near_, reach_;
};

}  // namespace

DATELINE_EXTRACTOR(Contacts, "contacts", "0.1.0")
