// Titles and affiliations of people: facts of what the text says around each name.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "title.h"

namespace roles {

class Roles {
public:
    explicit Roles(const dateline::Host& host);
    Roles(const Roles& other);
    Roles& operator=(const Roles&) = delete;

    void relate(const dateline::Document& document, dateline::Output& output);

private:
    /// Why a title is a person's: an evidence and the words it points at.
    struct Reason {
        std::uint32_t evidence;
        std::uint32_t begin, end;  ///< bytes
        std::string_view rule;
    };

    // before.cpp: titles that stand before a name
    bool before(std::uint32_t person);
    std::uint32_t past_copula(std::uint32_t at) const;
    std::uint32_t past_plural_copula(std::uint32_t end) const;
    void drop_plurals(Phrase& phrase) const;
    bool fits(std::uint32_t at, std::uint32_t person) const;
    std::uint32_t past_such(const Phrase& phrase) const;
    bool starts(std::uint32_t token) const;
    bool reaches(std::uint32_t at, std::uint32_t name) const;
    bool opens_line(std::uint32_t token) const;
    bool state(std::uint32_t at) const;
    bool follows_name(std::uint32_t token) const;

    // after.cpp: titles that stand after it
    void after(std::uint32_t person);
    std::uint32_t past_link(std::uint32_t at, std::uint32_t limit) const;
    bool apposition(std::uint32_t person, std::uint32_t at, std::uint32_t limit, const Reason& reason);
    bool read_second(std::uint32_t at, std::uint32_t limit);
    bool owns(std::uint32_t at) const;
    bool is_next(std::uint32_t at) const;
    void keep_own(Phrase& phrase, bool after_dash) const;
    void beside(std::uint32_t person, std::uint32_t at, std::uint32_t limit, const Reason& reason);

    // lines.cpp: titles on lines of their own
    bool own_lines(std::uint32_t person, std::uint32_t at);
    bool line_above(std::uint32_t person);

    // several.cpp: titles that several people share
    bool inherit(std::uint32_t person);
    bool shares(std::uint32_t person) const;
    void add_to_chain(std::uint32_t person, const Phrase& phrase, const Reason& reason);
    bool respectively(std::uint32_t person, const Reason& reason);
    bool joined(std::uint32_t left, std::uint32_t right) const;

    // affiliation.cpp: organizations that stand beside a name or title, and letters behind a name
    void own(Phrase& phrase, std::uint32_t organization) const;
    std::uint32_t affiliation(std::uint32_t person) const;
    std::uint32_t past_affiliation(std::uint32_t at) const;
    void affiliate(std::uint32_t at);
    void carry(std::uint32_t first);
    void refer_ahead(std::uint32_t past);
    std::uint32_t past_credentials(std::uint32_t at, std::uint32_t limit) const;
    bool mark(std::uint32_t at) const;

    // verbs.cpp: titles that a verb gives
    void by_verbs();
    static void mark_former(Phrase& phrase);
    std::uint32_t holder(const dateline_match& match) const;
    bool opens_sentence(std::uint32_t token) const;
    std::uint32_t behind(std::uint32_t first) const;
    std::uint32_t speaker(std::uint32_t at) const;
    std::uint32_t last_person(std::uint32_t person, std::uint32_t before) const;
    void appoint(Phrase& phrase, std::uint32_t person, std::string_view status) const;
    std::uint32_t by_whom(std::uint32_t at) const;
    std::uint32_t organization_before(std::uint32_t token, std::uint32_t person) const;
    std::uint32_t subject_of(std::uint32_t token) const;
    std::uint32_t subject_before(std::uint32_t token) const;
    bool aside(std::uint32_t person) const;

    // implied.cpp: the organization of a title that stands without one
    std::uint32_t subject_organization(std::uint32_t token) const;
    bool leads(std::uint32_t organization, std::uint32_t floor) const;
    void outlet(std::uint32_t first);

    /// What the grammar read.
    struct Reading {
        std::uint32_t person;
        Title title;
        Reason reason;
        std::uint32_t organization;  ///< a mention, or none
    };

    // choices.cpp: what a title and its organization may be
    struct Bounds {
        std::uint32_t first, end;
    };
    struct Choice {
        std::uint32_t organization;  ///< a mention, or none
        std::uint32_t evidence;      ///< where it comes from; none for what the grammar read
    };
    /// The first of each is what the grammar read.
    struct Choices {
        std::array<Bounds, 8> bounds;
        std::array<Choice, 12> organizations;
        std::size_t bound_count = 0, organization_count = 0;
        void add_bounds(std::uint32_t first, std::uint32_t end);
        void add(const Choice& choice);
    };
    void submit_all();
    void find_bounds(const Title& title, Choices& choices) const;
    bool can_begin(std::uint32_t before, std::uint32_t first) const;
    std::uint32_t extended(const Title& title) const;
    void find_organizations(std::size_t reading, Choices& choices) const;
    std::uint32_t of_same_person(std::size_t reading) const;
    std::uint32_t most_often_named() const;
    void add_organizations(std::uint32_t from, std::uint32_t to, std::size_t most, std::uint32_t evidence, Choices& choices) const;
    std::uint32_t last_organization(std::uint32_t token) const;

    // near.cpp: titles that no pattern ties to a name, for those around them
    static constexpr std::size_t most_near = 1000;  ///< readings; of a document that has so many, only what a pattern ties to a name counts
    void near();
    void add_near(std::uint32_t person, const Title& title);
    bool read_around(std::uint32_t head);
    std::array<std::uint32_t, 4> people_near(std::uint32_t token) const;

    // roles.cpp
    void add(std::uint32_t person, const Phrase& phrase, const Reason& reason);
    std::uint32_t organization_of(const Title& title) const;
    void add(std::uint32_t person, const Title& title, const Reason& reason);
    void submit(const Reading& reading, const Bounds& bounds, const Choice& choice, bool other_bounds, bool other_organization);
    bool describes(const Title& title) const;
    bool stated(std::uint32_t head) const { return stated_[head]; }
    bool has_read(std::uint32_t person, std::uint32_t head) const { return read_.contains(std::uint64_t{person} << 32 | head); }
    std::string_view wording(const Title& title);
    bool plural(const Title& title) const {
        return scene_.has(title.head, words_.plural) && !scene_.has(title.head, words_.head | words_.head_capital | words_.occupation);
    }
    const dateline_mention& mention(std::uint32_t index) const { return scene_.mention_at(index); }

    Words words_;
    Evidence evidence_;
    common::Bodies bodies_;
    TitleReader reader_;
    common::Scene scene_;
    Phrase phrase_, before_;                             ///< the phrase being read; the one before the current name
    std::uint32_t most_often_named_ = none;              ///< an organization
    std::vector<std::uint32_t> people_, organizations_;  ///< mentions, in the order of the text
    std::unordered_set<std::uint64_t> read_;             ///< people and last words of titles that readings_ give them
    std::vector<bool> stated_;                           ///< of each token: whether a title ends there that has been given to somebody
    std::size_t current_ = 0;                            ///< in people_
    std::vector<Reading> readings_;
    std::size_t submitted_ = 0;     ///< facts
    std::uint32_t taken_ = 0;       ///< tokens before this one belong to an earlier name
    std::uint32_t carried_ = none;  ///< the organization of the title before the last name
    bool comma_ = false;            ///< before_ stands before the name with a comma: "the mayor, Li Na, …"
    bool shared_ = false;           ///< before_ is plural and goes on to the next name of a list
    std::string wording_;
    dateline::Output* output_ = nullptr;
};

}  // namespace roles
