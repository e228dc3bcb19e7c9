#include "core/cli/export.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>

#include "core/cli/exit_code.h"
#include "core/cli/interrupt.h"
#include "core/cli/messages.h"
#include "core/cli/output.h"
#include "core/cli/store_options.h"
#include "core/record/writer.h"
#include "core/store/export.h"
#include "core/store/open.h"

namespace dateline::cli {
namespace {

// What stands in the store begins so: a prefix of it compares as text.
constexpr std::string_view shape_of_time = "dddd-dd-ddTdd:dd:dd.dddZ";

// Whether there is such a time; of one of the right shape, which may end early.
bool is_possible(std::string_view time) {
    const auto number = [&](std::size_t at, std::size_t size, unsigned otherwise) {
        unsigned value = otherwise;
        if (at < time.size()) std::from_chars(time.data() + at, time.data() + at + size, value);
        return value;
    };
    const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(number(0, 4, 0))), std::chrono::month(number(5, 2, 1)), std::chrono::day(number(8, 2, 1)));
    return day.ok() && number(11, 2, 0) < 24 && number(14, 2, 0) < 60 && number(17, 2, 0) < 60;
}

std::string time_of(const Arguments& arguments, std::string_view option) {
    std::string time(arguments.text(option));
    const auto fits = [](char given, char shape) { return shape == 'd' ? std::isdigit(static_cast<unsigned char>(given)) != 0 : given == shape; };
    const bool known_length =
        time.size() == 4 || time.size() == 7 || time.size() == 10 || time.size() == 16 || time.size() == 19 || time.size() == 24;
    const bool good = known_length && std::equal(time.begin(), time.end(), shape_of_time.begin(), fits) && is_possible(time);
    if (arguments.has(option) && !good) {
        throw UsageError("option '--" + std::string(option) + "' takes a time in UTC such as 2024-04-01 or 2024-04-01T12:30:00, not '" + time + "'");
    }
    return time;
}

std::int64_t cursor_of(const Arguments& arguments) {
    const std::string_view cursor = arguments.text("after", "0");
    if (cursor.size() > 18 || !std::all_of(cursor.begin(), cursor.end(), [](unsigned char byte) { return std::isdigit(byte) != 0; })) {
        throw UsageError("option '--after' takes the store.cursor of a record, a number, not '" + std::string(cursor) + "'");
    }
    return std::stoll(std::string(cursor));
}

store::Filter filter_of(const Arguments& arguments) {
    store::Filter filter;
    filter.after = cursor_of(arguments);
    filter.since = time_of(arguments, "since");
    filter.until = time_of(arguments, "until");
    filter.statuses = arguments.all("status");
    filter.type = arguments.text("type");
    filter.query = arguments.text("query");
    filter.limit = static_cast<std::int64_t>(std::min<std::uint64_t>(arguments.number("limit", 0), INT64_MAX));
    return filter;
}

// The record with one more field at its end.
void append_record(const store::Exported& one, std::string& out) {
    out.append(one.record.substr(0, one.record.size() - 1)).append(",\"store\":");
    record::Writer writer(out, false);
    writer.open('{');
    writer.key("cursor");
    writer.integer(static_cast<std::uint64_t>(one.cursor));
    writer.key("name");
    writer.string_or_null(one.name);
    writer.key("version");
    writer.integer(static_cast<std::uint64_t>(one.version));
    writer.key("status");
    writer.string(one.status);
    writer.key("attempts");
    writer.integer(static_cast<std::uint64_t>(one.attempts));
    writer.key("done");
    writer.string(one.done);
    writer.key("same_as");
    writer.string_or_null(one.same_as);
    writer.close('}');
    out += "}\n";
}

// A misspelt type would look like news that never come.
void warn_of_unknown_type(store::Database& database, const std::string& type) {
    if (store::has_entity_type(database, type)) {
        return;
    }
    std::string known;
    for (const std::string& one : store::entity_types(database)) {
        known.append(known.empty() ? "" : ", ").append(one);
    }
    Messages(false, wants_color("auto", STDERR_FILENO)).warning("nothing in the store has the type '" + type + "'; there are: " + (known.empty() ? "none" : known));
}

int write_records(store::Database& database, const store::Filter& filter) {
    Output output(STDOUT_FILENO);
    std::string line;
    bool found = false;
    store::export_documents(database, filter, [&](const store::Exported& one) {
        found = true;
        line.clear();
        append_record(one, line);
        output.add(line);
        return output.usable() && !interrupted();
    });
    output.flush();
    if (!output.problem().empty()) {
        throw std::runtime_error("standard output cannot be written: " + output.problem());
    }
    if (!found && !filter.type.empty()) {
        warn_of_unknown_type(database, filter.type);
    }
    return interrupted() ? exit_interrupted : exit_ok;
}

}  // namespace

int export_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("export"), words);
    if (!arguments.operands.empty()) {
        throw UsageError("export takes no FILE; options say what is wanted, and --store from where");
    }
    const store::Filter filter = filter_of(arguments);
    catch_interrupts();
    store::Database database = store::open(store_path(arguments), store::Access::read);
    try {
        return write_records(database, filter);
    } catch (const store::QueryError&) {
        throw UsageError("option '--query' cannot be understood: '" + filter.query + "'; it takes words, \"a phrase\", AND, OR, NOT and pre*");
    }
}

}  // namespace dateline::cli
