#include <algorithm>
#include <utility>

#include "core/lexicon/dispatch.h"
#include "core/lexicon/match.h"
#include "core/lexicon/matcher.h"
#include "core/lexicon/results.h"

namespace dateline::lexicon {
namespace {

/// A rule's share of steps on a sentence: enough for any rule that a person writes, and linear in the text.
std::uint64_t share(const dateline_sentence& sentence) {
    return 4096 + 512 * std::uint64_t{sentence.token_count};
}

/// The matches of all rules on a sentence: as many as any text has of sensible ones, so that memory is linear in the text.
std::size_t most_matches(const dateline_sentence& sentence) {
    return 1024 + 32 * std::size_t{sentence.token_count};
}

/// What matching needs from call to call, once a thread.
struct WorkSpace {
    Matcher matcher;
    std::vector<std::uint64_t> left;  ///< of each rule's share on the sentence that it was tried on last
    std::vector<std::uint32_t> tried_on;  ///< the number of that sentence, from 1
    std::vector<std::uint32_t> mention_at;
    std::vector<Needs> ahead;         ///< of each token of the sentence: what it and those behind it hold
};

class GroupMatcher {
public:
    GroupMatcher(const Subject& subject, const Group& group, Matches& matches, WorkSpace& work, std::uint64_t& gave_up)
        : subject_(subject), group_(group), matches_(matches), work_(work), gave_up_(gave_up), dispatch_(subject, group) {}

    void all() {
        if (group_.rule_count == 0) return;
        work_.left.resize(group_.rule_count);
        work_.tried_on.assign(group_.rule_count, 0);
        const auto rules = subject_.tables.needs.subspan(group_.first_rule, group_.rule_count);
        const bool without_mentions = std::any_of(rules.begin(), rules.end(), [](const Needs& needs) { return needs.types == 0; });
        for (const dateline_sentence& sentence : subject_.analysis.sentences) {
            if (without_mentions || has_mention(sentence)) this->sentence(sentence);
        }
    }

private:
    bool has_mention(const dateline_sentence& sentence) const {
        if (subject_.mention_at.empty()) return false;
        const auto at = subject_.mention_at.subspan(sentence.first_token, sentence.token_count);
        return std::any_of(at.begin(), at.end(), [](std::uint32_t mention) { return mention != no_index; });
    }

    void sentence(const dateline_sentence& sentence) {
        const std::uint32_t end = sentence.first_token + sentence.token_count;
        bool is_new = true;
        std::uint64_t for_expressions = share(sentence);
        const std::size_t most = matches_.matches.size() + most_matches(sentence);
        for (std::uint32_t token = sentence.first_token; token < end; ++token) {
            if (matches_.matches.size() >= most) {
                ++gave_up_;
                return;
            }
            if (!dispatch_.may_begin(token)) continue;
            const std::span<const std::uint64_t> rules = dispatch_.candidates(token, end, for_expressions);
            for (std::size_t word = 0; word < rules.size(); ++word) {
                for (std::uint64_t bits = rules[word]; bits != 0; bits &= bits - 1) {
                    if (std::exchange(is_new, false)) open(sentence);
                    match(static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(__builtin_ctzll(bits)), token, sentence);
                }
            }
        }
    }

    void open(const dateline_sentence& sentence) {
        work_.ahead.resize(sentence.token_count);
        Needs ahead;
        for (std::uint32_t i = sentence.token_count; i-- > 0;) work_.ahead[i] = ahead = ahead | held(sentence.first_token + i);
    }

    Needs held(std::uint32_t token) const {
        Needs held{subject_.matches.token_lists[token], Needs::literal(subject_.analysis.tokens[token].hash), 0};
        if (subject_.mention_at.empty() || subject_.mention_at[token] == no_index) return held;
        const std::uint32_t type = subject_.mentions[subject_.mention_at[token]].type;
        for (std::uint32_t i = 0; i < subject_.type_ids.size(); ++i) held.types |= subject_.type_ids[i] == type ? Needs::type(i) : 0;
        return held;
    }

    void match(std::uint32_t rule_in_group, std::uint32_t token, const dateline_sentence& sentence) {
        const std::uint32_t rule = group_.first_rule + rule_in_group;
        if (!subject_.tables.needs[rule].are_in(work_.ahead[token - sentence.first_token])) return;
        const auto number = static_cast<std::uint32_t>(&sentence - subject_.analysis.sentences.data()) + 1;
        std::uint64_t& left = work_.left[rule_in_group];
        if (std::exchange(work_.tried_on[rule_in_group], number) != number) left = share(sentence);
        if (left == 0) return;
        const auto outcome = work_.matcher.run(subject_, subject_.tables.rules[rule], token, sentence.first_token,
                                               sentence.first_token + sentence.token_count, left);
        if (outcome == Matcher::Outcome::gave_up) ++gave_up_;
        if (outcome != Matcher::Outcome::matched) return;
        add_match(subject_.tables, subject_.text, subject_.analysis, rule, token, work_.matcher.end(), work_.matcher.steps(), matches_);
    }

    const Subject& subject_;
    const Group& group_;
    Matches& matches_;
    WorkSpace& work_;
    std::uint64_t& gave_up_;
    Dispatch dispatch_;
};

WorkSpace& work_space() {
    thread_local WorkSpace work;
    return work;
}

}  // namespace

void match_rules(const Lexicon& lexicon, std::string_view text, const text::Analysis& analysis, Matches& matches, std::uint64_t& gave_up) {
    matches.matches.clear();
    matches.captures.clear();
    matches.values.clear();
    const Subject subject = {lexicon.tables(), text, analysis, matches, {}, {}, {}};
    GroupMatcher(subject, subject.tables.groups[0], matches, work_space(), gave_up).all();
    sort_matches(matches);
}

void match_typed_rules(const Lexicon& lexicon, std::string_view text, const text::Analysis& analysis, std::span<const dateline_mention> mentions,
                       std::span<const std::uint32_t> type_ids, Matches& matches, std::uint64_t& gave_up) {
    const Group& group = lexicon.tables().groups[1];
    if (group.rule_count == 0) return;
    WorkSpace& work = work_space();
    work.mention_at.assign(analysis.tokens.size(), no_index);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].first_token < work.mention_at.size()) work.mention_at[mentions[i].first_token] = static_cast<std::uint32_t>(i);
    }
    const Subject subject = {lexicon.tables(), text, analysis, matches, mentions, type_ids, work.mention_at};
    GroupMatcher(subject, group, matches, work, gave_up).all();
    sort_matches(matches);
}

}  // namespace dateline::lexicon
