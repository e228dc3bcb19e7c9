/// The lines between two "---" at the top of a Markdown file: "title: …", as site generators want them.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace markdown {

struct FrontMatter {
    std::map<std::string, std::string, std::less<>> values;  ///< keys in lower case; values that are plain text, without their quotes
    std::string_view rest;                                   ///< the Markdown after it

    std::string_view value(std::string_view key) const;
    /// The day of "date", "published" or "pubdate" as YYYY-MM-DD; empty when it has none.
    std::string_view published() const;
};

/// Whether the text begins with front matter that has a key and an end within `reach` bytes.
bool has_front_matter(std::string_view text, std::size_t reach);

FrontMatter front_matter_of(std::string_view text);

}  // namespace markdown
