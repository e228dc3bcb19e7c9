/// The host side of the ABI: loads plugins, shows them documents, checks and copies what they emit.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/lexicon/lexicon.h"
#include "core/mention/candidate.h"
#include "core/mention/type.h"
#include "core/plugin/catalogue.h"
#include "core/rules/action.h"

namespace dateline::plugin {

/// A plugin that cannot be loaded: what, which plugin, what to do.
struct LoadError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Plugin;

/// Takes what plugins say for people: a line without its line feed. Called by several threads at a time.
using Log = std::function<void(const std::string& line)>;
void log_to_standard_error(const std::string& line);

/// When a reader with signatures that no option names is loaded.
enum class Loading { when_wanted, at_once };

/// The plugins of a run: loaded once a process, then shared read-only by all workers. Libraries stay loaded until the process ends.
class Plugins {
public:
    /// Loads the usable ones (RTLD_NOW | RTLD_LOCAL). One named by option that fails throws LoadError; another is left out with a diagnostic
    /// (`plugin.unloadable`) that every record of the run carries, and none is complete. A reader with signatures that no option names may wait until the first
    /// document comes that has one, and costs that diagnostic there when it fails.
    explicit Plugins(const std::vector<Found>& found, Log log = log_to_standard_error, Loading loading = Loading::when_wanted);
    ~Plugins();
    Plugins(const Plugins&) = delete;
    Plugins& operator=(const Plugins&) = delete;

    const Types& types() const;
    /// All evidences of the run by global id; the host's own (user lists) first.
    std::span<const EvidenceDeclaration> evidence() const;
    std::span<const std::int32_t> weights() const;
    std::span<const Diagnostic> diagnostics() const;
    /// Why built-in plugins are left out, sentences: the installation is broken, or being replaced at the moment.
    std::span<const std::string> broken() const;
    /// Collections that every document leaves unfinished, because a plugin that adds to them could not be loaded. Instances::extract sees to it.
    std::span<const std::string> missing_collections() const;
    std::size_t size() const;
    const Manifest& manifest(std::size_t index) const;
    const std::filesystem::path& folder(std::size_t index) const;
    Plugin& plugin(std::size_t index) const;
    /// The plugin's compiled lists, rules and evidence; null without them, or while its library waits for a document.
    const lexicon::Lexicon* lexicon(std::size_t index) const;
    /// The run's ids of the types that its rules name; and what its rules give when they are all that it is, else null.
    std::span<const std::uint32_t> rule_types(std::size_t index) const;
    const rules::RuleSet* rules(std::size_t index) const;

    /// Global ids of the host's own evidences.
    static constexpr std::uint32_t user_always = 0, user_never = 1, user_hint = 2, given_confidence = 3;
    static constexpr std::uint32_t own_evidence_count = 4;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Gives the descriptor that records are to be written to, and turns standard output into a second standard error, so that nothing a plugin
/// prints can get between records. Called once, before the first plugin is loaded; standard output itself is not to be used afterwards.
/// Throws std::runtime_error when the system has no descriptor left.
int take_standard_output();

/// The id of the plugin whose code this thread is in (null: none), and the document that it is about ("": none). For a signal handler that tells
/// who crashed: they only read.
const char* plugin_of_this_thread();
const char* document_of_this_thread();

/// Limits of work on one document (docs/RECORD.md, codes limit.*).
struct Limits {
    static constexpr std::uint32_t most_inner = 10000;
    std::uint64_t max_bytes = 8u << 20;
    std::uint32_t max_mentions = 20000;  ///< candidates, and as many facts and links, that each plugin may submit
    std::uint32_t max_nesting = 16;      ///< documents inside documents
    std::uint64_t max_inner_bytes = 64u << 20;  ///< of all documents inside one input, however deep
    std::uint32_t max_inner = most_inner;       ///< how many those may be

    /// The limit for one document, and the one for all inside it, which grows with it.
    void set_max_bytes(std::uint64_t limit) {
        constexpr std::uint64_t longest_text = UINT32_MAX - 1;  // offsets have 32 bits
        max_bytes = std::min(limit, longest_text);
        max_inner_bytes = max_bytes * 8;
    }
};

/// What the outer document tells of an inner one counts for more than what the inner one's reader found.
void tell(Document& document, std::span<const ToldMetadata> metadata);

/// From now on the index in Plugins of the plugin whose code this process is in, plus 1, stands in `place` (0: none), which lives as long as the
/// process. For a process with one thread that another one watches through shared memory.
void show_plugin_in(std::atomic<std::uint32_t>& place);

/// A plugin that takes no part in a document.
struct Absent {
    std::uint32_t plugin = 0;  ///< its index in Plugins
    std::string reason;        ///< "it crashed (SIGSEGV)"
};

/// One worker's instances of all plugins. Used by one thread at a time.
class Instances {
public:
    explicit Instances(const Plugins& plugins);
    ~Instances();
    Instances(const Instances&) = delete;
    Instances& operator=(const Instances&) = delete;

    /// Picks the reader that is surest of the bytes and lets it read: fills in text, blocks, metadata, reader, diagnostics, status.
    /// False when the document failed; its diagnostics say why (`reader.none`, `reader.failed`).
    bool read(std::string_view bytes, std::string_view name, std::string_view media_type, Document& document, const Limits& limits) {
        return read(bytes, name, media_type, {}, document, limits);
    }
    /// The same with the charset that is told from outside.
    bool read(std::string_view bytes, std::string_view name, std::string_view media_type, std::string_view charset, Document& document, const Limits& limits);

    /// Runs the extractors' extract over an analysed document: what they submit is checked, copied to `proposals`; what is refused or fails becomes
    /// a diagnostic that names the plugin. Extractors for other languages than the document's are left out with `language.unsupported`, those that
    /// are absent with `plugin.failed`.
    void extract(Document& document, Proposals& proposals, const Limits& limits, std::span<const Absent> absent = {});

    /// Runs their relate over the decided mentions (candidates with verdict.accepted, silent ones included).
    void relate(Document& document, Proposals& proposals, const Limits& limits);

    /// Whether some plugin can do no more in this process, and might in another.
    bool is_lost() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::plugin
