#include <algorithm>
#include <tuple>
#include <vector>

#include "core/judge/judge.h"
#include "core/judge/score.h"

namespace dateline::judge {
namespace {

constexpr std::int32_t most_in_favour = 400, most_against = 300;

// A candidate's place in the order of ties: start, then length (the longer first), then type, then submission.
struct Place {
    std::uint32_t first, end;
    std::uint32_t type;
    std::uint32_t candidate;
};

struct Name {
    std::uint64_t hash;
    std::uint32_t type;
    std::uint32_t candidate;
};

// The two best accepted candidates of one name and type: the second speaks for the first.
struct Best {
    std::uint32_t type = 0;
    std::int32_t score = 0, second_score = 0;
    std::uint32_t begin = DATELINE_NONE;
};

// The greatest sums of sets of a cluster that cover a token with one place or with none, and with which.
struct Crossing {
    std::int64_t best = 0, second = 0;
    std::uint32_t best_place = DATELINE_NONE;

    void add(std::int64_t sum, std::uint32_t place) {
        if (sum > best) {
            second = best;
            best = sum;
            best_place = place;
        } else {
            second = std::max(second, sum);
        }
    }
};

// A place is looked at as a rival of those that begin on its first tokens, so many.
constexpr std::uint32_t longest_rival = 64;

// Reused from document to document.
struct Scratch {
    std::vector<Place> places;
    std::vector<std::uint32_t> cluster;   // places that overlap one another, or are linked by such that do
    std::vector<std::int64_t> gain;       // by token of the cluster: the greatest sum from there on
    std::vector<std::int64_t> before;     // by token of the cluster: the greatest sum up to there
    std::vector<Crossing> crossing;       // by token of the cluster: the greatest sums of sets that take it in different ways
    std::vector<std::uint32_t> choice;    // by token of the cluster: the place taken there, or DATELINE_NONE
    std::vector<std::uint32_t> accepted;  // places of the cluster
    std::vector<Name> names;
    std::vector<Best> best;               // of one name, by type
};

class SpanJudge {
public:
    SpanJudge(Proposals& proposals, Weights weights, const Scales& scales, Scratch& scratch)
        : proposals_(proposals), candidates_(proposals.candidates), weights_(weights), scales_(scales), scratch_(scratch) {}

    void decide() {
        for (Candidate& candidate : candidates_) {
            candidate.verdict = {};
            candidate.verdict.score = clamp(hopeful_score(proposals_, weights_, candidate) + candidate.learned + candidate.second_look);
        }
        decide_round(false);
        score_names();
        for (Candidate& candidate : candidates_) {
            candidate.verdict.score = clamp(supported_score(proposals_, weights_, candidate) + candidate.learned + candidate.second_look + candidate.verdict.elsewhere);
            set_margin(candidate.verdict, candidate.verdict.score, scales_.types, candidate.type);
        }
        decide_round(true);
    }

private:
    void sort_places() {
        scratch_.places.clear();
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            const Candidate& candidate = candidates_[i];
            if (candidate.verdict.score <= 0) {
                continue;
            }
            scratch_.places.push_back({candidate.first_token, candidate.first_token + candidate.token_count, candidate.type, i});
        }
        std::sort(scratch_.places.begin(), scratch_.places.end(), [](const Place& a, const Place& b) {
            if (a.first != b.first) return a.first < b.first;
            return std::tie(b.end, a.type, a.candidate) < std::tie(a.end, b.type, b.candidate);
        });
    }

    Verdict& verdict(std::uint32_t place) { return candidates_[scratch_.places[place].candidate].verdict; }

    // Candidates against which the evidence speaks take no part. The others fall into clusters, most of them of one. The first round asks only who is accepted.
    void decide_round(bool is_last) {
        sort_places();
        for (Candidate& candidate : candidates_) {
            candidate.verdict.accepted = false;
            candidate.verdict.rival = DATELINE_NONE;
        }
        scratch_.cluster.clear();
        std::uint32_t end = 0;
        for (std::uint32_t i = 0; i < scratch_.places.size(); ++i) {
            if (scratch_.places[i].first >= end) {
                decide_cluster(end, is_last);
            }
            scratch_.cluster.push_back(i);
            end = std::max(end, scratch_.places[i].end);
        }
        decide_cluster(end, is_last);
    }

    void decide_cluster(std::uint32_t end, bool is_last) {
        if (scratch_.cluster.size() == 1) {
            verdict(scratch_.cluster.front()).accepted = true;
        } else if (!scratch_.cluster.empty()) {
            weigh_cluster(scratch_.places[scratch_.cluster.front()].first, end);
            accept_choices(scratch_.places[scratch_.cluster.front()].first, end);
            if (is_last) {
                measure_margins(scratch_.places[scratch_.cluster.front()].first, end);
                name_rivals();
            }
        }
        scratch_.cluster.clear();
    }

    std::int64_t value(std::uint32_t place) const {
        const Candidate& candidate = candidates_[scratch_.places[place].candidate];
        return candidate.weighed ? candidate.verdict.score : std::int64_t{candidate.verdict.score} * candidate.token_count;
    }

    // Weighted interval scheduling from the back, so that the places' order by start serves; equal sums go to the earlier place.
    void weigh_cluster(std::uint32_t first, std::uint32_t end) {
        scratch_.gain.assign(end - first + 1, 0);
        scratch_.choice.assign(end - first + 1, DATELINE_NONE);
        std::size_t next = scratch_.cluster.size();
        for (std::uint32_t token = end - first; token-- > 0;) {
            scratch_.gain[token] = scratch_.gain[token + 1];
            for (; next > 0 && scratch_.places[scratch_.cluster[next - 1]].first == first + token; --next) {
                const std::uint32_t index = scratch_.cluster[next - 1];
                const Place& place = scratch_.places[index];
                const std::int64_t sum = value(index) + scratch_.gain[place.end - first];
                if (sum >= scratch_.gain[token]) {
                    scratch_.gain[token] = sum;
                    scratch_.choice[token] = index;
                }
            }
        }
    }

    void accept_choices(std::uint32_t first, std::uint32_t end) {
        scratch_.accepted.clear();
        for (std::uint32_t token = first; token < end;) {
            const std::uint32_t index = scratch_.choice[token - first];
            if (index == DATELINE_NONE) {
                ++token;
                continue;
            }
            verdict(index).accepted = true;
            scratch_.accepted.push_back(index);
            token = scratch_.places[index].end;
        }
    }

    // A set without a place takes the place's first token in another way: with a rival or with none.
    void measure_margins(std::uint32_t first, std::uint32_t end) {
        const std::uint32_t size = end - first;
        scratch_.before.assign(size + 1, 0);
        std::size_t next = 0;
        for (std::uint32_t token = 0; token < size; ++token) {
            scratch_.before[token + 1] = std::max(scratch_.before[token + 1], scratch_.before[token]);
            for (; next < scratch_.cluster.size() && scratch_.places[scratch_.cluster[next]].first == first + token; ++next) {
                const std::uint32_t past = scratch_.places[scratch_.cluster[next]].end - first;
                scratch_.before[past] = std::max(scratch_.before[past], scratch_.before[token] + value(scratch_.cluster[next]));
            }
        }
        scratch_.crossing.assign(size, {});
        for (std::uint32_t token = 0; token < size; ++token) {
            scratch_.crossing[token].best = scratch_.before[token] + scratch_.gain[token + 1];
        }
        for (const std::uint32_t index : scratch_.cluster) {
            const Place& place = scratch_.places[index];
            const std::int64_t sum = sum_with(index, first);
            const std::uint32_t last = std::min(place.end, place.first + longest_rival);
            for (std::uint32_t token = place.first; token < last; ++token) scratch_.crossing[token - first].add(sum, index);
        }
        for (const std::uint32_t index : scratch_.cluster) measure_margin(index, first);
    }

    std::int64_t sum_with(std::uint32_t index, std::uint32_t first) const {
        const Place& place = scratch_.places[index];
        return scratch_.before[place.first - first] + value(index) + scratch_.gain[place.end - first];
    }

    void measure_margin(std::uint32_t index, std::uint32_t first) {
        const Place& place = scratch_.places[index];
        Candidate& candidate = candidates_[place.candidate];
        const Crossing& crossing = scratch_.crossing[place.first - first];
        const std::int64_t other = crossing.best_place == index ? crossing.second : crossing.best;
        const std::int64_t margin = (sum_with(index, first) - other) / (candidate.weighed ? 1 : candidate.token_count);
        set_margin(candidate.verdict, std::min<std::int64_t>(margin, candidate.verdict.score), scales_.types, candidate.type);
    }

    // Both lists are in order of start, so one walk finds for each loser the first winner that overlaps it.
    void name_rivals() {
        std::size_t winner = 0;
        for (const std::uint32_t index : scratch_.cluster) {
            const Place& place = scratch_.places[index];
            while (winner < scratch_.accepted.size() && scratch_.places[scratch_.accepted[winner]].end <= place.first) {
                ++winner;
            }
            if (!verdict(index).accepted && winner < scratch_.accepted.size()) {
                verdict(index).rival = scratch_.places[scratch_.accepted[winner]].candidate;
            }
        }
    }

    // Sorting joins equal names, so that ten thousand of them cost no more than as many different ones.
    void score_names() {
        scratch_.names.clear();
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            if (candidates_[i].weighed) {
                continue;  // a second look at it says more
            }
            scratch_.names.push_back({candidates_[i].name_hash, candidates_[i].type, i});
        }
        std::sort(scratch_.names.begin(), scratch_.names.end(), [](const Name& a, const Name& b) {
            return std::tie(a.hash, a.type, a.candidate) < std::tie(b.hash, b.type, b.candidate);
        });
        for (std::size_t first = 0; first < scratch_.names.size();) {
            std::size_t end = first + 1;
            while (end < scratch_.names.size() && scratch_.names[end].hash == scratch_.names[first].hash) {
                ++end;
            }
            if (end - first > 1 && scratch_.names[first].hash != 0) {
                score_name(first, end);
            }
            first = end;
        }
    }

    void score_name(std::size_t first, std::size_t end) {
        scratch_.best.clear();
        for (std::size_t i = first; i < end; ++i) {
            const Candidate& candidate = candidates_[scratch_.names[i].candidate];
            if (scratch_.best.empty() || scratch_.best.back().type != candidate.type) {
                scratch_.best.emplace_back().type = candidate.type;
            }
            if (candidate.verdict.accepted) {
                add(scratch_.best.back(), candidate);
            }
        }
        for (std::size_t i = first; i < end; ++i) {
            Candidate& candidate = candidates_[scratch_.names[i].candidate];
            candidate.verdict.elsewhere = elsewhere(candidate);
        }
    }

    static void add(Best& best, const Candidate& candidate) {
        if (candidate.verdict.score > best.score) {
            best.second_score = best.score;
            best.score = candidate.verdict.score;
            best.begin = candidate.begin;
        } else {
            best.second_score = std::max(best.second_score, candidate.verdict.score);
        }
    }

    // What accepted candidates of the same name at other places say for its type and against it.
    std::int32_t elsewhere(const Candidate& candidate) const {
        std::int32_t same = 0, other = 0;
        for (const Best& best : scratch_.best) {
            std::int32_t& side = best.type == candidate.type ? same : other;
            side = std::max(side, best.begin == candidate.begin ? best.second_score : best.score);
        }
        return std::min(same / 2, most_in_favour) - std::min(other / 2, most_against);
    }

    Proposals& proposals_;
    std::vector<Candidate>& candidates_;
    Weights weights_;
    const Scales& scales_;
    Scratch& scratch_;
};

}  // namespace

void decide_spans(Proposals& proposals, Weights weights, const Scales& scales) {
    thread_local Scratch scratch;
    SpanJudge(proposals, weights, scales, scratch).decide();
}

}  // namespace dateline::judge
