/// The reader of archives and compressed files: what is in them are documents of their own.
#include <algorithm>
#include <string>
#include <vector>

#include "contents.h"
#include "dateline/plugin.hpp"
#include "formats.h"

namespace dateline::archive_reader {
namespace {

constexpr std::size_t most_named = 5;

class Archive {
public:
    explicit Archive(const Host&) {}

    std::uint32_t probe(const Input& input) const { return format_of(input.bytes()).media_type.empty() ? 0 : 60; }

    void read(const Input& input, ReaderOutput& output) {
        if (const std::string_view document = document_in_zip(input.bytes()); !document.empty()) {
            throw NotMine("it looks like " + std::string(document));
        }
        output.metadata("media_type", format_of(input.bytes()).media_type, "archive/reader");
        files_ = encrypted_ = 0;
        skipped_.clear();
        take_files(input, output);
        if (encrypted_ > 0 && encrypted_ == files_) {
            throw Error("it is encrypted, all " + std::to_string(files_) + " files in it");
        }
        tell_skipped(output);
        if (bytes_.capacity() > most_kept) {
            bytes_ = {};
        }
    }

private:
    // What was taken out before the damage stays.
    void take_files(const Input& input, ReaderOutput& output) {
        try {
            Contents contents(input.bytes());
            for (Entry entry; !output.should_stop() && contents.next(entry);) {
                take(contents, entry, input.name(), output);
            }
        } catch (const Error& error) {
            if (files_ == 0) {
                throw;
            }
            output.diagnostic(DATELINE_ERROR, "archive.damaged", "After " + std::to_string(files_) + " files the archive cannot be read: " + error.what() + ".");
        }
    }

    void take(Contents& contents, const Entry& entry, std::string_view archive, ReaderOutput& output) {
        if (!entry.is_file && !contents.is_single_file()) {
            skip(entry);
            return;
        }
        ++files_;
        const std::string_view name = contents.is_single_file() ? name_inside(archive) : std::string_view(entry.name);
        std::string problem = entry.is_encrypted ? "it is encrypted" : contents.read(output.room(), bytes_);
        encrypted_ += entry.is_encrypted ? 1 : 0;
        if (contents.is_single_file() && !problem.empty()) {
            files_ = 0;
            throw Error(problem);
        }
        output.add(problem.empty() ? Member(name, bytes_) : Member::lost(name, problem));
    }

    void skip(const Entry& entry) {
        if (!entry.is_folder) {
            skipped_.push_back(entry.name);
        }
    }

    void tell_skipped(ReaderOutput& output) const {
        if (skipped_.empty()) {
            return;
        }
        std::string names;
        for (std::size_t i = 0; i < std::min(skipped_.size(), most_named); ++i) {
            names += (names.empty() ? "" : ", ") + skipped_[i];
        }
        names += skipped_.size() > most_named ? ", …" : "";
        output.diagnostic(DATELINE_INFO, "archive.skipped", "Links, devices and the like are no documents, and were skipped (" + std::to_string(skipped_.size()) + "): " + names + ".");
    }

    static constexpr std::size_t most_kept = std::size_t{1} << 20;
    std::string bytes_;
    std::uint64_t files_ = 0, encrypted_ = 0;
    std::vector<std::string> skipped_;
};

}  // namespace
}  // namespace dateline::archive_reader

DATELINE_READER(dateline::archive_reader::Archive, "archive", "0.1.0")
