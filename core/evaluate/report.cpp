#include <charconv>
#include <nlohmann/json.hpp>

#include "core/evaluate/score.h"

namespace dateline::evaluate {
namespace {

std::string right_aligned(std::string_view text, std::size_t width) { return std::string(width - std::min(width, text.size()), ' ').append(text); }

// Three decimals, whatever the locale.
std::string decimals(double value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 3).ptr;
    return std::string(digits, end);
}

void append_row(std::string_view measure, std::initializer_list<std::string> figures, std::string_view gold, std::string_view found, std::string& out) {
    out.append(measure).append(14 - std::min<std::size_t>(14, measure.size()), ' ');
    for (const std::string& figure : figures) {
        out += right_aligned(figure, 8);
    }
    out += right_aligned(gold, 7) + right_aligned(found, 7) + "\n";
}

}  // namespace

std::string table(std::span<const Tally> tallies) {
    std::string out;
    append_row("measure", {"P", "R", "F1"}, "gold", "found", out);
    for (const Tally& tally : tallies) {
        const Figures figures = tally.figures();
        append_row(tally.measure, {decimals(figures.precision), decimals(figures.recall), decimals(figures.f1)}, std::to_string(figures.gold),
                   std::to_string(figures.found), out);
    }
    return out;
}

std::string miss_lines(std::span<const Tally> tallies) {
    std::string out;
    for (const Tally& tally : tallies) {
        for (const Miss& miss : tally.misses) {
            out += tally.measure + "\t" + miss.article + "\t" + (miss.wrong ? "wrong" : "missed") + "\t" + miss.item + "\n";
        }
    }
    return out;
}

std::string json(std::span<const Tally> tallies) {
    nlohmann::ordered_json all = nlohmann::ordered_json::object();
    for (const Tally& tally : tallies) {
        const Figures figures = tally.figures();
        all[tally.measure] = {{"p", figures.precision}, {"r", figures.recall}, {"f1", figures.f1}, {"gold", figures.gold}, {"found", figures.found}};
    }
    return all.dump(1) + "\n";
}

}  // namespace dateline::evaluate
