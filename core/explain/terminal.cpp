#include "core/explain/terminal.h"

#include <algorithm>

#include "core/explain/verdicts.h"
#include "core/record/lists.h"

namespace dateline::explain {
namespace {

class TerminalWriter {
public:
    TerminalWriter(const Findings& findings, const Paint& paint, std::string& out)
        : findings_(findings), paint_(paint), out_(out), verdicts_(findings, paint, out) {}

    void write() {
        write_head();
        write_text();
        write_legend();
        for (const resolve::Entity& entity : findings_.resolution.entities) {
            write_entity(entity);
        }
    }

private:
    void write_head() {
        const Document& document = findings_.document;
        out_ += paint_.bold(printable(shortened(document.source, 200)));
        out_.append("  ").append(record::statuses[static_cast<std::size_t>(document.status)]);
        if (!document.published.value.empty()) {
            out_.append(", published ").append(document.published.value).append(" ").append(paint_.dim(document.published.rule));
        }
        out_ += '\n';
        for (const Diagnostic& diagnostic : document.diagnostics) {
            out_.append(paint_.bad(record::severities[diagnostic.severity])).append(": ");
            out_.append(printable(diagnostic.message)).append(" ").append(paint_.dim(diagnostic.code)).append("\n");
        }
        out_ += '\n';
    }

    void write_text() {
        std::uint32_t at = 0;
        for (const std::uint32_t index : marks(findings_)) {
            const Candidate& mark = findings_.proposals.candidates[index];
            append_printable(findings_.words(at, mark.begin), out_);
            const std::uint32_t entity = findings_.resolution.entity_of[index];
            out_ += paint_.mark(mark.type, printable(findings_.words(mark.begin, mark.end)), findings_.resolution.entities[entity].id);
            at = mark.end;
        }
        append_printable(findings_.words(at, static_cast<std::uint32_t>(findings_.document.text.size())), out_);
        out_ += findings_.document.text.ends_with('\n') ? "\n" : "\n\n";
    }

    void write_legend() {
        for (std::uint32_t type = 0; type < findings_.types.types.size(); ++type) {
            if (findings_.types.types[type].silent()) {
                continue;
            }
            const auto& all = findings_.resolution.entities;
            const auto count = std::count_if(all.begin(), all.end(), [type](const resolve::Entity& entity) { return entity.type == type; });
            out_.append(paint_.type(type, findings_.types.types[type].collection)).append(" ").append(std::to_string(count)).append("   ");
        }
        out_ += "\n";
    }

    void write_entity(const resolve::Entity& entity) {
        out_.append("\n").append(paint_.type(entity.type, entity.id + "  " + printable(shortened(name_of(findings_, entity), 200)))).append("\n");
        for (const resolve::Alias& alias : entity.aliases) {
            verdicts_.link(findings_.proposals.links[alias.link], 4);
        }
        for (const std::uint32_t fact : entity.facts) {
            verdicts_.fact(findings_.proposals.facts[fact], 4);
        }
        for (const std::uint32_t mention : entity.mentions) {
            verdicts_.candidate(mention, 4);
        }
    }

    const Findings& findings_;
    const Paint& paint_;
    std::string& out_;
    VerdictWriter verdicts_;
};

}  // namespace

std::vector<std::uint32_t> marks(const Findings& findings) {
    std::vector<std::uint32_t> all;
    for (const resolve::Entity& entity : findings.resolution.entities) {
        all.insert(all.end(), entity.mentions.begin(), entity.mentions.end());
    }
    std::sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) {
        return findings.proposals.candidates[a].begin < findings.proposals.candidates[b].begin;
    });
    return all;
}

void write_terminal(const Findings& findings, const Paint& paint, std::string& out) { TerminalWriter(findings, paint, out).write(); }

}  // namespace dateline::explain
