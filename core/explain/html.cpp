#include "core/explain/html.h"

#include <algorithm>
#include <array>

#include "core/explain/html_style.h"
#include "core/explain/paint.h"
#include "core/explain/reasons.h"
#include "core/explain/terminal.h"
#include "core/explain/verdicts.h"
#include "core/record/lists.h"

namespace dateline::explain {
namespace {

// Types in the record's order; more of them start over.
constexpr std::array<std::string_view, 10> hues = {"38", "215", "145", "300", "185", "5", "260", "90", "330", "20"};

// So many candidates that were not taken are listed; a page must stay readable.
constexpr std::size_t most_considered = 300;

std::string escaped(std::string_view text) {
    std::string out;
    for (const char byte : printable(text)) {
        switch (byte) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += byte;
        }
    }
    return out;
}

class HtmlWriter {
public:
    HtmlWriter(const Findings& findings, std::string& out) : findings_(findings), out_(out), verdicts_(findings, plain_, unused_) {}

    void write() {
        write_head();
        write_header();
        write_diagnostics();
        put({"<main>\n<article dir=\"auto\" lang=\"", escaped(findings_.document.language.value), "\">"});
        write_text();
        put({"</article>\n<aside>\n"});
        write_entities();
        put({"</aside>\n</main>\n"});
        write_considered();
        put({"<div id=\"card\" hidden></div>\n<script>", page_script, "</script>\n</body>\n</html>\n"});
    }

private:
    void put(std::initializer_list<std::string_view> parts) {
        for (const std::string_view part : parts) {
            out_ += part;
        }
    }

    std::string title() const {
        const Document& document = findings_.document;
        return escaped(shortened(document.title.value.empty() ? document.source : document.title.value, 120));
    }

    void write_head() {
        put({"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n",
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"dateline\">\n<title>", title(),
             "</title>\n<style>", page_style});
        for (std::size_t type = 0; type < findings_.types.types.size(); ++type) {
            put({".t", std::to_string(type), " { --hue: ", hues[type % hues.size()], "; }\n"});
        }
        put({"</style>\n</head>\n<body>\n"});
    }

    void write_header() {
        const Document& document = findings_.document;
        put({"<header>\n<h1 dir=\"auto\">", title(), "</h1>\n<span class=\"about\">", escaped(document.source), " · ",
             record::statuses[static_cast<std::size_t>(document.status)]});
        if (!document.published.value.empty()) {
            put({" · published <time>", escaped(document.published.value), "</time>"});
        }
        put({"</span>\n<nav class=\"legend\">\n"});
        for (std::uint32_t type = 0; type < findings_.types.types.size(); ++type) {
            if (!findings_.types.types[type].silent()) {
                put({"<a class=\"chip t", std::to_string(type), "\" href=\"#type", std::to_string(type), "\">", escaped(findings_.types.types[type].collection),
                     " <b>", std::to_string(count(type)), "</b></a>\n"});
            }
        }
        put({"</nav>\n</header>\n"});
    }

    std::size_t count(std::uint32_t type) const {
        const auto& all = findings_.resolution.entities;
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [type](const resolve::Entity& entity) { return entity.type == type; }));
    }

    void write_diagnostics() {
        if (findings_.document.diagnostics.empty()) {
            return;
        }
        put({"<section class=\"diagnostics\">\n"});
        for (const Diagnostic& diagnostic : findings_.document.diagnostics) {
            put({"<p><b>", record::severities[diagnostic.severity], "</b>: ", escaped(diagnostic.message), " <span class=\"rule\">", escaped(diagnostic.code),
                 "</span></p>\n"});
        }
        put({"</section>\n"});
    }

    void write_text() {
        std::uint32_t at = 0;
        for (const std::uint32_t index : marks(findings_)) {
            const Candidate& mark = findings_.proposals.candidates[index];
            const std::uint32_t entity = findings_.resolution.entity_of[index];
            const std::string number = std::to_string(index);
            put({escaped(findings_.words(at, mark.begin)), "<a class=\"mark t", std::to_string(mark.type), "\" id=\"m", number, "\" href=\"#c", number,
                 "\" data-entity=\"", std::to_string(entity), "\">", escaped(findings_.words(mark.begin, mark.end)), "</a>"});
            at = mark.end;
        }
        put({escaped(findings_.words(at, static_cast<std::uint32_t>(findings_.document.text.size())))});
    }

    void write_entities() {
        std::uint32_t type = DATELINE_NONE;
        for (const resolve::Entity& entity : findings_.resolution.entities) {
            if (entity.type != type) {
                type = entity.type;
                const std::string number = std::to_string(type);
                put({"<h2 class=\"t", number, "\" id=\"type", number, "\">", escaped(findings_.types.types[type].collection), "</h2>\n"});
            }
            write_entity(entity);
        }
        if (findings_.resolution.entities.empty()) {
            put({"<p>Nothing was found.</p>\n"});
        }
    }

    void write_entity(const resolve::Entity& entity) {
        put({"<section class=\"entity t", std::to_string(entity.type), "\" id=\"", escaped(entity.id), "\">\n<h3 dir=\"auto\">",
             escaped(shortened(name_of(findings_, entity), 200)), " <span class=\"id\">", escaped(entity.id), "</span></h3>\n"});
        for (const resolve::Alias& alias : entity.aliases) {
            write_alias(alias);
        }
        for (const std::uint32_t fact : entity.facts) {
            write_fact(findings_.proposals.facts[fact]);
        }
        for (const std::uint32_t mention : entity.mentions) {
            write_mention(mention);
        }
        put({"</section>\n"});
    }

    void write_alias(const resolve::Alias& alias) {
        const Link& link = findings_.proposals.links[alias.link];
        put({"<details class=\"fact\"><summary><b>also</b> <q>", escaped(alias.name), "</q> ", record::alias_reasons[link.reason], "</summary>\n"});
        write_grounds(link.begin, link.end, link.rule, link.verdict);
        write_reasons(reasons(findings_, link));
        put({"</details>\n"});
    }

    void write_fact(const Fact& fact) {
        const FactDeclaration& declared = findings_.types.facts[fact.fact];
        put({"<details class=\"fact\"><summary><b>", escaped(declared.name), "</b> ",
             escaped(verdicts_.values(declared.fields, findings_.proposals.fields, fact.fields)), "</summary>\n<q>",
             escaped(shortened(findings_.words(fact.begin, fact.end), 160)), "</q> "});
        write_grounds(fact.begin, fact.end, fact.rule, fact.verdict);
        write_reasons(reasons(findings_, fact));
        put({"</details>\n"});
    }

    void write_mention(std::uint32_t index) {
        const Candidate& mention = findings_.proposals.candidates[index];
        const std::string number = std::to_string(index);
        put({"<details id=\"c", number, "\"><summary><a href=\"#m", number, "\">", escaped(shortened(findings_.words(mention.begin, mention.end), 160)), "</a> "});
        write_grounds(mention.begin, mention.end, mention.rule, mention.verdict);
        put({"</summary>\n"});
        const std::string values = verdicts_.values(findings_.types.types[mention.type].attributes, findings_.proposals.attributes, mention.attributes);
        if (!values.empty()) {
            put({"<p class=\"values\">", escaped(values), "</p>\n"});
        }
        write_reasons(reasons(findings_, mention));
        put({"</details>\n"});
    }

    void write_grounds(std::uint32_t begin, std::uint32_t end, std::string_view rule, const Verdict& verdict) {
        put({"<span class=\"place\">", verdicts_.place(begin, end), "</span> <span class=\"rule\">", escaped(rule), " ", points(verdict.score), "</span>"});
    }

    void write_reasons(const std::vector<Reason>& all) {
        put({"<ul class=\"reasons\">\n"});
        for (const Reason& reason : all) {
            put({"<li class=\"", reason.weight < 0 ? "against" : "for", reason.counts && reason.weight != 0 ? "" : " idle", "\"><span class=\"weight\">", points(reason.weight),
                 "</span><span>", escaped(reason.sentence), " <span class=\"rule\">", escaped(reason.name), "</span></span></li>\n"});
        }
        put({"</ul>\n"});
    }

    void write_considered() {
        std::vector<std::uint32_t> refused;
        for (std::uint32_t i = 0; i < findings_.proposals.candidates.size(); ++i) {
            const Candidate& candidate = findings_.proposals.candidates[i];
            if (!candidate.verdict.accepted) {
                refused.push_back(i);
            }
        }
        if (refused.empty()) {
            return;
        }
        std::stable_sort(refused.begin(), refused.end(), [this](std::uint32_t a, std::uint32_t b) {
            return findings_.proposals.candidates[a].begin < findings_.proposals.candidates[b].begin;
        });
        put({"<section class=\"considered\"><details><summary>", std::to_string(refused.size()), " more were considered and not marked</summary>\n<ul>\n"});
        for (std::size_t i = 0; i < std::min(refused.size(), most_considered); ++i) {
            write_refused(findings_.proposals.candidates[refused[i]]);
        }
        if (refused.size() > most_considered) {
            put({"<li>… and ", std::to_string(refused.size() - most_considered), " more; explain --json has them all</li>\n"});
        }
        put({"</ul></details></section>\n"});
    }

    void write_refused(const Candidate& candidate) {
        put({"<li class=\"t", std::to_string(candidate.type), "\"><details><summary><q>", escaped(shortened(findings_.words(candidate.begin, candidate.end), 160)),
             "</q> as ", escaped(findings_.types.types[candidate.type].name), ": ", escaped(outcome(findings_, candidate)), " "});
        write_grounds(candidate.begin, candidate.end, candidate.rule, candidate.verdict);
        put({"</summary>\n"});
        write_reasons(reasons(findings_, candidate));
        put({"</details></li>\n"});
    }

    const Findings& findings_;
    std::string& out_;
    Paint plain_{false};
    std::string unused_;
    VerdictWriter verdicts_;
};

}  // namespace

void write_html(const Findings& findings, std::string& out) { HtmlWriter(findings, out).write(); }

}  // namespace dateline::explain
