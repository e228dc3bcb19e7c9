#include "core/check/subject.h"

#include <algorithm>
#include <stdexcept>

#include "core/evaluate/example.h"
#include "core/pipeline/file.h"

namespace dateline::check {
namespace {

namespace fs = std::filesystem;

plugin::Found find(const plugin::Search& search) {
    const std::vector<plugin::Found> all = plugin::find_plugins(search);
    const auto own = std::find_if(all.begin(), all.end(), [&](const plugin::Found& one) {
        return one.origin == plugin::Found::Origin::option && one.folder == search.named.back();
    });
    return own == all.end() ? plugin::Found() : *own;
}

Text read(const std::string& file, std::uint64_t most_bytes) {
    Text text;
    text.kind = Text::Kind::own;
    text.name = file;
    const std::string problem = pipeline::read_document(file, most_bytes, text.bytes);
    if (!problem.empty()) {
        throw std::runtime_error("the file '" + file + "' " + problem);
    }
    return text;
}

std::vector<std::string> own_files(const Subject& subject, const fs::path& source) {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::directory_iterator entry(source / "tests", error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored) && (subject.is_reader() || entry->path().extension() == ".txt")) {
            files.push_back(entry->path().string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

Subject make_subject(pipeline::Options options, const fs::path& source, const std::vector<std::string>& more) {
    Subject subject;
    subject.options = std::move(options);
    subject.found = find(subject.options.search);
    subject.texts = standard_texts();
    std::vector<std::string> files = own_files(subject, source);
    files.insert(files.end(), more.begin(), more.end());
    for (const std::string& file : files) {
        subject.texts.push_back(read(file, subject.options.limits.max_bytes));
    }
    if (!subject.is_reader()) {
        for (const evaluate::Example& example : evaluate::read_examples(source)) {
            Text& text = subject.texts.emplace_back();
            text.kind = Text::Kind::own;
            text.name = example.file.string() + ": " + example.name;
            text.bytes = example.text;
        }
    }
    return subject;
}

}  // namespace dateline::check
