#include "tests/record/article.h"

namespace dateline::record {
namespace {

constexpr std::string_view sample =
    "Zürich, March 21st. He\u00A0Jiaxun, Executive Dean of East China Normal University (ECNU), opened “Zizhu Base” on 21 March in Shanghai.";

Document document_of(std::string_view text) {
    Document document;
    document.source = "samples/small.txt";
    document.byte_count = text.size();
    document.sha256 = std::string(32, 'a') + std::string(32, 'b');
    document.reader = "text";
    document.reader_version = "0.1.0";
    document.media_type = "text/plain";
    document.charset = "UTF-8";
    document.text = text;
    document.text_sha256 = std::string(64, 'c');
    return document;
}

void add_date(Draft& draft, std::string_view words) {
    draft.candidate("date", words, 300);
    draft.attribute("value", "2024-03-21", DATELINE_VALUE_DATE);
    draft.attribute("precision", "day");
    draft.attribute("implied", "year");
    draft.attribute("anchor", "published");
}

}  // namespace

Article::Article(std::string text) : draft(std::move(text)), document(document_of(draft.text)) {}

Article::Article() : Article(std::string(sample)) {
    add_date(draft, "March 21st");
    add_date(draft, "21 March");
    draft.candidate("place", "Shanghai", 300);
    const std::uint32_t he = draft.candidate("person", "He\u00A0Jiaxun", 190);
    const std::uint32_t university = draft.candidate("organization", "East China Normal University", 250);
    const std::uint32_t ecnu = draft.candidate("organization", "ECNU", 120);
    const std::uint32_t base = draft.candidate("base", "Zizhu Base", 400);
    draft.link(ecnu, university, DATELINE_LINK_ABBREVIATION, 389);
    draft.fact(he, "role", "Executive Dean", 150);
    draft.field("title", "Executive Dean");
    draft.field("organization", university);
    draft.field("status", "current");
    draft.fact(base, "event", "opened", 220);
    draft.field("type", "opened");
    draft.field("date", 1u);
    document.title = {"  A\n small “title”", "text/first-line"};
    document.language = {"en", "text/language"};
    document.published = {"2024-04-01", "dates/published-line"};
    document.published_begin = 9;
    document.published_end = 19;
    Diagnostic diagnostic;
    diagnostic.code = "plugin.invalid-output";
    diagnostic.message = "The plugin \"people\" gave a span outside the text; it was dropped.";
    diagnostic.plugin = "people";
    diagnostic.begin = 1;
    diagnostic.end = 3;
    document.diagnostics.push_back(diagnostic);
    resolve();
}

void Article::resolve() {
    draft.accept_all();
    resolve::resolve(document.text, draft.proposals, draft.types, resolution);
}

std::string Article::write() const {
    std::string out;
    record::write(document, draft.proposals, resolution, draft.types, generator, options, out);
    return out;
}

}  // namespace dateline::record
