#include "write_metadata.h"

#include <algorithm>
#include <string>

#include "../common/ascii.h"
#include "metadata.h"
#include "published.h"

namespace html {

using namespace common;
namespace {

// "meta article:published_time" becomes "html/meta-article:published_time".
std::string rule_of(std::string_view place) {
    std::string rule = "html/" + std::string(place);
    std::replace_if(
        rule.begin(), rule.end(), [](char c) { return !(is_letter(c) || is_digit(c) || c == '/' || c == ':' || c == '.' || c == '_'); }, '-');
    return rule;
}

}  // namespace

void write_metadata(const Page& page, const std::vector<std::int32_t>& scores, dateline::ReaderOutput& output) {
    for (const Value& value : metadata_of(page)) {
        output.metadata(value.name, value.value, value.rule);
    }
    if (const auto found = published(days_of(page, scores, language_of(page)))) {
        output.metadata("published", edtf(found->day), rule_of(found->place));
    }
}

}  // namespace html
