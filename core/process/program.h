/// A plugin that is a program: what it is, and what names mean in its lines.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/mention/type.h"

namespace dateline::process {

/// Shared by all instances; any thread.
struct Program {
    std::string id, version;                           ///< of the plugin
    std::vector<std::string> command;                  ///< a program and what it is given
    std::filesystem::path folder;                      ///< in which it runs
    std::chrono::seconds limit{10};                    ///< for an answer
    const Types* types = nullptr;                      ///< the run's
    std::vector<std::pair<std::string, std::string>> settings;  ///< names and values
    std::shared_ptr<const lexicon::Lexicon> lexicon;   ///< null without one
    std::function<void(std::string_view line)> log;    ///< what it writes to standard error
    mutable std::atomic<bool> has_run = false;         ///< in this process
};

}  // namespace dateline::process
