#include "core/check/shim.h"

#include <atomic>
#include <chrono>
#include <ctime>
#include <exception>
#include <optional>
#include <thread>

#include "core/check/shown.h"
#include "core/plugin/peer.h"

namespace dateline::check {
namespace {

struct {
    std::filesystem::path folder;
    View view;
    plugin::Plugin* plugin = nullptr;
    // The library's own functions.
    dateline_plugin descriptor{};
    dateline_extractor extractor{};
    dateline_reader reader{};
    const dateline_host* host = nullptr;  // as the host gave it
    std::optional<Shown> shown_host;
} shim;

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

class Stopwatch {
public:
    ~Stopwatch() { watch().seconds += seconds(); }
    double seconds() const { return processor_seconds() - begin_; }

private:
    double begin_ = processor_seconds();
};

// Calls the plugin. An exception goes no further: whether it may is asked once.
template <class Result, class Body>
Result guarded(const char* function, Result otherwise, Body body) {
    watch().gave_reason = false;
    try {
        return body();
    } catch (const std::exception& error) {
        watch().exceptions.push_back(std::string("an exception leaves ") + function + ": " + error.what());
    } catch (...) {
        watch().exceptions.push_back(std::string("an exception that is no std::exception leaves ") + function);
    }
    return otherwise;
}

enum class MayDecline { no, yes };

dateline_status judged(const char* function, MayDecline may_decline, dateline_status status) {
    const bool known = status == DATELINE_OK || status == DATELINE_FAILED || status == DATELINE_STOPPED;
    if (!known && (may_decline == MayDecline::no || status != DATELINE_NOT_MINE)) {
        watch().odd.push_back(std::string(function) + " returns the status " + std::to_string(status) + ", which it may not");
    }
    watch().failed = status != DATELINE_OK && status != DATELINE_STOPPED;
    return status;
}

// ---- The host's functions, as a call sees them

void say_reason() { watch().gave_reason = true; }

std::uint32_t no_such_name(void*, dateline_string) { return DATELINE_NONE; }
std::uint32_t no_such_part(void*, std::uint32_t, dateline_string) { return DATELINE_NONE; }
void set_load_error(void* context, dateline_string message) {
    say_reason();
    shim.host->set_error(context, message);
}

// An extractor's call in the thread that makes it.
thread_local const dateline_output* output = nullptr;
thread_local const dateline_reader_output* reader_output = nullptr;

// Threads that have gone into the plugin so far.
std::atomic<std::uint64_t> arrivals = 0;

// So that what instances share is used by two at a time, on one core too: waits until another thread has gone into the plugin, but not for long.
void let_others_in() {
    if (shim.view.threads < 2 || watch().pauses >= 64) {
        return;
    }
    if (watch().pauses++ % 16 == 0) {
        const std::uint64_t before = arrivals;
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::microseconds(500);
        while (arrivals == before && std::chrono::steady_clock::now() < deadline) {
            std::this_thread::yield();
        }
    }
}

// Whether the host takes one more.
bool takes_one() {
    let_others_in();
    return ++watch().submissions <= shim.view.stop_after && !shim.view.takes_nothing;
}

void use_handle(std::uint32_t handle) { watch().uses_of_refused += handle == DATELINE_NONE ? 1 : 0; }

template <class Statement>
void use_references(const Statement* given, const dateline_value* values, std::uint64_t count, std::uint64_t size) {
    for (std::uint64_t i = 0; given != nullptr && values != nullptr && i < std::min<std::uint64_t>(count, 64); ++i) {
        dateline_value value{};
        plugin::take_element(values, i, size, value);
        if (value.kind == DATELINE_VALUE_REFERENCE) {
            use_handle(value.reference);
        }
    }
}

std::uint32_t add_candidate(void*, const dateline_candidate* given) {
    dateline_candidate candidate{};
    candidate.confidence = -1;
    if (plugin::take(given, offsetof(dateline_candidate, confidence), candidate)) {
        ++watch().submitted[candidate.type];
        watch().bare_candidates += candidate.evidence_count == 0 && candidate.confidence < 0 ? 1 : 0;
        use_references(given, candidate.attributes, candidate.attribute_count, candidate.attribute_size);
    }
    return takes_one() ? output->add_candidate(output->context, given) : DATELINE_NONE;
}

dateline_status add_attribute(void*, std::uint32_t candidate, const dateline_value* value) {
    use_handle(candidate);
    return takes_one() ? output->add_attribute(output->context, candidate, value) : DATELINE_FAILED;
}

dateline_status add_fact(void*, const dateline_fact* given) {
    dateline_fact fact{};
    if (plugin::take(given, offsetof(dateline_fact, confidence), fact)) {
        use_handle(fact.subject);
        use_references(given, fact.fields, fact.field_count, fact.field_size);
    }
    return takes_one() ? output->add_fact(output->context, given) : DATELINE_FAILED;
}

dateline_status add_link(void*, const dateline_link* given) {
    dateline_link link{};
    if (plugin::take(given, offsetof(dateline_link, confidence), link)) {
        use_handle(link.from);
        use_handle(link.to);
    }
    return takes_one() ? output->add_link(output->context, given) : DATELINE_FAILED;
}

dateline_status set_published(void*, dateline_string value, std::uint32_t begin, std::uint32_t end, dateline_string rule) {
    return takes_one() ? output->set_published(output->context, value, begin, end, rule) : DATELINE_FAILED;
}

void add_diagnostic(void*, std::uint32_t severity, dateline_string code, dateline_string message, std::uint32_t begin, std::uint32_t end) {
    output->add_diagnostic(output->context, severity, code, message, begin, end);
}

void set_error(void*, dateline_string message) {
    say_reason();
    output->set_error(output->context, message);
}

void log(void*, std::uint32_t severity, dateline_string message) { output->log(output->context, severity, message); }

std::int32_t should_stop(void*) {
    let_others_in();
    return watch().submissions >= shim.view.stop_after ? 1 : output->should_stop(output->context);
}

constexpr dateline_output watching_output = {sizeof(dateline_output), 0, nullptr, &add_candidate, &add_attribute, &add_fact, &add_link,
                                             &set_published, &add_diagnostic, &set_error, &log, &should_stop};

void add_text(void*, dateline_string text) {
    if (takes_one()) {
        reader_output->add_text(reader_output->context, text);
    }
}

void add_block(void*, const dateline_block* block) {
    if (takes_one()) {
        reader_output->add_block(reader_output->context, block);
    }
}

void set_metadata(void*, dateline_string name, dateline_string value, dateline_string rule) {
    reader_output->set_metadata(reader_output->context, name, value, rule);
}

void add_reader_diagnostic(void*, std::uint32_t severity, dateline_string code, dateline_string message, std::uint32_t begin, std::uint32_t end) {
    reader_output->add_diagnostic(reader_output->context, severity, code, message, begin, end);
}

void set_reader_error(void*, dateline_string message) {
    say_reason();
    reader_output->set_error(reader_output->context, message);
}

void log_of_reader(void*, std::uint32_t severity, dateline_string message) { reader_output->log(reader_output->context, severity, message); }

std::int32_t should_reader_stop(void*) {
    return watch().submissions >= shim.view.stop_after ? 1 : reader_output->should_stop(reader_output->context);
}

dateline_status add_document(void*, const dateline_member* member) {
    return takes_one() ? reader_output->add_document(reader_output->context, member) : DATELINE_STOPPED;
}

std::uint64_t document_room(void*) { return reader_output->document_room(reader_output->context); }

constexpr dateline_reader_output watching_reader_output = {sizeof(dateline_reader_output), 0, nullptr, &add_text, &add_block, &set_metadata,
                                                           &add_reader_diagnostic, &set_reader_error, &log_of_reader, &should_reader_stop, &add_document, &document_room};

// ---- The plugin's functions, as the host sees them

dateline_status load(const dateline_host* host, void** shared) {
    shim.host = host;
    dateline_host shown = *host;
    shown.set_error = &set_load_error;
    if (shim.view.knows_no_names) {
        shown.find_list = shown.find_rule = shown.find_capture = shown.find_label = shown.find_evidence = shown.find_type = &no_such_name;
        shown.find_attribute = shown.find_fact = shown.find_field = &no_such_part;
    }
    shim.shown_host.emplace(shim.view);
    shown.folder = shim.view.copied ? shim.shown_host->string(host->folder, "the host's folder") : host->folder;
    const dateline_host* given = shim.shown_host->structure(shown, "the host");
    shim.shown_host->seal();
    return judged("load", MayDecline::no, guarded("load", dateline_status{DATELINE_FAILED}, [&] { return shim.descriptor.load(given, shared); }));
}

void unload(void* shared) {
    guarded("unload", 0, [&] { return shim.descriptor.unload(shared), 0; });
    shim.shown_host.reset();
}

dateline_status create(void* shared, void** instance) {
    return judged("create", MayDecline::no, guarded("create", dateline_status{DATELINE_FAILED}, [&] { return shim.descriptor.create(shared, instance); }));
}

void destroy(void* instance) {
    guarded("destroy", 0, [&] { return shim.descriptor.destroy(instance), 0; });
}

// All threads go into the plugin together.
void meet_others() {
    const std::uint64_t threads = shim.view.threads;
    if (threads < 2) {
        return;
    }
    const std::uint64_t all = (arrivals++ / threads + 1) * threads;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(3);
    while (arrivals < all && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::yield();
    }
}

using Step = dateline_status (*)(void*, const dateline_document*, const dateline_output*);

dateline_status run(const char* function, Step step, void* instance, const dateline_document* document, const dateline_output* given) {
    output = given;
    Shown shown(shim.view);
    const dateline_output* shown_output = &watching_output;
    if (shim.view.copied) {
        document = shown.document(*document);
        shown_output = shown.structure(watching_output, "the output");
        shown.seal();
    }
    meet_others();
    const Stopwatch stopwatch;
    return judged(function, MayDecline::no, guarded(function, dateline_status{DATELINE_OK}, [&] { return step(instance, document, shown_output); }));
}

dateline_status extract(void* instance, const dateline_document* document, const dateline_output* given) {
    return run("extract", shim.extractor.extract, instance, document, given);
}

dateline_status relate(void* instance, const dateline_document* document, const dateline_output* given) {
    return run("relate", shim.extractor.relate, instance, document, given);
}

dateline_input without_end(dateline_input input, Shown& shown) {
    const std::uint64_t length = input.bytes.length;
    input.bytes.length = std::min(length, shim.view.hidden_after);
    dateline_string seen = shown.string(input.bytes, "the part of the document that probe may look at, its first KiB");
    input.bytes = {seen.data, length};
    return input;
}

// The reader gets to read whatever it says of the bytes.
std::uint32_t probe(void* instance, const dateline_input* input) {
    Shown shown(shim.view);
    dateline_input cut{};
    if (shim.view.hidden_after != UINT64_MAX) {
        cut = without_end(*input, shown);
        input = &cut;
    } else if (shim.view.copied) {
        input = shown.input(*input);
    }
    shown.seal();
    const Stopwatch stopwatch;
    watch().sure = guarded("probe", 0u, [&] { return shim.reader.probe(instance, input); });
    watch().longest_probe = std::max(watch().longest_probe, stopwatch.seconds());
    return 100;
}

dateline_status read(void* instance, const dateline_input* input, const dateline_reader_output* given) {
    reader_output = given;
    Shown shown(shim.view);
    const dateline_reader_output* shown_output = &watching_reader_output;
    if (shim.view.copied) {
        input = shown.input(*input);
        shown_output = shown.structure(watching_reader_output, "the output");
        shown.seal();
    }
    meet_others();
    const Stopwatch stopwatch;
    return judged("read", MayDecline::yes, guarded("read", dateline_status{DATELINE_NOT_MINE}, [&] { return shim.reader.read(instance, input, shown_output); }));
}

template <class Function>
void replace(Function*& function, Function* by) {
    if (function != nullptr) {
        function = by;
    }
}

void step_between(plugin::Plugin& plugin) {
    if (plugin.folder != shim.folder || !plugin.is_named) {
        return;
    }
    shim.plugin = &plugin;
    shim.descriptor = plugin.descriptor;
    shim.extractor = plugin.extractor;
    shim.reader = plugin.reader;
    replace(plugin.descriptor.load, &load);
    replace(plugin.descriptor.unload, &unload);
    replace(plugin.descriptor.create, &create);
    replace(plugin.descriptor.destroy, &destroy);
    replace(plugin.extractor.extract, &extract);
    replace(plugin.extractor.relate, &relate);
    replace(plugin.reader.probe, &probe);
    replace(plugin.reader.read, &read);
}

}  // namespace

void watch_plugin(const std::filesystem::path& folder, const View& view) {
    shim.folder = folder;
    shim.view = view;
    plugin::when_opened = &step_between;
}

void show(const View& view) { shim.view = view; }

Watch& watch() {
    thread_local Watch own;
    return own;
}

plugin::Plugin* watched_plugin() { return shim.plugin; }

}  // namespace dateline::check
