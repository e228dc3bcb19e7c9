// A lexicon from a few lines of source, and what it finds in a text as short lines to compare.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/builder.h"
#include "core/lexicon/match.h"

namespace dateline::lexicon {

inline const std::string header = "# source: invented\n# licence: Apache-2.0\n";

/// A list's source: its name, and what follows the header.
inline std::string list_text(const std::string& name, const std::string& rest) {
    return "# list: " + name + "\n" + header + rest;
}

struct Files {
    std::vector<std::string> lists;  ///< from list_text
    std::string rules, evidence;
};

inline std::string compile(const Files& files) {
    Builder builder;
    for (std::size_t i = 0; i < files.lists.size(); ++i) builder.add_list(Source("list" + std::to_string(i) + ".tsv", files.lists[i]));
    if (!files.rules.empty()) builder.add_rules(Source("some.rules", files.rules));
    if (!files.evidence.empty()) builder.add_evidence(Source("evidence.tsv", files.evidence));
    return builder.finish();
}

inline std::shared_ptr<const Lexicon> lexicon_of(const Files& files) {
    return Lexicon::from_bytes(compile(files));
}

/// The message of the mistake in the files; empty when there is none.
inline std::string mistake(const Files& files) {
    try {
        compile(files);
        return {};
    } catch (const BuildError& error) {
        return error.what();
    }
}

/// A text with what was found in it.
class Finding {
public:
    Finding(const Lexicon& lexicon, std::string text) : lexicon_(lexicon), text_(std::move(text)) {
        text::analyse(text_, analysis_);
        find_entries(lexicon_, text_, analysis_, matches_);
        match_rules(lexicon_, text_, analysis_, matches_, gave_up_);
    }
    void add_typed(const std::vector<dateline_mention>& mentions, const std::vector<std::uint32_t>& type_ids) {
        match_typed_rules(lexicon_, text_, analysis_, mentions, type_ids, matches_, gave_up_);
    }

    /// "list: words" or "list: words = value".
    std::vector<std::string> hits() const {
        std::vector<std::string> all;
        for (const dateline_hit& hit : matches_.hits) {
            all.push_back(std::string(lexicon_.list(hit.list).name) + ": " + words(hit.first_token, hit.token_count) + with(hit.value));
        }
        return all;
    }
    /// "rule: words" or "rule: words = value".
    std::vector<std::string> matches() const {
        std::vector<std::string> all;
        for (const dateline_match& match : matches_.matches) {
            all.push_back(std::string(lexicon_.rule(match.rule)) + ": " + words(match.first_token, match.token_count) + with(match.value));
        }
        return all;
    }
    /// "name: words = value", match by match.
    std::vector<std::string> captures() const {
        std::vector<std::string> all;
        for (const dateline_match& match : matches_.matches) {
            for (std::uint32_t i = 0; i < match.capture_count; ++i) {
                const dateline_capture& capture = matches_.captures[match.first_capture + i];
                const Text name = lexicon_.tables().captures[capture.name];
                all.push_back(std::string(lexicon_.tables().text(name)) + ": " + words(capture.first_token, capture.token_count) + with(capture.value) +
                              (capture.mention == DATELINE_NONE ? "" : " on mention " + std::to_string(capture.mention)));
            }
        }
        return all;
    }
    const Matches& raw() const { return matches_; }
    const text::Analysis& analysis() const { return analysis_; }
    std::uint64_t gave_up() const { return gave_up_; }

private:
    std::string words(std::uint32_t first, std::uint32_t count) const {
        if (count == 0) return {};
        const std::uint32_t begin = analysis_.tokens[first].begin;
        return text_.substr(begin, analysis_.tokens[first + count - 1].end - begin);
    }
    static std::string with(const dateline_string& value) { return value.length == 0 ? "" : " = " + std::string(value.data, value.length); }

    const Lexicon& lexicon_;
    std::string text_;
    text::Analysis analysis_;
    Matches matches_;
    std::uint64_t gave_up_ = 0;
};

}  // namespace dateline::lexicon
