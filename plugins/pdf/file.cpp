#include "file.h"

#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <climits>
#include <cmath>

#include "dateline/plugin.hpp"

namespace pdf {
namespace {

std::string utf8(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    return {bytes.begin(), bytes.end()};
}

bool is_bold(const std::string& font) {
    return font.find("Bold") != std::string::npos || font.find("bold") != std::string::npos || font.find("Black") != std::string::npos;
}

// Turned, so that lines run to the right and follow each other downwards.
void place(const poppler::rectf& box, Word& word) {
    switch (word.rotation) {
        case 1:
            word.left = box.top(), word.right = box.bottom(), word.top = -box.right(), word.bottom = -box.left();
            break;
        case 2:
            word.left = -box.right(), word.right = -box.left(), word.top = -box.bottom(), word.bottom = -box.top();
            break;
        case 3:
            word.left = -box.bottom(), word.right = -box.top(), word.top = box.left(), word.bottom = box.right();
            break;
        default:
            word.left = box.left(), word.right = box.right(), word.top = box.top(), word.bottom = box.bottom();
    }
}

// Numbers in a PDF may be anything, and what is compared must be a number.
bool is_sane(Word& word) {
    constexpr double farthest = 1e6;
    for (const double place : {word.left, word.top, word.right, word.bottom}) {
        if (!(std::abs(place) < farthest)) return false;
    }
    word.size = std::isfinite(word.size) ? std::clamp(std::abs(word.size), 1.0, 1000.0) : 1.0;
    return true;
}

}  // namespace

File::File(std::string_view bytes) {
    if (bytes.size() > INT_MAX) throw dateline::Error("a limit is exceeded: it is larger than 2 GiB");
    document_.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document_) throw dateline::Error("it is corrupt: no PDF can be made out of it");
    if (document_->is_locked()) throw dateline::Error("it is encrypted, a password is needed");
}

File::~File() = default;

int File::page_count() const { return document_->pages(); }

Page File::page(int index) const {
    Page result;
    const std::unique_ptr<poppler::page> page(document_->create_page(index));
    if (!page) return result;
    const poppler::rectf rect = page->page_rect();
    const bool lies = page->orientation() == poppler::page::landscape || page->orientation() == poppler::page::seascape;
    result.height = lies ? rect.width() : rect.height();
    for (const poppler::text_box& box : page->text_list(poppler::page::text_list_include_font)) {
        Word word{utf8(box.text()), 0, 0, 0, 0, box.get_font_size(), box.rotation() & 3, box.has_space_after(), is_bold(box.get_font_name())};
        place(box.bbox(), word);
        if (!word.text.empty() && is_sane(word)) result.words.push_back(std::move(word));
    }
    return result;
}

std::string File::title() const { return utf8(document_->get_title()); }

std::string File::author() const { return utf8(document_->get_author()); }

std::vector<std::string> File::attachments() const {
    std::vector<std::string> names;
    if (document_->has_embedded_files()) {
        for (const poppler::embedded_file* file : document_->embedded_files()) names.push_back(file->name());
    }
    return names;
}

void silence() {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
}

}  // namespace pdf
