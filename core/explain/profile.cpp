#include "core/explain/profile.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <vector>

namespace dateline::explain {
namespace {

constexpr std::array<std::string_view, 6> plugin_stages = {"probe", "read", "lists", "rules", "extract", "relate"};

struct Line {
    std::string name;
    std::array<std::int64_t, plugin_stages.size()> stages{};
    std::int64_t all = 0;
};

void append(std::string& out, const char* form, auto... values) {
    char text[128];
    std::snprintf(text, sizeof text, form, values...);
    out += text;
}

std::vector<Line> plugin_lines(const Profile& profile) {
    std::vector<Line> lines;
    for (const Profile::Row& row : profile.rows()) {
        if (row.plugin.empty()) {
            continue;
        }
        auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& one) { return one.name == row.plugin; });
        if (line == lines.end()) {
            line = lines.insert(lines.end(), Line{row.plugin});
        }
        line->stages[static_cast<std::size_t>(std::find(plugin_stages.begin(), plugin_stages.end(), row.stage) - plugin_stages.begin())] += row.nanoseconds;
        line->all += row.nanoseconds;
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.all > b.all; });
    return lines;
}

}  // namespace

void write_profile(const Profile& profile, std::size_t runs, std::size_t bytes, std::string& out) {
    const std::int64_t sum = std::max<std::int64_t>(profile.sum(), 1);
    const auto microseconds = [runs](std::int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e3 / static_cast<double>(runs); };
    const auto share = [sum](std::int64_t nanoseconds) { return 100 * static_cast<double>(nanoseconds) / static_cast<double>(sum); };
    append(out, "%zu bytes of text, %zu runs: %.0f microseconds a run, %.1f MB/s\n\n", bytes, runs, microseconds(sum),
           static_cast<double>(bytes) / microseconds(sum));
    append(out, "%-20s", "microseconds a run");
    for (const std::string_view stage : plugin_stages) {
        append(out, "%9.*s", static_cast<int>(stage.size()), stage.data());
    }
    out += "      all   share\n";
    for (const Line& line : plugin_lines(profile)) {
        append(out, "%-20.40s", line.name.c_str());
        for (const std::int64_t stage : line.stages) {
            stage == 0 ? append(out, "%9s", "") : append(out, "%9.1f", microseconds(stage));
        }
        append(out, "%9.1f %6.1f%%\n", microseconds(line.all), share(line.all));
    }
    out += "the host's own\n";
    for (const Profile::Row& row : profile.rows()) {
        if (row.plugin.empty()) {
            append(out, "  %-18s%*s%9.1f %6.1f%%\n", row.stage.c_str(), static_cast<int>(9 * plugin_stages.size()), "", microseconds(row.nanoseconds), share(row.nanoseconds));
        }
    }
}

}  // namespace dateline::explain
