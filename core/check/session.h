/// The plugin at work, as in a run: loaded once a process, then instances that are given documents.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/check/shim.h"
#include "core/check/subject.h"
#include "core/plugin/readers.h"

namespace dateline::check {

/// All plugins of the run, the one that is checked among them, shown `view`.
class Loaded {
public:
    /// Throws plugin::LoadError.
    explicit Loaded(const Subject& subject, const View& view = {});
    ~Loaded();

    const Subject& subject() const { return subject_; }
    const pipeline::Engine& engine() const { return *engine_; }
    plugin::Plugin& plugin() const { return *plugin_; }
    /// Every plugin but the one that is checked, and that one.
    const std::vector<plugin::Absent>& others() const { return others_; }
    const std::vector<plugin::Absent>& itself() const { return itself_; }

private:
    const Subject& subject_;
    std::unique_ptr<pipeline::Engine> engine_;
    plugin::Plugin* plugin_ = nullptr;
    std::vector<plugin::Absent> others_, itself_;
};

/// One instance of the plugin and what belongs to it. One thread.
class Session {
public:
    explicit Session(const Loaded& loaded);
    ~Session();

    /// Lets the plugin read the bytes; the thread's watch() begins anew. `alone`: no other extractor takes part.
    void give(std::string_view bytes, bool alone = false);
    void give(const Text& text) { give(text.bytes); }
    /// All that it submitted for the last document and that was kept, and what the host said about the rest.
    std::string answer() const;
    /// What the host said about the plugin's part of it.
    std::vector<const Diagnostic*> diagnostics() const;
    const Document& document() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::check
