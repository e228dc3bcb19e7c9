/// The reader of PDF.
#include <algorithm>
#include <string>
#include <vector>

#include "../common/composer.h"
#include "bulk.h"
#include "dateline/plugin.hpp"
#include "file.h"
#include "furniture.h"
#include "paragraphs.h"

namespace pdf {
namespace {

constexpr std::string_view magic = "%PDF-";
constexpr std::size_t head_bytes = 1024;  ///< readers look for the header in these
constexpr int most_pages = 2000;
// Poppler's work on a page grows with the square of its words: 2,000 pages of 700 words are as many as three of 18,000, which take half a minute.
constexpr std::uint64_t most_work = 1000000000;
constexpr std::size_t most_named = 10;  ///< attachments

std::size_t header_at(std::string_view bytes) { return bytes.substr(0, head_bytes).find(magic); }

class Pdf {
public:
    explicit Pdf(const dateline::Host&) { silence(); }

    std::uint32_t probe(const dateline::Input& input) const {
        const std::size_t at = header_at(input.bytes());
        return at == 0 ? 95 : at == std::string_view::npos ? 0 : 60;
    }

    void read(const dateline::Input& input, dateline::ReaderOutput& output) {
        try {
            check_bulk(input.bytes());
            read_file(File(input.bytes()), output);
        } catch (const dateline::Error& error) {
            // A text may talk about PDF.
            if (header_at(input.bytes()) != 0) throw dateline::NotMine(std::string("it looks like PDF, and ") + error.what());
            throw;
        }
    }

private:
    void read_file(const File& file, dateline::ReaderOutput& output) {
        if (file.page_count() < 1) throw dateline::Error("it is corrupt: it has no pages");
        output.metadata("media_type", "application/pdf", "pdf/reader");
        const std::string title = common::folded_space(file.title()), author = common::folded_space(file.author());
        if (common::is_telling_title(title)) output.metadata("title", title, "pdf/properties");
        if (!author.empty()) output.metadata("author", author, "pdf/properties");
        std::vector<Sheet> sheets = sheets_of(file, output);
        const bool has_text = std::any_of(sheets.begin(), sheets.end(), [](const Sheet& sheet) { return !sheet.lines.empty(); });
        remove_furniture(sheets);
        common::Composer composer;
        add_paragraphs(sheets, composer);
        composer.deliver(output);
        if (!has_text)
            output.diagnostic(DATELINE_WARNING, "pdf.no-text", "Its pages hold images only, no text; it would have to be recognised first (OCR).");
        tell_attachments(file, output);
    }

    static std::vector<Sheet> sheets_of(const File& file, dateline::ReaderOutput& output) {
        std::vector<Sheet> sheets;
        std::uint64_t work = 0;
        const int pages = std::min(file.page_count(), most_pages);
        int index = 0;
        for (; index < pages && work < most_work && !output.should_stop(); ++index) {
            const Page page = file.page(index);
            work += std::uint64_t{page.words.size()} * page.words.size();
            sheets.push_back({lines_of(page), page.height});
        }
        if (index < file.page_count()) {
            output.diagnostic(
                DATELINE_ERROR, "pdf.limit",
                "A limit is exceeded: of " + std::to_string(file.page_count()) + " pages the first " + std::to_string(index) + " were read.");
        }
        return sheets;
    }

    static void tell_attachments(const File& file, dateline::ReaderOutput& output) {
        const std::vector<std::string> names = file.attachments();
        if (names.empty()) return;
        std::string list;
        for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i) list += (i == 0 ? "" : ", ") + names[i];
        output.diagnostic(DATELINE_WARNING, "pdf.attachments",
                          "Files in it were not read: " + list + (names.size() > most_named ? " and others." : "."));
    }
};

}  // namespace
}  // namespace pdf

DATELINE_READER(pdf::Pdf, "pdf", "0.1.0")
