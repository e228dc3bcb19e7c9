// Reads titles as the text writes them, from their first word on: "former Vice President for Research and Dean of Eastport College".
#pragma once

#include <array>
#include <string_view>

#include "../common/bodies.h"
#include "words.h"

namespace roles {

/// One title, in tokens [first, end).
struct Title {
    std::uint32_t first = 0, end = 0;
    std::uint32_t head = 0;             ///< the last word of its first part: President in "President of the Council"
    std::uint32_t organization = none;  ///< a mention
    std::uint32_t body = none;          ///< a token: the generic word that stands for the organization
    bool complete = false;              ///< its own words say where it is held, so it shares no other's organization: Mayor of Eastport
    std::string_view status = "current";
};

/// Titles that are joined: "Chairman and CEO of Acme".
struct Phrase {
    std::array<Title, 8> titles;
    std::size_t count = 0;
    std::uint32_t end = 0;  ///< one behind its last token
};

/// Of "Eastport University's Harbour School" the school, else the organization itself.
std::uint32_t innermost(const common::Scene& scene, std::uint32_t organization);

class TitleReader {
public:
    TitleReader(const Words& words, const common::Bodies& bodies) : words_(words), bodies_(bodies) {}

    /// Reads the phrase that begins at `at`, before `limit`. False when there is no title.
    bool read(const common::Scene& scene, std::uint32_t at, std::uint32_t limit, Phrase& phrase);

private:
    // title.cpp: a title's own words, and titles that are joined
    bool title(std::uint32_t& at, Title& title);
    bool group(std::uint32_t at, Title& title) const;
    bool belongs(std::uint32_t at) const;
    bool prize(std::uint32_t at) const;
    bool goes_on(std::uint32_t at) const;
    bool joins(std::uint32_t at) const;
    bool dash(std::uint32_t at) const { return scene_->reads(at, "-"); }
    std::uint32_t link(std::uint32_t at) const;
    void more(std::uint32_t& at, Phrase& phrase) const;
    bool title_ahead(std::uint32_t at) const;
    bool shares_back(const Title& title, const Title& next) const;
    void share(Phrase& phrase) const;

    // lead.cpp: what stands before a title and is no part of it
    void lead(std::uint32_t& at, Title& title);
    std::uint32_t past_join(std::uint32_t at) const;
    bool year(std::uint32_t at) const;
    bool ordinal(std::uint32_t at) const;
    bool praise(std::uint32_t at) const;
    void owner(std::uint32_t& at, Title& title);
    bool place(std::uint32_t& at) const;
    std::uint32_t past_verb(const Title& title) const;
    std::uint32_t past_place(const Title& title) const;

    // complement.cpp: what follows a title
    bool complement(std::uint32_t& at, Title& title) const;
    bool own_field(std::uint32_t& at, Title& title) const;
    bool parenthesis(std::uint32_t& at, Title& title) const;
    bool take(std::uint32_t token, std::uint32_t& at, Title& title) const;
    bool body(std::uint32_t first, std::uint32_t next, std::uint32_t& at, Title& title) const;
    bool stands_for_body(std::uint32_t at) const;
    bool past_work(std::uint32_t next, std::uint32_t& at, Title& title) const;
    bool describes(std::uint32_t first, std::uint32_t end) const;
    std::uint32_t past_possessor(std::uint32_t at) const;
    std::uint32_t past_outer(std::uint32_t at, const Title& title) const;
    std::uint32_t past_trailing(const Title& title) const;

    // field.cpp: the words for a field or place that belong to it
    std::uint32_t field(std::uint32_t first) const;
    bool ends_field(std::uint32_t first, std::uint32_t end, std::uint32_t at) const;
    bool joins_field(std::uint32_t end, std::uint32_t at) const;
    bool next_title(std::uint32_t at) const;
    bool list_goes_on(std::uint32_t at) const;
    bool takes_field(const dateline_hit& tie, std::uint32_t next, const Title& title) const;
    bool is_field(std::uint32_t mention, bool bare) const;
    bool comma_field(std::uint32_t& at, Title& title) const;
    bool closes(std::uint32_t first, std::uint32_t end) const;

    const Words& words_;
    const common::Bodies& bodies_;
    const common::Scene* scene_ = nullptr;
    std::uint32_t limit_ = 0;
};

}  // namespace roles
