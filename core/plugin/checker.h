/// What a plugin may submit: one call's checks, and the diagnostics about what fails them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/document/document.h"
#include "core/mention/candidate.h"
#include "core/mention/type.h"
#include "core/plugin/loaded.h"

namespace dateline::plugin {

/// The tokens that a span covers.
struct TokenRange {
    std::uint32_t first = 0, count = 0;
    bool aligned = false;  ///< the span begins and ends with a token
};

/// Functions that return bool have refused what they return false for, with a diagnostic. `function` is the one that the plugin called.
class Checker {
public:
    /// Both must outlive the call.
    void begin(const Plugin& plugin, Document& document);
    /// Adds what was refused without a diagnostic of its own.
    void end();

    /// A diagnostic `plugin.invalid-output`, up to a number a call; then they are counted.
    void refuse(std::string_view function, std::string_view what);

    /// Whether a span is inside the text and all beside its ends is ASCII, as nearly always.
    bool is_plain(std::uint32_t begin, std::uint32_t end) const {
        return begin < end && end <= text_.size() && (begin == 0 || is_ascii(begin - 1)) && is_ascii(begin) && is_ascii(end - 1) && (end == text_.size() || is_ascii(end));
    }
    bool span(std::string_view function, std::uint32_t begin, std::uint32_t end) { return is_plain(begin, end) || closer_span(function, begin, end); }
    /// A span that covers a token at least.
    bool mention_span(std::string_view function, std::uint32_t begin, std::uint32_t end, TokenRange& tokens);
    /// "ID/WORD".
    bool rule(std::string_view function, dateline_string rule);
    bool type(std::string_view function, std::uint32_t type, const Types& types);
    bool handle(std::string_view function, std::string_view what, std::uint32_t candidate, const Proposals& proposals);
    /// Into hundredths, -1 for a negative one.
    bool confidence(std::string_view function, double given, std::int32_t& hundredths);
    /// Fills in everything but a string that needs to be kept, which stays the plugin's own.
    bool value(std::string_view function, const dateline_value& given, const std::vector<FieldDeclaration>& declared,
               const Proposals& proposals, Value& value);

private:
    bool boundary(std::uint32_t at) const { return at == text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80; }
    bool is_ascii(std::uint32_t at) const { return static_cast<unsigned char>(text_[at]) < 0x80; }
    bool closer_span(std::string_view function, std::uint32_t begin, std::uint32_t end);
    bool grapheme_boundary(std::uint32_t at) const;
    TokenRange tokens_of(std::uint32_t begin, std::uint32_t end);
    bool string_value(std::string_view function, const dateline_value& given, const FieldDeclaration& declared, Value& value);
    bool reference_value(std::string_view function, const dateline_value& given, const FieldDeclaration& declared, const Proposals& proposals);
    bool refuse_value(std::string_view function, const FieldDeclaration& declared, std::string_view what);

    const Plugin* plugin_ = nullptr;
    Document* document_ = nullptr;
    std::string_view text_;
    std::uint64_t refused_ = 0;
    std::uint32_t last_first_ = 0;  ///< the token that tokens_of found last
};

}  // namespace dateline::plugin
