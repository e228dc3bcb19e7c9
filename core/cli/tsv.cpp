#include "core/cli/tsv.h"

#include <algorithm>
#include <charconv>

#include "core/explain/paint.h"
#include "core/mention/confidence.h"
#include "core/mention/name.h"
#include "core/text/utf8.h"

namespace dateline::cli {
namespace {

constexpr std::uint32_t reach = 600;  // bytes of a sentence on either side of the place: a text without full stops is one long sentence

std::string folded(std::string_view text) {
    std::string out;
    fold_white_space(text, out);
    return explain::printable(out);
}

class TsvWriter {
public:
    TsvWriter(const explain::Findings& findings, std::string& out)
        : findings_(findings), document_(findings.document), proposals_(findings.proposals), types_(findings.types), out_(out),
          source_(folded(text::valid(document_.source))) {}

    void write() {
        if (!document_.published.value.empty()) {
            write_published();
        }
        for (const resolve::Entity& entity : findings_.resolution.entities) {
            write_entity(entity);
        }
    }

private:
    void write_published() {
        begin_row({}, "document", folded(document_.title.value));
        cell("published");
        cell(document_.published.value);
        if (document_.published_begin) {
            end_row(*document_.published_begin, *document_.published_end, {});
        } else {
            out_ += "\t\t\t\t\n";
        }
    }

    void write_entity(const resolve::Entity& entity) {
        const std::string name = folded(explain::name_of(findings_, entity));
        const TypeDeclaration& type = types_.types[entity.type];
        for (const std::uint32_t index : entity.mentions) {
            const Candidate& mention = proposals_.candidates[index];
            begin_row(entity.id, type.name, name);
            cell("mention");
            cell(folded(words(mention.begin, mention.end)));
            end_row(mention.begin, mention.end, mention.verdict);
        }
        for (const resolve::Alias& alias : entity.aliases) {
            const Link& link = proposals_.links[alias.link];
            begin_row(entity.id, type.name, name);
            cell("alias");
            cell(folded(alias.name));
            end_row(link.begin, link.end, link.verdict);
        }
        for (const std::uint32_t index : entity.facts) {
            const Fact& fact = proposals_.facts[index];
            begin_row(entity.id, type.name, name);
            cell(types_.facts[fact.fact].name);
            cell(fields(fact));
            end_row(fact.begin, fact.end, fact.verdict);
        }
    }

    // "title=Dean; organization=Eastport College; status=current"
    std::string fields(const Fact& fact) const {
        const std::vector<FieldDeclaration>& declared = types_.facts[fact.fact].fields;
        std::string out;
        for (std::uint32_t i = fact.fields.first; i < fact.fields.first + fact.fields.count; ++i) {
            const Value& field = proposals_.fields[i];
            if (field.kind != DATELINE_VALUE_NULL) {
                out.append(out.empty() ? "" : "; ").append(declared[field.name].name).append("=").append(value(field));
            }
        }
        return out;
    }

    std::string value(const Value& value) const {
        char digits[32];
        switch (value.kind) {
            case DATELINE_VALUE_STRING:
            case DATELINE_VALUE_DATE: return folded(value.string);
            case DATELINE_VALUE_NUMBER: return {digits, std::to_chars(digits, digits + sizeof digits, value.number).ptr};
            case DATELINE_VALUE_REFERENCE: return name_of_candidate(value.reference);
            case DATELINE_VALUE_NULL: break;
        }
        return {};
    }

    std::string name_of_candidate(std::uint32_t candidate) const {
        const std::uint32_t entity = findings_.resolution.entity_of[candidate];
        return entity == DATELINE_NONE ? std::string() : folded(explain::name_of(findings_, findings_.resolution.entities[entity]));
    }

    void begin_row(std::string_view id, std::string_view type, const std::string& name) {
        append_guarded(source_);
        cell(id);
        cell(type);
        cell(name);
    }

    void end_row(std::uint32_t begin, std::uint32_t end, const std::optional<Verdict>& verdict) {
        cell(std::to_string(findings_.offsets(begin)));
        cell(std::to_string(findings_.offsets(end)));
        out_ += '\t';
        if (verdict) {
            const int hundredths = verdict->confidence;
            out_.append("0.").append(1, static_cast<char>('0' + hundredths / 10)).append(1, static_cast<char>('0' + hundredths % 10));
        }
        cell(sentence(begin, end));
        out_ += '\n';
    }

    void cell(std::string_view text) {
        out_ += '\t';
        append_guarded(text);
    }

    void append_guarded(std::string_view text) {
        constexpr std::string_view formula = "=+-@";
        if (!text.empty() && formula.find(text.front()) != std::string_view::npos) {
            out_ += '\'';
        }
        out_ += text;
    }

    // The sentences from the one with `begin` to the one with `end`, as far as they are near.
    std::string sentence(std::uint32_t begin, std::uint32_t end) const {
        const std::vector<dateline_token>& tokens = document_.analysis.tokens;
        const auto after = [](std::uint32_t at, const dateline_token& token) { return at < token.end; };
        const auto first = std::upper_bound(tokens.begin(), tokens.end(), begin, after);
        const auto last = std::upper_bound(first, tokens.end(), end - 1, after);
        if (first == tokens.end() || last == tokens.end()) {
            return folded(words(begin, end));
        }
        const dateline_sentence& opening = document_.analysis.sentences[first->sentence];
        const dateline_sentence& closing = document_.analysis.sentences[last->sentence];
        std::uint32_t from = tokens[opening.first_token].begin, to = tokens[closing.first_token + closing.token_count - 1].end;
        from = std::max(from, begin - std::min(begin, reach));
        to = end + std::min(to - end, reach);
        while (!text::is_boundary(document_.text, from)) {
            ++from;
        }
        while (!text::is_boundary(document_.text, to)) {
            --to;
        }
        return folded(words(from, to));
    }

    std::string_view words(std::uint32_t begin, std::uint32_t end) const { return findings_.words(begin, end); }

    const explain::Findings& findings_;
    const Document& document_;
    const Proposals& proposals_;
    const Types& types_;
    std::string& out_;
    std::string source_;
};

}  // namespace

void write_tsv(const explain::Findings& findings, std::string& out) {
    TsvWriter(findings, out).write();
}

}  // namespace dateline::cli
