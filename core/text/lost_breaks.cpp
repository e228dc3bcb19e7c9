#include "core/text/lost_breaks.h"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#include "core/text/word_file.h"
#include "core/text/fold.h"
#include "core/text/hash.h"

namespace dateline::text {

// Made by the build from the file in core/text/data/.
extern const std::string_view lost_breaks_file;

namespace {

constexpr std::uint32_t longest_glued = 48, shortest_piece = 2, longest_prefix = 3;  // bytes; Mc, Mac, De begin names

struct ContactWords {
    std::vector<std::uint64_t> before, after;
};

const ContactWords& contact_words() {
    static const ContactWords words = [] {
        ContactWords read;
        for_each_entry(lost_breaks_file, [&](std::string_view word, std::string_view side) {
            (side == "before" ? read.before : read.after).push_back(folded_hash(word));
        });
        std::sort(read.before.begin(), read.before.end());
        std::sort(read.after.begin(), read.after.end());
        return read;
    }();
    return words;
}

bool holds(const std::vector<std::uint64_t>& sorted, std::uint64_t hash) { return std::binary_search(sorted.begin(), sorted.end(), hash); }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// How often hashes were added, in a table with open addressing.
class Counts {
public:
    void open(std::size_t most) { slots_.assign(std::bit_ceil(2 * most + 2), {}); }
    void add(std::uint64_t hash) {
        Slot& slot = slots_[find(hash)];
        slot.hash = hash;
        ++slot.count;
    }
    std::uint32_t count(std::uint64_t hash) const { return slots_[find(hash)].count; }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t count = 0;
    };
    std::size_t find(std::uint64_t hash) const {
        std::size_t i = hash & (slots_.size() - 1);
        while (slots_[i].count != 0 && slots_[i].hash != hash) i = (i + 1) & (slots_.size() - 1);
        return i;
    }
    std::vector<Slot> slots_;
};

class LostBreaks {
public:
    LostBreaks(std::string_view text, const std::vector<dateline_token>& tokens) : text_(text), tokens_(tokens) {}

    std::vector<std::uint32_t> find() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const dateline_token& token = tokens_[i];
            constexpr std::uint32_t wanted = DATELINE_TOKEN_WORD | DATELINE_TOKEN_INNER_CAPITAL;
            if ((token.flags & wanted) == wanted && token.end - token.begin <= longest_glued) look_at(i);
        }
        return std::move(breaks_);
    }

private:
    void look_at(std::size_t at) {
        const std::string_view word = text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
        for (std::size_t cut = shortest_piece; cut + shortest_piece <= word.size(); ++cut) {
            if (!is_upper(word[cut]) || !is_lower(word[cut - 1])) continue;
            const std::uint64_t left = folded_hash(word.substr(0, cut)), right = folded_hash(word.substr(cut));
            if (!holds(contact_words().before, left) && !(is_upper(word[0]) && holds(contact_words().after, right)) && !shown(at, cut, left, right)) continue;
            breaks_.push_back(tokens_[at].begin + static_cast<std::uint32_t>(cut));
            return;
        }
    }

    // Whether the rest of the document shows that two lines met here.
    bool shown(std::size_t at, std::size_t cut, std::uint64_t left, std::uint64_t right) {
        if (!may_stand(right)) return false;
        count();
        if (words_.count(tokens_[at].hash) > 1) return false;
        if (left == right && words_.count(left) > 0) return true;
        if (cut > longest_prefix && at + 1 < tokens_.size() && pairs_.count(pair(right, tokens_[at + 1].hash)) > 0) return true;
        return at > 0 && pairs_.count(pair(tokens_[at - 1].hash, left)) > 0 && words_.count(right) > 0;
    }

    // Whether the document may have this word: a filter, as few capitals inside words are lost breaks and counting costs more.
    bool may_stand(std::uint64_t word) {
        if (filter_.empty()) {
            filter_.assign(filter_words, 0);
            for (const dateline_token& token : tokens_) filter_[token.hash >> 6 & (filter_words - 1)] |= std::uint64_t{1} << (token.hash & 63);
        }
        return (filter_[word >> 6 & (filter_words - 1)] >> (word & 63) & 1) != 0;
    }

    void count() {
        if (counted_) return;
        counted_ = true;
        words_.open(tokens_.size());
        pairs_.open(tokens_.size());
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            words_.add(tokens_[i].hash);
            if (i > 0 && (tokens_[i].flags & tokens_[i - 1].flags & DATELINE_TOKEN_WORD) != 0) pairs_.add(pair(tokens_[i - 1].hash, tokens_[i].hash));
        }
    }

    static std::uint64_t pair(std::uint64_t one, std::uint64_t other) { return hash_step(one, other); }

    std::string_view text_;
    const std::vector<dateline_token>& tokens_;
    static constexpr std::size_t filter_words = 1024;
    std::vector<std::uint64_t> filter_;  // of the document's words
    bool counted_ = false;
    Counts words_, pairs_;               // of the document
    std::vector<std::uint32_t> breaks_;
};

}  // namespace

std::vector<std::uint32_t> find_lost_breaks(std::string_view text, const std::vector<dateline_token>& tokens) {
    return LostBreaks(text, tokens).find();
}

}  // namespace dateline::text
