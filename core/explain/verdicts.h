/// Candidates, facts and links with their reasons, for the terminal.
#pragma once

#include <string>

#include "core/explain/findings.h"
#include "core/explain/paint.h"
#include "core/explain/reasons.h"

namespace dateline::explain {

/// Writes some lines for each thing it is asked for, all indented by `indent`.
class VerdictWriter {
public:
    VerdictWriter(const Findings& findings, const Paint& paint, std::string& out) : findings_(findings), paint_(paint), out_(out) {}

    /// The words, place, rule and score of a candidate, its evidence, and what came of it.
    void candidate(std::uint32_t index, std::size_t indent);
    /// Its fields, place and evidence.
    void fact(const Fact& fact, std::size_t indent);
    /// Both names, the reason, the place and the evidence.
    void link(const Link& link, std::size_t indent);

    /// "1204–1213", in the unit that is shown.
    std::string place(std::uint32_t begin, std::uint32_t end) const;
    /// "title “President”, organization o3 (Eastport University)": what the values say that are there.
    std::string values(const std::vector<FieldDeclaration>& declared, const std::vector<Value>& values, Range range) const;

private:
    void line(std::size_t indent, const std::string& text);
    void reasons(const std::vector<Reason>& all, std::size_t indent);
    std::string value(const Value& value) const;
    std::string grounds(std::string_view rule, const Verdict& verdict) const;

    const Findings& findings_;
    const Paint& paint_;
    std::string& out_;
};

}  // namespace dateline::explain
