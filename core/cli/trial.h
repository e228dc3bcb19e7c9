/// The steps by which a plugin is tried out, in the process that they may crash.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/pipeline/pipeline.h"

namespace dateline::cli {

/// A document that a plugin is tried on.
struct TrialText {
    std::string name;   ///< for people: "ten thousand open brackets"
    std::string bytes;
};

/// Ordinary and hostile ones.
std::vector<TrialText> trial_texts();

/// How the steps go. Called in the order in which things happen, from one thread.
struct TrialReport {
    std::function<void(const std::string& step)> begin;
    std::function<void(const std::string& problem)> wrong;
};

/// Tries the plugin that `options.search.named` has last: its manifest, loading, all texts twice, and in two threads at a time.
void try_plugin(const pipeline::Options& options, const std::vector<TrialText>& texts, const TrialReport& report);

}  // namespace dateline::cli
