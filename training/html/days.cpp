// Writes what the reader makes of web pages, a JSON line a page: its text, the day of publication, and the features of all days that it might
// have been, for training/html_days.py. html_days PAGE …
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "plugins/html/main_text.h"
#include "plugins/html/metadata.h"
#include "plugins/html/published.h"
#include "plugins/html/text.h"

int main(int count, char** arguments) {
    for (int i = 1; i < count; ++i) {
        std::ifstream file(arguments[i], std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(file), {});
        const html::Page page(bytes, {});
        const auto scores = html::score_blocks(page.blocks, page.hints(), html::shipped_weights());
        const auto days = html::days_of(page, scores, html::language_of(page));
        nlohmann::json line = {{"id", std::filesystem::path(arguments[i]).filename()}, {"days", nlohmann::json::array()}, {"date", nullptr}};
        for (const html::DayChoice& one : html::weigh_days(days)) line["days"].push_back({html::edtf(one.day), one.features});
        if (const auto best = html::published(days)) line["date"] = html::edtf(best->day);
        line["text"] = html::text_of(page.blocks, scores, page.hints().title, page.decoded.text).text;
        std::puts(line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    }
}
