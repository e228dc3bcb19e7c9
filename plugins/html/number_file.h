/// Text files of learned weights.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace html {

/// Lines of a name and one or two numbers, parted by tabs; comments begin with "# ". The file must stay.
class NumberFile {
public:
    using Row = std::array<std::int32_t, 2>;

    explicit NumberFile(std::string_view file) {
        while (!file.empty()) {
            const std::string_view line = file.substr(0, file.find('\n'));
            file.remove_prefix(std::min(file.size(), line.size() + 1));
            if (!line.starts_with("# ") && line.find('\t') != std::string_view::npos) add(line);
        }
    }

    /// Null when the name is not in it.
    const Row* find(std::string_view name) const {
        const auto found = rows_.find(name);
        return found == rows_.end() ? nullptr : &found->second;
    }

private:
    void add(std::string_view line) {
        Row& row = rows_[line.substr(0, line.find('\t'))];
        for (std::int32_t& number : row) {
            line.remove_prefix(std::min(line.size(), line.find('\t') + 1));
            std::from_chars(line.data(), line.data() + line.size(), number);
            if (line.find('\t') == std::string_view::npos) break;
        }
    }

    std::unordered_map<std::string_view, Row> rows_;
};

}  // namespace html
