// Names built on the word base: where each begins and ends, and why it is one.
#pragma once

#include <cstdint>
#include <vector>

#include "words.h"

namespace bases {

/// A name in tokens [first, end), with what speaks for it.
struct Name {
    std::uint32_t first = 0, end = 0;
    std::uint32_t base = 0;     ///< the word base
    std::uint32_t own_end = 0;  ///< the end of what stands before "Air Force Base"; `first` where that is nothing
    bool military = false, quoted = false, plural = false, kind_only = false;
    bool air_force = false;       ///< people say its name without "Air Force Base"
    std::uint32_t cut = none;     ///< a capitalised word in front that is left out, though it may belong to it
    std::uint32_t longer = none;  ///< such a word in front of a military name, which a civil one would hold
    bool follows = false;         ///< goes on with a place behind the word base, which may be none of its words
    bool listed = false;          ///< has only its own words: Langley in "Langley and Elmendorf Air Force bases"
    std::uint32_t handle = none;  ///< of the candidate
};

class Names {
public:
    explicit Names(const Words& words) : words_(words) {}

    /// Finds all names of a document; and `rivals`, where one may begin or end elsewhere.
    void find(const common::Scene& scene, std::vector<Name>& names, std::vector<Name>& rivals);

private:
    bool name(std::uint32_t base, Name& name) const;
    bool longer(std::uint32_t base, Name& name);
    void add_rivals(Name& name, std::vector<Name>& rivals);
    void add_civil(Name& name, std::vector<Name>& rivals) const;
    void add_following(const Name& name, std::vector<Name>& rivals) const;
    void add_closed(const Name& name, std::vector<Name>& rivals) const;
    std::uint32_t closed_end(std::uint32_t at) const;
    void add_list(Name& name, std::vector<Name>& rivals) const;
    bool leading(std::uint32_t base, Name& name) const;
    void listed_before(const Name& plural, std::uint32_t floor, std::vector<Name>& names) const;
    void shorten_headline(Name& name, const std::vector<Name>& names) const;
    bool service_before(std::uint32_t base) const;
    std::uint32_t number_end(std::uint32_t at) const;
    std::uint32_t numbered_before(std::uint32_t first) const;
    bool of_a_service(const Name& name) const;
    bool quoted(std::uint32_t base, Name& name) const;
    std::uint32_t walk_back(std::uint32_t base, bool military) const;
    bool inside(std::uint32_t token, std::uint32_t floor, bool military) const;
    std::uint32_t trim(std::uint32_t first, std::uint32_t base) const;
    std::uint32_t military_before(std::uint32_t base) const;
    std::uint32_t following_name(std::uint32_t at) const;
    std::uint32_t tail(std::uint32_t at) const;
    std::uint32_t quoted_tail(std::uint32_t at) const;
    bool kind_only(const Name& name) const;
    bool capital(std::uint32_t token) const;
    bool enumerates(std::uint32_t token) const;
    bool quote(std::uint32_t token) const;

    const Words& words_;
    const common::Scene* scene_ = nullptr;
    std::uint32_t floor_ = 0;  ///< where the name before ends
    bool any_word_ = false;    ///< words with which hardly a name begins may stand in one: "New", "Making"
};

}  // namespace bases
