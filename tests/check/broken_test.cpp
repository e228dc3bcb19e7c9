// Every fault of the plugins in tests/plugins/broken is found, by the test that it is for and no other.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/plugin/sanitized.h"
#include "tests/cli/ran.h"

namespace dateline::check {
namespace {

using Names = std::set<std::string>;

const std::string broken_folder = BUILD_FOLDER "/tests/plugins/broken/";

struct Broken {
    std::string test;    // that must find it
    std::string words;   // of what it says
    Names others = {};   // that may find it too
};

const std::map<std::string, Broken> all = {
    {"bad-manifest", {"manifest-can-be-used", "'libary' is no field of a manifest"}},
    {"no-library", {"manifest-can-be-used", "is not there"}},
    {"unknown-names", {"manifest-names-what-is-there", "'poeple'"}},
    {"undefined-symbol", {"library-can-be-loaded", "function_of_nobody"}},
    {"no-entry", {"library-exports-its-entry", "does not export"}},
    {"clashing-symbol", {"library-defines-no-others-symbols", "exports 'error'", {"library-exports-nothing-else"}}},
    {"changing-entry", {"entry-is-pure", "another descriptor"}},
    {"wrong-id", {"library-is-as-its-manifest-says", "its library says 'right-id'"}},
    {"wrong-interface", {"manifest-can-be-used", "2.0"}},
    {"wrong-kind", {"library-is-as-its-manifest-says", "it is an extractor"}},
    {"small-descriptor", {"library-is-as-its-manifest-says", "smaller than this interface"}},
    {"huge-descriptor", {"descriptor-makes-sense", "struct_size 65536"}},
    {"fails-to-load", {"loads", "it gives no reason"}},
    {"crashes-in-load", {"loads", "it crashed (SIGABRT)"}},
    {"one-instance", {"makes-many-instances", "the same instance twice"}},
    {"trusts-names", {"copes-with-unknown-names", "DATELINE_NONE"}},
    {"unloads-the-unused", {"unloads-unused", "it crashed"}},
    {"crashes-at-exit", {"ends-quietly", "it crashed (SIGABRT)", {"unloads-unused"}}},
    {"frees-text", {"frees-nothing-of-the-host", "free(): invalid pointer", {"ends-quietly"}}},
    {"writes-to-text", {"document-is-read-only", "it wrote to the document's text"}},
    {"keeps-pointers", {"keeps-no-pointers", "of a call that has returned"}},
    {"needs-nul", {"reads-not-beyond-the-end", "beyond the end of the document's text"}},
    {"looks-before", {"reads-not-before-the-beginning", "before the beginning of the document's tokens"}},
    {"fails-on-empty", {"reads-empty-texts", "there is no text"}},
    {"needs-a-token", {"reads-empty-texts", "beyond the end of the document's tokens"}},
    {"crashes-on-han", {"reads-other-languages", "it crashed (SIGABRT) (on Chinese)"}},
    {"eats-memory", {"reads-unusual-characters", "MiB of memory"}},
    {"exits", {"reads-bytes-that-are-no-text", "it ended the program itself, with exit code 3"}},
    {"waits", {"reads-long-lines", "it waited for something"}},
    {"recurses", {"reads-deep-nesting", "it crashed (SIGSEGV)"}},
    {"steps-by-sizeof", {"understands-a-newer-host", "step through arrays by their _size"}},
    {"refuses-larger", {"understands-a-newer-host", "accept a greater struct_size"}},
    {"uses-reserved", {"understands-a-newer-host", "use nothing reserved"}},
    {"span-outside", {"output-is-valid", "lies outside the text"}},
    {"splits-clusters", {"output-is-valid", "grapheme cluster"}},
    {"foreign-type", {"output-is-valid", "there is no type 12345"}},
    {"not-a-number", {"output-is-valid", "is not finite"}},
    {"wrong-kind-of-value", {"output-is-valid", "of another kind than its manifest says"}},
    {"off-the-list", {"output-is-valid", "not on the closed list"}},
    {"dangling-handle", {"output-is-valid", "no candidate's handle"}},
    {"empty-rule", {"output-is-valid", "the rule ''"}},
    {"too-late", {"output-is-valid", "all candidates have been decided"}},
    {"wrong-subject", {"output-is-valid", "the subject 54321"}},
    {"throws", {"lets-no-exception-out", "it shouts"}},
    {"odd-status", {"returns-known-statuses", "returns the status", {"reads-empty-texts", "says-why-it-fails"}}},
    {"fails-silently", {"says-why-it-fails", "without having said why", {"reads-ordinary-texts"}}},
    {"no-reasons", {"gives-reasons", "neither evidence nor confidence"}},
    {"finds-nothing", {"finds-what-it-produces", "submits nothing"}},
    {"remembers", {"same-answer-twice", "the same text once more", {"same-answer-after-other-texts", "same-answer-in-threads"}}},
    {"counts-instances", {"same-answer-in-a-new-instance", "in a new instance", {"understands-a-newer-host", "same-answer-after-other-texts", "same-answer-in-threads", "same-answer-in-any-environment", "same-answer-isolated"}}},
    {"shares-a-buffer", {"same-answer-in-threads", "while other instances are at work"}},
    {"uses-addresses", {"same-answer-in-each-process", "in another process"}},
    {"uses-environment", {"same-answer-in-any-environment", "environment"}},
    {"uses-network", {"same-answer-isolated", "no network"}},
    {"insists", {"stops-when-told", "although should_stop() says so"}},
    {"trusts-handles", {"copes-with-refusal", "a candidate that was refused"}},
    {"over-limit", {"keeps-its-limit", "more than 20 mentions"}},
    {"leaks-documents", {"documents-leave-nothing", "bytes of each document", {"used-instances-leave-nothing"}}},
    {"leaks-mappings", {"documents-leave-nothing", "must be unmapped"}},
    {"leaks-instances", {"instances-leave-nothing", "bytes behind", {"used-instances-leave-nothing"}}},
    {"prints", {"prints-nothing", "142 tokens"}},
    {"prints-errors", {"writes-no-errors", "142 tokens"}},
    {"sets-locale", {"leaves-locale", "LC_NUMERIC=C.UTF-8"}},
    {"handles-signals", {"leaves-signals", "SIGUSR1 ignored"}},
    {"rounds-up", {"leaves-floating-point", "rounding 2048"}},
    {"sets-umask", {"leaves-umask-and-limits", "umask 77"}},
    {"changes-folder", {"leaves-working-directory", "/tmp"}},
    {"sets-environment", {"leaves-environment", "BROKEN=1"}},
    {"sets-timer", {"leaves-timers", "a timer runs"}},
    {"leaves-file-open", {"leaves-no-descriptors", "/dev/null"}},
    {"leaves-thread", {"leaves-no-threads", "after it has been unloaded", {"load-starts-no-threads"}}},
    {"starts-program", {"starts-no-processes", "there has been one"}},
    {"quadratic", {"time-is-linear", "must be linear", {"is-fast"}}},
    {"slow", {"is-fast", "as long as all the rest of dateline"}},
    {"reader-no-utf8", {"output-is-valid", "is no UTF-8"}},
    {"reader-carriage-return", {"output-is-valid", "holds NUL or CR"}},
    {"reader-overlapping-blocks", {"output-is-valid", "called add_block"}},
    {"reader-wrong-metadata", {"output-is-valid", "there is no 'colour'"}},
    {"reader-needs-nul", {"reads-not-beyond-the-end", "beyond the end of the document's bytes"}},
    {"reader-fails-silently", {"says-why-it-fails", "without having said why"}},
    {"reader-trusts-lengths", {"reads-damaged-documents", "beyond the end of the document's bytes", {"knows-its-format"}}},
    {"reader-reads-in-probe", {"probe-looks-at-the-beginning", "its first KiB"}},
    {"reader-too-sure", {"probe-is-a-percentage", "returns 400"}},
    {"reader-knows-nothing", {"knows-its-format", "never sure"}},
};

class CheckFinds : public cli::Scratch, public testing::WithParamInterface<std::string> {};

TEST_P(CheckFinds, TheFaultOf) {
    if (sanitized) {
        GTEST_SKIP() << "a sanitizer ends the plugin before the test has seen what it does";
    }
    const Broken& broken = all.at(GetParam());
    const cli::Ran ran = run(cli::bare_dateline + " plugins check --json --jobs 1 " + broken_folder + GetParam());
    const nlohmann::json report = nlohmann::json::parse(ran.out);
    Names found;
    std::string words, note;
    for (const nlohmann::json& test : report["tests"]) {
        if (test["state"] == "failed" || test["state"] == "noted") {
            found.insert(test["name"]);
        }
        if (test["name"] == broken.test) {
            words = test["findings"].dump();
            note = test["state"];
        }
    }
    EXPECT_TRUE(found.contains(broken.test)) << ran.out;
    EXPECT_THAT(words, testing::HasSubstr(broken.words));
    EXPECT_EQ(ran.code, report["failed"] > 0 ? 1 : 0);
    found.erase(broken.test);
    for (const std::string& other : broken.others) {
        found.erase(other);
    }
    EXPECT_THAT(found, testing::IsEmpty()) << ran.out;
}

std::vector<std::string> names() {
    std::vector<std::string> result;
    for (const auto& [name, broken] : all) {
        result.push_back(name);
    }
    return result;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Broken, CheckFinds, testing::ValuesIn(names()), test_name);

TEST(BrokenPlugins, AreAllInTheTable) {
    for (const auto& entry : std::filesystem::directory_iterator(SOURCE_FOLDER "/tests/plugins/broken")) {
        EXPECT_TRUE(!entry.is_directory() || all.contains(entry.path().filename())) << entry.path();
    }
}

}  // namespace
}  // namespace dateline::check
