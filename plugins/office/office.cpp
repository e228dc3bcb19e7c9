/// The reader of office documents: DOCX and ODT.
#include <string>
#include <vector>

#include "../common/composer.h"
#include "dateline/plugin.hpp"
#include "docx.h"
#include "odt.h"
#include "package.h"

namespace office {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view zip_magic = "PK\x03\x04";
constexpr std::string_view old_office_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view odt_type = "application/vnd.oasis.opendocument.text";
constexpr std::string_view flat_type = "application/vnd.oasis.opendocument.text-flat-xml";
constexpr std::size_t head_bytes = 1024;

bool holds(std::string_view bytes, std::string_view piece) { return bytes.find(piece) != std::string_view::npos; }

bool is_flat(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 8 * head_bytes);
    return holds(head, "office:document") && holds(head, odt_type) && holds(head, "<?xml");
}

class Office {
public:
    explicit Office(const dateline::Host&) {}

    std::uint32_t probe(const dateline::Input& input) const {
        const std::string_view head = input.bytes().substr(0, head_bytes);
        if (head.starts_with(zip_magic)) {
            const bool plain = holds(head, "word/") || holds(head, "[Content_Types].xml") || holds(head, odt_type);
            return plain ? 90 : 60;  // what is inside stands at the end of a ZIP
        }
        if (head.starts_with(old_office_magic)) return 20;
        return is_flat(input.bytes()) ? 95 : 0;
    }

    void read(const dateline::Input& input, dateline::ReaderOutput& output) {
        composer_.clear();
        unread_.clear();
        const std::string_view bytes = input.bytes();
        if (bytes.starts_with(old_office_magic)) {
            refuse_old(bytes);
        } else if (bytes.starts_with(zip_magic)) {
            read_package(bytes, output);
        } else {
            if (bytes.size() > Package::largest_member) throw dateline::Error("a limit is exceeded: it has more than 32 MiB of XML");
            deliver(read_flat_odt(std::string(bytes), composer_, unread_), flat_type, output);
        }
    }

private:
    // An encrypted DOCX is not a ZIP, but a container of the old format with the encrypted ZIP in it.
    static void refuse_old(std::string_view bytes) {
        if (holds(bytes, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv)) {
            throw dateline::Error("it is encrypted, a password is needed");
        }
        throw dateline::NotMine("it looks like old Microsoft Office (DOC, XLS, PPT) or MSG");
    }

    void read_package(std::string_view bytes, dateline::ReaderOutput& output) {
        const Package package = open_package(bytes, [](std::string_view path) { return is_docx_part(path) || is_odt_part(path); });
        if (is_odt(package)) {
            refuse_damaged(package);
            deliver(read_odt(package, composer_, unread_), odt_type, output);
            return;
        }
        const std::string main_part = docx_main_part(package);
        if (main_part.empty()) {
            if (!package.damage.empty() && holds(bytes.substr(0, head_bytes), "[Content_Types].xml")) refuse_damaged(package);
            throw dateline::NotMine("it is a ZIP, but no DOCX or ODT");
        }
        refuse_damaged(package);
        deliver(read_docx(package, main_part, composer_, unread_), docx_type, output);
    }

    static void refuse_damaged(const Package& package) {
        if (!package.damage.empty()) throw dateline::Error("it is corrupt: " + package.damage);
    }

    void deliver(const Properties& properties, std::string_view media_type, dateline::ReaderOutput& output) {
        output.metadata("media_type", media_type, "office/reader");
        if (common::is_telling_title(properties.title)) output.metadata("title", properties.title, "office/properties");
        if (!properties.author.empty()) output.metadata("author", properties.author, "office/properties");
        composer_.deliver(output);
        for (const std::string& part : unread_) {
            output.diagnostic(DATELINE_WARNING, "office.unread",
                              "Text in the document was not read: " + (part.empty() ? "an embedded file that is not there" : part) + ".");
        }
    }

    common::Composer composer_;
    std::vector<std::string> unread_;
};

}  // namespace
}  // namespace office

DATELINE_READER(office::Office, "office", "0.1.0")
