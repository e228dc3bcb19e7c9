#include "core/lexicon/list_source.h"

#include "core/lexicon/header_lines.h"

namespace dateline::lexicon {
namespace {

Condition parse_condition(const Source& source, const HeaderValue& value) {
    if (value.text == "any") return Condition::any;
    if (value.text == "capital") return Condition::capital;
    if (value.text == "exact") return Condition::exact;
    source.fail(value.at, "there is no case “" + std::string(value.text) + "”; use any, capital or exact");
}

bool parse_hits(const Source& source, const HeaderValue& value) {
    if (value.text != "all" && value.text != "none") source.fail(value.at, "“" + std::string(value.text) + "” is nothing that hits can be; use all or none");
    return value.text == "none";
}

std::string_view parse_name(const Source& source, std::string_view name) {
    const std::size_t bad = name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    if (bad != std::string_view::npos) {
        source.fail(static_cast<std::size_t>(name.data() - source.text().data()) + bad, "a list's name has letters, digits and - only; change it");
    }
    return name;
}

ListSource::Entry parse_entry(const Source& source, const Line& line) {
    const std::size_t tab = line.text.find('\t');
    ListSource::Entry entry = {line.text.substr(0, tab), {}, line.begin};
    if (tab != std::string_view::npos) entry.value = line.text.substr(tab + 1);
    if (const std::size_t second = entry.value.find('\t'); second != std::string_view::npos) {
        source.fail(line.begin + tab + 1 + second, "a line has the words and one value, but here a third column begins; remove the tab");
    }
    if (tab != std::string_view::npos && entry.value.empty()) source.fail(line.begin + tab, "there is no value behind the tab; add one or remove the tab");
    return entry;
}

}  // namespace

ListSource parse_list(const Source& source) {
    const auto header = parse_header(source);
    ListSource list;
    list.name = parse_name(source, required(source, header, "list"));
    list.source = required(source, header, "source");
    list.licence = required(source, header, "licence");
    if (const auto found = header.find("case"); found != header.end()) list.condition = parse_condition(source, found->second);
    if (const auto found = header.find("hits"); found != header.end()) list.bits_only = parse_hits(source, found->second);
    std::size_t next = 0;
    for (Line line; next_line(source.text(), next, line);) {
        if (is_comment(line.text)) continue;
        list.entries.push_back(parse_entry(source, line));
        const std::string_view value = list.entries.back().value;
        if (list.bits_only && !value.empty()) source.fail(line.begin + static_cast<std::size_t>(value.data() - line.text.data()), "a list without hits has no values, since nobody could ask for them; remove this one, or the line “# hits: none”");
    }
    return list;
}

}  // namespace dateline::lexicon
