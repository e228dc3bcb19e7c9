#include "core/cli/diff.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <tuple>

#include "core/cli/output.h"
#include "core/cli/store_options.h"
#include "core/cli/usage.h"
#include "core/explain/paint.h"
#include "core/ingest/intake.h"
#include "core/record/writer.h"
#include "core/store/open.h"
#include "core/store/versions.h"
#include "core/text/utf8.h"

namespace dateline::cli {
namespace {

using store::Told;

struct Wanted {
    std::string name;
    std::int64_t version = 0;  // 0: the newest
};

// "releases/april.txt@2"
Wanted wanted(const std::string& operand) {
    const std::size_t at = operand.rfind('@');
    const std::string_view digits = at == std::string::npos ? std::string_view() : std::string_view(operand).substr(at + 1);
    const bool is_version = !digits.empty() && digits.size() < 10 && digits.front() != '0' &&
                            std::all_of(digits.begin(), digits.end(), [](unsigned char byte) { return std::isdigit(byte) != 0; });
    return is_version ? Wanted{operand.substr(0, at), std::stoll(std::string(digits))} : Wanted{operand, 0};
}

store::Version find(store::Database& database, const std::string& operand) {
    const Wanted one = wanted(operand);
    for (const Wanted& tried : {one, Wanted{operand, 0}}) {  // a name may end like a version
        if (auto version = store::find_version(database, ingest::name_of(tried.name, {}), tried.version)) {
            return *version;
        }
    }
    throw UsageError("the store '" + database.path() + "' has no document '" + operand + "'" +
                     (one.version > 0 ? "; the number behind @ is that of a version" : "; 'dateline export' lists all"));
}

std::string value(const nlohmann::ordered_json& field) { return field.is_string() ? field.get<std::string>() : field.dump(); }

// "title=Dean; organization=Eastport College"
std::string fields(const Told& told) {
    std::string out;
    if (!told.fields.empty()) {
        const auto object = nlohmann::ordered_json::parse(told.fields);
        for (const auto& [name, field] : object.items()) {
            if (!field.is_null()) {
                out.append(out.empty() ? "" : "; ").append(name).append("=").append(value(field));
            }
        }
    }
    return out;
}

void append_text(char sign, const Told& told, std::string& out) {
    const auto cell = [](const std::string& text) { return explain::printable(text); };
    out.append(1, sign)
        .append(told.type)
        .append("\t")
        .append(cell(told.name))
        .append("\t")
        .append(told.fact)
        .append("\t")
        .append(cell(fields(told))) += '\n';
}

void append_json(char sign, const Told& told, std::string& out) {
    record::Writer writer(out, false);
    writer.open('{');
    writer.key("change");
    writer.string(sign == '-' ? "removed" : "added");
    writer.key("type");
    writer.string(told.type);
    writer.key("name");
    writer.string_or_null(told.name);
    writer.key("fact");
    writer.string(told.fact);
    out.append(",\"fields\":").append(told.fields.empty() ? "null" : told.fields).append("}\n");
}

using Change = std::pair<Told, char>;

void add_changes(const std::set<Told>& from, const std::set<Told>& without, char sign, std::vector<Change>& changes) {
    for (const Told& told : from) {
        if (!without.contains(told)) {
            changes.emplace_back(told, sign);
        }
    }
}

std::vector<Change> changes_between(store::Database& database, const store::Version& a, const store::Version& b) {
    const std::set<Told> before = store::told_by(database, a.document), after = store::told_by(database, b.document);
    std::vector<Change> changes;
    add_changes(before, after, '-', changes);
    add_changes(after, before, '+', changes);
    // What belongs together stands together, the old before the new ('-' is behind '+' in ASCII).
    const auto key = [](const Change& change) { return std::tie(change.first.type, change.first.name, change.first.fact); };
    std::stable_sort(changes.begin(), changes.end(),
                     [&](const Change& x, const Change& y) { return key(x) != key(y) ? key(x) < key(y) : x.second > y.second; });
    return changes;
}

std::string name_of(const store::Version& version) { return explain::printable(text::valid(version.name)) + "@" + std::to_string(version.version); }

}  // namespace

int diff_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("diff"), words);
    if (arguments.operands.size() != 2) {
        return show_usage("diff");
    }
    store::Database database = store::open(store_path(arguments), store::Access::read);
    const store::Version a = find(database, arguments.operands[0]), b = find(database, arguments.operands[1]);
    const std::vector<Change> changes = changes_between(database, a, b);
    const bool json = arguments.text("format") == "jsonl";
    std::string out = json || changes.empty() ? std::string() : "--- " + name_of(a) + "\n+++ " + name_of(b) + "\n";
    for (const auto& [told, sign] : changes) {
        json ? append_json(sign, told, out) : append_text(sign, told, out);
    }
    return print(out);
}

}  // namespace dateline::cli
