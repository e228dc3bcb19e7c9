/// One plugin's turn on one document: what it submits is checked and copied, and taken back when the plugin fails.
#pragma once

#include <array>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/plugin/checker.h"
#include "core/plugin/host.h"

namespace dateline::plugin {

/// Reused by a worker from call to call.
class Call {
public:
    enum class Stage { extract, relate };

    Call();
    Call(const Call&) = delete;             // `output` points at it
    Call& operator=(const Call&) = delete;

    /// All must live until keep() or take_back(), one of which ends the call.
    void begin(const Plugin& plugin, Stage stage, Document& document, Proposals& proposals, const Limits& limits);
    const dateline_output* output() const { return &output_; }

    void keep();
    void take_back();

    /// It wanted to submit more than it may.
    bool limit_reached() const { return limit_reached_; }
    /// What it said with set_error.
    const std::string& error() const { return error_; }

private:
    // The functions behind dateline_output, and what they share.
    std::uint32_t add_candidate(const dateline_candidate* given);
    dateline_status add_attribute(std::uint32_t candidate, const dateline_value* given);
    dateline_status add_fact(const dateline_fact* given);
    dateline_status add_link(const dateline_link* given);
    dateline_status set_published(dateline_string value, std::uint32_t begin, std::uint32_t end, dateline_string rule);
    void add_diagnostic(std::uint32_t severity, dateline_string code, dateline_string message, std::uint32_t begin, std::uint32_t end);

    bool has_room(std::string_view function, std::size_t submitted);
    bool take_rule(std::string_view function, dateline_string given, std::string_view& rule);
    bool take_evidence(std::string_view function, const dateline_evidence* given, std::uint64_t count, std::uint64_t step, Range& range);
    bool is_plain(const dateline_evidence& given) const;
    bool take_reason(std::string_view function, const dateline_evidence& given);
    bool take_values(std::string_view function, const dateline_value* given, std::uint64_t count, std::uint64_t step,
                     const std::vector<FieldDeclaration>& declared, std::vector<Value>& values, Range& range);
    bool take_value(std::string_view function, const dateline_value& given, const std::vector<FieldDeclaration>& declared, std::vector<Value>& values);
    void move_to_end(std::uint32_t candidate);
    bool fits(const dateline_fact& given);
    bool fits(const dateline_link& given);
    std::uint64_t name_hash(TokenRange tokens) const;
    template <class Given>
    bool take_grounds(std::string_view function, const Given& given, Range& evidence, std::int32_t& confidence, std::string_view& rule);

    struct Functions;                         // from C to the above
    /// How much of each array there was before the call.
    struct Mark {
        std::size_t candidates = 0, facts = 0, links = 0, evidence = 0, attributes = 0, fields = 0;
    };
    Mark mark() const;
    void cut(const Mark& mark);

    dateline_output output_{};
    Checker checker_;
    const Plugin* plugin_ = nullptr;
    Stage stage_ = Stage::extract;
    Document* document_ = nullptr;
    Proposals* proposals_ = nullptr;
    std::uint32_t most_candidates_ = 0, most_facts_ = 0;
    Mark begin_;
    std::vector<std::pair<std::uint32_t, Range>> moved_;  // attributes of earlier candidates, and where they were
    std::array<std::string_view, 8> rules_;               // that were checked and kept
    std::size_t next_rule_ = 0;
    Metadata published_;
    std::uint32_t published_begin_ = 0, published_end_ = 0;
    std::uint32_t diagnostics_ = 0;
    bool limit_reached_ = false;
    std::string error_;
    std::exception_ptr exception_;                        // ours, held back from the plugin's code
};

/// The document lacks some of what belongs into these collections.
void leave_unfinished(Document& document, const std::vector<std::string>& collections);

/// "plugin.failed" and the like about a plugin.
void add_diagnostic(Document& document, const Plugin& plugin, std::string_view code, std::string message);

}  // namespace dateline::plugin
