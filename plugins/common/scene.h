// What plugins that relate mentions to each other ask of a document: which mention stands on a token, which entry of a list, where
// a sentence or line ends. Header only, so that each plugin is built from its own folder and the public headers.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/plugin.hpp"

namespace common {

inline constexpr std::uint32_t none = DATELINE_NONE;

class Scene {
public:
    /// Forgets what it knew of an earlier document, which must outlive its use. Without mentions: for text alone.
    void open_text(const dateline::Document& document) {
        document_ = &document;
        mention_.clear();
    }
    /// The same with the decided mentions.
    void open(const dateline::Document& document) {
        document_ = &document;
        mention_.assign(document.tokens().size(), none);
        std::uint32_t index = 0;
        for (const dateline_mention& mention : document.mentions()) {
            for (std::uint32_t i = 0; i < mention.token_count; ++i) mention_[mention.first_token + i] = index;
            ++index;
        }
    }

    const dateline::Document& document() const { return *document_; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(document_->tokens().size()); }
    bool has(std::uint32_t token, std::uint64_t lists) const { return token < size() && (document_->lists(token) & lists) != 0; }
    bool is(std::uint32_t token, std::uint32_t flags) const { return token < size() && document_->is(token, flags); }
    bool reads(std::uint32_t token, std::string_view folded) const { return token < size() && document_->folded(token) == folded; }
    std::uint32_t begin(std::uint32_t token) const { return document_->tokens()[token].begin; }
    /// Where the token before this one ends.
    std::uint32_t end_before(std::uint32_t token) const { return document_->tokens()[token - 1].end; }

    /// The index of the mention over a token, or none.
    std::uint32_t mention(std::uint32_t token) const { return token < mention_.size() ? mention_[token] : none; }
    const dateline_mention& mention_at(std::uint32_t index) const { return document_->mentions()[index]; }
    std::uint32_t past(std::uint32_t index) const { return mention_at(index).first_token + mention_at(index).token_count; }
    /// A hash of a mention's folded words: the same for two that are written alike.
    std::uint64_t name(std::uint32_t index) const {
        std::uint64_t hash = 0;
        for (std::uint32_t token = mention_at(index).first_token; token < past(index); ++token)
            hash = (hash ^ document_->tokens()[token].hash) * 0x9E3779B97F4A7C15u;
        return hash;
    }
    /// The index of a mention of `type` that begins at a token, or none.
    std::uint32_t begins(std::uint32_t token, std::uint32_t type) const {
        const std::uint32_t index = mention(token);
        return index != none && mention_at(index).type == type && mention_at(index).first_token == token ? index : none;
    }
    bool covered(std::uint32_t token, std::uint32_t type) const {
        const std::uint32_t index = mention(token);
        return index != none && mention_at(index).type == type;
    }

    /// The entry of a list that begins at a token, or null.
    const dateline_hit* hit(std::uint32_t token, std::uint32_t list) const {
        if (!has(token, std::uint64_t{1} << list)) return nullptr;
        const auto& hits = document_->hits();
        std::size_t low = 0, high = hits.size();
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            const bool before = hits[middle].first_token < token || (hits[middle].first_token == token && hits[middle].list < list);
            (before ? low : high) = before ? middle + 1 : middle;
        }
        return low < hits.size() && hits[low].first_token == token && hits[low].list == list ? &hits[low] : nullptr;
    }

    std::uint32_t sentence_begin(std::uint32_t token) const { return sentence(token).first_token; }
    /// One behind the last token of a token's sentence, or of its line.
    std::uint32_t sentence_end(std::uint32_t token) const { return sentence(token).first_token + sentence(token).token_count; }
    std::uint32_t line_end(std::uint32_t token) const {
        constexpr std::uint32_t longest_line = 40;
        const std::uint32_t limit = std::min(size(), token + longest_line);
        do ++token;
        while (token < limit && !starts_line(token));
        return token;
    }
    /// Whether a line, or a column after several spaces, begins at a token.
    bool starts_line(std::uint32_t token) const {
        if (token == 0 || token >= size() || is(token, DATELINE_TOKEN_LINE_BEFORE | DATELINE_TOKEN_BLOCK_START)) return true;
        if (begin(token) - end_before(token) < 2) return false;
        const std::string_view gap = document_->text(end_before(token), begin(token));
        return gap.starts_with("  ") || gap.starts_with("\u00a0 ") || gap.starts_with(" \u00a0");
    }

    /// Whether this is the 's or ' of a possessive.
    bool possessive(std::uint32_t token) const {
        if (token >= size() || is(token, DATELINE_TOKEN_SPACE_BEFORE)) return false;
        const std::string_view word = document_->folded(token);
        return word == "'s" || word == "'";
    }
    /// Past a ( … ) that begins at a token and ends within `limit`; the token itself when there is none.
    std::uint32_t past_parenthesis(std::uint32_t token, std::uint32_t limit) const {
        constexpr std::uint32_t longest_parenthesis = 20;
        if (token >= limit || !reads(token, "(")) return token;
        const std::uint32_t last = std::min(limit, token + longest_parenthesis);
        for (std::uint32_t i = token + 1; i < last; ++i) {
            if (reads(i, ")")) return i + 1;
        }
        return token;
    }

private:
    const dateline_sentence& sentence(std::uint32_t token) const { return document_->sentences()[document_->tokens()[token].sentence]; }

    const dateline::Document* document_ = nullptr;
    std::vector<std::uint32_t> mention_;
};

}  // namespace common
