// What a text tells of its bases: events with their dates, and the organizations that build, run, host or share them.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "../common/bodies.h"
#include "pairs.h"
#include "words.h"

namespace bases {

class Story {
public:
    Story(const Words& words, const Evidence& evidence, const common::Bodies& bodies)
        : words_(words), evidence_(evidence), bodies_(bodies), pairs_(words) {}

    /// Emits the facts of a document whose mentions have been decided.
    void tell(const common::Scene& scene, dateline::Output& output);

private:
    /// One sentence and the bases it speaks of.
    struct Sentence {
        std::uint32_t first = 0, past = 0;
        std::uint32_t goes_on = none;             ///< the base of an earlier sentence, for one that begins "The base …"
        bool about_all = false;                   ///< of all bases of that sentence: "Their plaques …"
        std::vector<std::uint32_t> bases, dates;  ///< mentions
        std::vector<const dateline_hit*> events;
    };
    struct Member {
        std::uint32_t mention = none;  ///< an organization
        std::uint32_t word = none;     ///< the token of a generic word that stands for it
    };
    struct Event {
        std::uint32_t base = none, date = none;  ///< mentions
        std::string_view type;
        std::uint32_t first = 0, past = 0;
        bool passive = false, next_sentence = false;
        std::uint32_t evidence = none;  ///< of an event that no verb beside the base tells
    };
    /// An organization that a pattern ties to a base, by the words [first, past).
    struct Tie {
        std::uint32_t base = none, organization = none;  ///< mentions
        std::uint32_t word = none;                       ///< the token of a generic word that stands for the organization
        std::string_view relation;
        std::uint32_t evidence = none, first = 0, past = 0;
        std::string_view rule;
        bool by_whole_text = false;  ///< nothing near the base tells it
        bool says_the_same(const Tie& other) const { return base == other.base && organization == other.organization && word == other.word; }
    };

    /// What a line above a list tells of all that is in it.
    struct Lead {
        std::string_view type;              ///< empty: nothing
        std::uint32_t first = 0, past = 0;  ///< the words that tell it
        std::uint32_t date = none;
        bool heading = false;  ///< no sentence: tells only of what has a date
    };

    // story.cpp: sentences and the bases they speak of
    void piece(std::uint32_t sentence, std::uint32_t first, std::uint32_t past);
    void read(std::uint32_t first, std::uint32_t past);
    bool goes_on();
    bool military(std::uint32_t mention) const;
    std::uint32_t base_before(std::uint32_t token) const;
    std::uint32_t base_after(std::uint32_t token) const;
    std::uint32_t base_near(std::uint32_t token) const;
    std::uint64_t key(std::uint32_t mention) const { return scene_->name(mention); }
    void note_abbreviations();
    std::uint64_t known_as(std::uint32_t mention) const;
    std::uint32_t begin(std::uint32_t token) const { return scene_->begin(token); }
    const dateline_mention& mention(std::uint32_t index) const { return scene_->mention_at(index); }

    // events.cpp: what happened
    void events();
    void also(const Event& told, std::uint32_t object);
    bool subject_of(std::uint32_t base, std::uint32_t token) const;
    bool object_of(const dateline_hit& event, std::uint32_t base) const;
    bool signed_on(const dateline_hit& event, std::uint32_t base) const;
    bool stands_alone(std::uint32_t token) const;
    bool made_by(std::uint32_t token) const;
    bool passive(std::uint32_t token) const;
    void renamed(std::uint32_t from, std::uint32_t to, const dateline_hit& event);

    // lists.cpp: what a line tells of all bases below it, or a sentence of all in it
    void note_lead();
    bool announces(Lead& lead) const;
    bool listed() const;
    bool enumerates() const;
    void by_lead();
    void by_batch();

    // when.cpp: dates of events
    void note_day();
    bool in_dateline(std::uint32_t date) const;
    std::uint32_t date_of(const dateline_hit& event, bool participle) const;
    bool parted(std::uint32_t from, std::uint32_t to) const;

    // organizations.cpp: who takes part
    void organizations();
    void by_agents();
    void by_cues();
    void by_place();
    void by_count();
    void by_venue();
    void by_actives();
    void by_transfers();
    void subjects(const dateline_hit& event, std::uint32_t base, std::string_view relation);

    // offers.cpp: all that may be said, for the judge
    void offer_organizations();
    void offer_events();
    void offer(const Tie& tie);
    void offer(const Event& event);
    void offer(const Event& event, std::uint32_t date);
    void find_dates(const Event& event, std::vector<std::uint32_t>& dates) const;
    std::string_view relation_of(std::uint32_t base, const Span& organization) const;
    void find_organizations(std::vector<Span>& spans) const;
    void offer_home(const std::vector<Span>& spans);
    bool share_a_word(std::uint32_t base, std::uint32_t organization) const;
    void say_where(std::uint32_t base, const Span& span, dateline::Fact& fact) const;
    bool may_not_be(std::uint32_t token) const;

    // chains.cpp: lists of organizations
    std::uint32_t chain(std::uint32_t at);
    bool chain_before(std::uint32_t at);
    bool member(std::uint32_t& at, Member& member) const;
    void add_chain(std::uint32_t base, std::string_view relation, std::uint32_t evidence, std::uint32_t first, std::uint32_t past,
                   std::string_view rule);

    const Words& words_;
    const Evidence& evidence_;
    const common::Bodies& bodies_;
    const common::Scene* scene_ = nullptr;
    dateline::Output* output_ = nullptr;
    Pairs pairs_;
    Sentence sentence_;
    std::uint32_t last_base_ = none, last_sentence_ = none, day_ = none;
    Lead lead_;
    bool item_ = false;                      ///< the last sentence was little more than a base's name
    std::vector<std::uint32_t> last_bases_;  ///< of the last sentence that named any
    std::vector<Member> chain_;
    std::vector<Event> told_;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> abbreviations_;  ///< keys of short and of full names
    std::vector<Tie> ties_;
    std::unordered_set<std::uint64_t> tied_;   ///< of names of bases and organizations in ties_
    std::vector<std::uint32_t> dates_;         ///< mentions of the document
    std::vector<std::uint64_t> bodies_met_;    ///< names of organizations, numbered as rivals are
    std::vector<std::string_view> types_met_;  ///< the same of events
    std::size_t offers_ = 0;
};

}  // namespace bases
