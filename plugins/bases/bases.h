// Named bases; what happened to them; who builds, runs and hosts them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "../common/bodies.h"
#include "names.h"
#include "story.h"

namespace bases {

class Bases {
public:
    explicit Bases(const dateline::Host& host);
    Bases(const Bases& other);
    Bases& operator=(const Bases&) = delete;

    void extract(const dateline::Document& document, dateline::Output& output);
    void relate(const dateline::Document& document, dateline::Output& output);

private:
    // bases.cpp: full names
    void submit(Name& name);
    bool headline(const Name& name) const;
    bool has_owner(const Name& name) const;
    std::uint32_t begin(std::uint32_t token) const { return scene_.begin(token); }
    std::uint32_t end(std::uint32_t token) const { return scene_.document().tokens()[token].end; }

    // short.cpp: short forms of names, and links
    void shorter_names();
    bool subsequence(const Name& part, const Name& whole) const;
    std::uint32_t past_letters(std::uint32_t at) const;
    bool shorten(const Name& name, std::uint32_t first, std::uint32_t past) const;
    std::uint32_t letters_behind(const Name& name) const;
    void abbreviations();
    void military_short_forms();
    void civil_short_forms();
    const Name* begins_with(std::uint32_t first, std::uint32_t past) const;
    const Name* starts_like(std::uint32_t token) const;
    std::uint32_t same_start(std::uint32_t token, const Name& name) const;
    void link(dateline_link_reason reason, std::uint32_t from, const Name& to, std::uint32_t first, std::uint32_t past, std::string_view rule, std::uint32_t evidence);

    // aliases.cpp: names of one base among those that were decided
    void aliases();
    void state(std::uint32_t one, std::uint32_t other);
    std::string_view what_follows(std::uint32_t at, std::uint32_t end) const;
    void join(dateline_link_reason reason, std::uint32_t alias, std::uint32_t full, std::string_view rule, std::uint32_t evidence);
    bool same_words(std::uint32_t one, std::uint32_t other) const;
    bool shortens(std::uint32_t alias, std::uint32_t full) const;
    std::uint32_t past_word(std::uint32_t word, std::uint32_t at, std::uint32_t end) const;

    Words words_;
    Evidence evidence_;
    common::Bodies bodies_;
    Names reader_;
    Story story_;
    common::Scene scene_;
    std::vector<Name> names_, rivals_;
    std::vector<std::uint32_t> abbreviations_, ends_, owners_;  ///< tokens of abbreviations in parentheses, and whose they are in names_
    dateline::Output* output_ = nullptr;
};

}  // namespace bases
