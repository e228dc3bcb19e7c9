/// A PDF as poppler opens it: its words with their places, and what it says about itself.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace poppler {
class document;
}

namespace pdf {

/// A word in the frame of its own reading direction: x grows along the line, y from line to line, in points.
struct Word {
    std::string text;  ///< UTF-8
    double left, top, right, bottom;
    double size;   ///< of the font
    int rotation;  ///< quarter turns
    bool space_after;
    bool bold;
};

struct Page {
    std::vector<Word> words;  ///< in reading order, column by column
    double height = 0;        ///< in points
};

class File {
public:
    /// Throws dateline::Error when it is encrypted or corrupt. The bytes must outlive it.
    explicit File(std::string_view bytes);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    int page_count() const;
    /// Empty for a page that is broken.
    Page page(int index) const;
    std::string title() const;
    std::string author() const;
    /// Names of the files in it.
    std::vector<std::string> attachments() const;

private:
    std::unique_ptr<poppler::document> document_;
};

/// Poppler writes what it meets to standard error unless told not to. Once a process.
void silence();

}  // namespace pdf
