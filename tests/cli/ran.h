/// Runs the real program as a user does, from a shell.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace dateline::cli {

struct Ran {
    int code = -1;  ///< 128 + the signal for what a signal ended
    std::string out, err;

    std::vector<std::string> lines() const;  ///< of `out`
};

/// The program with the text reader as its only plugin, so that what others find does not matter; and with the test plugin "words" beside it.
inline const std::string bare_dateline = BUILD_FOLDER "/tests/bare/bin/dateline";
inline const std::string words_plugin = BUILD_FOLDER "/tests/plugins/words";

/// A folder of its own for each test, with `dateline` on the PATH and no configuration.
class Scratch : public testing::Test {
protected:
    Scratch();
    ~Scratch() override;

    /// A file below the folder, with all that must be above it.
    void write(const std::string& name, std::string_view content) const;
    std::string read(const std::string& name) const;
    /// `count` small files, no two alike.
    void write_many(const std::string& folder, std::size_t count) const;

    /// sh -c, in the folder.
    Ran run(const std::string& script) const;

    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

}  // namespace dateline::cli
