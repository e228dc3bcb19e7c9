#include "core/cli/trial.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <thread>

#include "core/explain/findings.h"
#include "core/explain/json.h"

namespace dateline::cli {
namespace {

// What a plugin must never bring about, whatever the text.
constexpr std::array faults = {std::string_view("plugin.failed"), std::string_view("plugin.invalid-output"), std::string_view("plugin.more-invalid-output"),
                               std::string_view("plugin.stopped"), std::string_view("plugin.unloadable"), std::string_view("reader.failed")};

class Trial {
public:
    Trial(const pipeline::Options& options, const std::vector<TrialText>& texts, const TrialReport& report)
        : options_(options), texts_(texts), report_(report), answers_(texts.size()) {}

    void run() {
        if (!check_manifest() || !load()) {
            return;
        }
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            report_.begin("reads " + texts_[i].name);
            answers_[i] = read_twice(texts_[i]);
        }
        report_.begin("gives the same answers in two threads at a time, in another order");
        compare_threads();
    }

private:
    bool check_manifest() {
        report_.begin("has a manifest that can be used");
        const std::vector<plugin::Found> found = plugin::find_plugins(options_.search);
        const auto own = std::find_if(found.begin(), found.end(), [this](const plugin::Found& one) {
            return one.origin == plugin::Found::Origin::option && one.folder == options_.search.named.back();
        });
        if (own == found.end() || own->state == plugin::Found::State::refused) {
            report_.wrong(own == found.end() ? "it was not found" : own->reason);
            return false;
        }
        id_ = own->manifest.id;
        return true;
    }

    bool load() {
        report_.begin("loads");
        try {
            engine_ = std::make_unique<pipeline::Engine>(options_);
            worker_ = std::make_unique<pipeline::Worker>(*engine_);
            return true;
        } catch (const std::exception& error) {
            report_.wrong(error.what());
            return false;
        }
    }

    // All that was submitted and decided, and the record.
    std::string answer(pipeline::Worker& worker, const TrialText& text, const pipeline::Result*& result) const {
        result = &worker.process(text.bytes, text.name);
        std::string out;
        explain::write_json(explain::findings(*engine_, *result), out);
        worker.write(out);
        return out;
    }

    std::string read_twice(const TrialText& text) {
        const pipeline::Result* result = nullptr;
        std::string first = answer(*worker_, text, result);
        for (const Diagnostic& diagnostic : result->document.diagnostics) {
            if (diagnostic.plugin == id_ && std::find(faults.begin(), faults.end(), diagnostic.code) != faults.end()) {
                report_.wrong(diagnostic.message + " (" + diagnostic.code + ")");
            }
        }
        if (answer(*worker_, text, result) != first) {
            report_.wrong("it answers otherwise when it reads the same text once more; nothing may be left over from one document to the next");
        }
        return first;
    }

    void compare_threads() {
        std::array<std::optional<std::size_t>, 2> differs;
        {
            std::vector<std::jthread> threads;
            for (auto& one : differs) {
                threads.emplace_back([this, &one] { one = first_difference(); });
            }
        }
        for (const auto& one : differs) {
            if (one) {
                report_.wrong("it answers otherwise on " + texts_[*one].name + "; instances may share only what 'load' made, and that read-only");
                return;
            }
        }
    }

    std::optional<std::size_t> first_difference() const {
        pipeline::Worker worker(*engine_);
        const pipeline::Result* result = nullptr;
        for (std::size_t i = texts_.size(); i-- > 0;) {
            if (answer(worker, texts_[i], result) != answers_[i]) {
                return i;
            }
        }
        return std::nullopt;
    }

    const pipeline::Options& options_;
    const std::vector<TrialText>& texts_;
    const TrialReport& report_;
    std::vector<std::string> answers_;
    std::string id_;
    std::unique_ptr<pipeline::Engine> engine_;
    std::unique_ptr<pipeline::Worker> worker_;
};

}  // namespace

void try_plugin(const pipeline::Options& options, const std::vector<TrialText>& texts, const TrialReport& report) {
    Trial(options, texts, report).run();
}

}  // namespace dateline::cli
