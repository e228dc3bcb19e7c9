#include "core/lexicon/build.h"

#include <algorithm>
#include <fstream>
#include <vector>

#include "core/lexicon/builder.h"

namespace dateline::lexicon {
namespace {

namespace fs = std::filesystem;

/// The source files of a folder, in the order of their names.
std::vector<fs::path> source_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const fs::path& path = entry->path();
        const bool hidden = path.filename().string().starts_with(".");
        if (!hidden && (path.extension() == ".tsv" || path.extension() == ".rules")) files.push_back(path);
    }
    if (error) throw BuildError(folder.string() + ": cannot be read (" + error.message() + "); give the folder that holds a plugin's lists and rules");
    std::sort(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) { return a.filename().native() < b.filename().native(); });
    return files;
}

bool is_evidence(const fs::path& file) {
    return file.filename() == "evidence.tsv";
}

std::string build_with(Builder builder, const fs::path& data_folder) {
    const std::vector<fs::path> files = source_files(data_folder);
    for (const fs::path& file : files) {
        if (file.extension() == ".tsv" && !is_evidence(file)) builder.add_list(Source::read(file));
    }
    for (const fs::path& file : files) {
        if (file.extension() == ".rules") builder.add_rules(Source::read(file));
        if (is_evidence(file)) builder.add_evidence(Source::read(file));
    }
    return builder.finish();
}

}  // namespace

std::string build(const fs::path& data_folder) { return build_with(Builder(), data_folder); }

std::string build(const fs::path& data_folder, const TakeStatement& take) { return build_with(Builder(take), data_folder); }

void build_file(const fs::path& data_folder, const fs::path& file) {
    const std::string bytes = build(data_folder);
    const fs::path temporary = file.string() + ".part";
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    std::error_code error;
    if (out) fs::rename(temporary, file, error);
    if (!out || error) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw BuildError(file.string() + ": cannot be written; check that its folder exists, that you may write there and that the disk is not full");
    }
}

}  // namespace dateline::lexicon
