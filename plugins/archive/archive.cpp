/// The reader of archives and compressed files: what is in them are documents of their own.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "../common/formats.h"
#include "contents.h"
#include "dateline/plugin.hpp"
#include "formats.h"
#include "names.h"

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
        for (const std::string_view bytes : joined_zips(input.bytes())) {
            take_entries(bytes, input.name(), output);
            check_count(bytes, output);
        }
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
    void take_entries(std::string_view bytes, std::string_view name, ReaderOutput& output) {
        entries_ = 0;
        try {
            if (format_of(bytes).compressed && is_no_archive(bytes)) {
                take_only_file(bytes, name, output);
                return;
            }
            Contents contents(bytes);
            Entry entry;
            for (; !output.should_stop() && contents.next(entry) && !contents.is_single_file(); ++entries_) {
                take(contents, entry, output);
            }
            if (!contents.is_single_file()) {
                if (const std::string problem = contents.cut(); !problem.empty() && !output.should_stop()) {
                    throw Error(problem);
                }
                tell_damage(contents, output);
            } else if (contents.is_compressed()) {
                take_only_file(bytes, name, output);
            } else {
                throw Error("it is corrupt: its first header cannot be understood");
            }
        } catch (const Error& error) {
            if (files_ == 0) {
                throw;
            }
            damaged(output, "After " + std::to_string(files_) + " files the archive cannot be read: " + error.what() + ".");
        }
    }

    // No archive is empty or begins with a zero, but zeros are what libarchive takes for an empty TAR.
    static bool is_no_archive(std::string_view compressed) {
        Contents contents(compressed, Shape::single_file);
        Entry entry;
        std::string first;
        return !contents.next(entry) || (contents.read(0, first).sentence.empty() && first.starts_with('\0'));
    }

    // An empty TAR is nothing but zeros.
    void take_only_file(std::string_view compressed, std::string_view archive, ReaderOutput& output) {
        Contents contents(compressed, Shape::single_file);
        Entry entry;
        bytes_.clear();
        const std::uint64_t room = output.room();
        if (!contents.next(entry)) {
            if (const std::string problem = contents.cut(); !problem.empty()) {
                throw Error(problem);
            }
        } else {
            const Contents::Problem problem = contents.read(room, bytes_);
            if (!problem.sentence.empty() && bytes_.empty()) {
                throw Error(problem.sentence);
            }
            if (!problem.sentence.empty()) {
                damaged(output, "After " + std::to_string(bytes_.size()) + " bytes the file cannot be read: " + problem.sentence + ".");
            }
        }
        if (bytes_.empty() || bytes_.size() > room || bytes_.find_first_not_of('\0') != std::string::npos) {
            output.add(Member(name_inside(archive), bytes_));
            ++files_;
        }
        tell_damage(contents, output);
    }

    void tell_damage(const Contents& contents, ReaderOutput& output) const {
        if (contents.passed_blocks() > 0) {
            const std::string lost = "where a file should begin there is none (blocks of 512 bytes: " + std::to_string(contents.passed_blocks()) + ")";
            if (files_ == 0) {
                throw Error("it is corrupt: " + lost);
            }
            damaged(output, "Something in the archive could not be read: " + lost + ".");
        }
        if (const std::uint64_t behind = contents.bytes_behind(); behind > 0 && !output.should_stop()) {
            damaged(output, "What stands behind the end of what is compressed was not read: " + std::to_string(behind) + " bytes.");
        }
    }

    static void damaged(ReaderOutput& output, const std::string& message) { output.diagnostic(DATELINE_ERROR, "archive.damaged", message); }

    void take(Contents& contents, const Entry& entry, ReaderOutput& output) {
        if (!entry.is_file || is_system_file(entry.name)) {
            skip(entry);
            return;
        }
        ++files_;
        bytes_.clear();
        encrypted_ += entry.is_encrypted ? 1 : 0;
        const Contents::Problem problem = entry.is_encrypted ? Contents::Problem{"it is encrypted"} : contents.read(output.room(), bytes_);
        if (problem.sentence.empty() && !common::no_document(bytes_).empty()) {
            skip(entry);
            return;
        }
        if (problem.harmless) {
            output.diagnostic(DATELINE_WARNING, "archive.doubtful", "The file '" + entry.name + "' was taken out, but " + problem.sentence + ".");
        }
        output.add(problem.sentence.empty() || problem.harmless ? Member(entry.name, bytes_) : Member::lost(entry.name, problem.sentence));
    }

    void skip(const Entry& entry) {
        if (!entry.is_folder) {
            skipped_.push_back(entry.name);
        }
    }

    // Entries that overlap, as in a bomb, or that contradict the list are not given by libarchive, which does not tell.
    void check_count(std::string_view bytes, ReaderOutput& output) const {
        const std::optional<std::uint32_t> listed = listed_in_zip(bytes);
        if (output.should_stop() || !listed || *listed <= entries_) {
            return;
        }
        const std::string lost = "its list names " + std::to_string(*listed) + " files, of which " + std::to_string(entries_) + " can be told apart";
        if (entries_ == 0 && files_ == 0) {
            throw Error("it is corrupt: " + lost);
        }
        damaged(output, "Files of the archive were not read: " + lost + "; those that overlap others are beyond the limit.");
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
        output.diagnostic(DATELINE_INFO, "archive.skipped",
                          "Pictures, programs, links and the like are no documents, and were skipped (" + std::to_string(skipped_.size()) + "): " + names + ".");
    }

    static constexpr std::size_t most_kept = std::size_t{1} << 20;
    std::string bytes_;
    std::uint64_t entries_ = 0, files_ = 0, encrypted_ = 0;
    std::vector<std::string> skipped_;
};

}  // namespace
}  // namespace dateline::archive_reader

DATELINE_READER(dateline::archive_reader::Archive, "archive", "0.1.0")
