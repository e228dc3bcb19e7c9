#include <new>
#include <optional>

#include "core/document/digest.h"
#include "core/document/language.h"
#include "core/judge/judge.h"
#include "core/learn/weigher.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/inside.h"
#include "core/pipeline/user_words.h"

namespace dateline::pipeline {
namespace {

// After a text of more bytes than this the memory is given back.
constexpr std::size_t most_kept = std::size_t{1} << 20;

void give_up(Document& document, std::string_view code, std::string_view message) {
    Diagnostic diagnostic;
    diagnostic.severity = DATELINE_ERROR;
    diagnostic.code = code;
    diagnostic.message = message;
    document.diagnostics.push_back(std::move(diagnostic));
    document.status = Status::failed;
}

void note_empty(Document& document) {
    Diagnostic diagnostic;
    diagnostic.severity = DATELINE_INFO;
    diagnostic.code = "text.empty";
    diagnostic.message = "The document has no text.";
    document.diagnostics.push_back(std::move(diagnostic));
}

}  // namespace

struct Worker::State {
    explicit State(const Engine& given)
        : engine(given),
          instances(std::in_place, given.plugins()),
          weigher(given.learned(), given.plugins().types(), given.plugins().evidence()),
          scales(given.scales()) {
        if (given.state_->words != nullptr) {
            words.emplace(*given.state_->words, given.plugins().types());
        }
    }

    const Engine& engine;
    std::optional<plugin::Instances> instances;
    std::optional<UserWords> words;
    learn::Weigher weigher;
    judge::Scales scales;
    Result result;
    InnerDocuments inner;

    void begin(std::string_view source);
    void process(std::string_view bytes, std::span<const plugin::Absent> absent);
    void process(const InnerDocument& given, std::span<const plugin::Absent> absent);
    bool refuse(const InnerDocument& given);
    bool read(std::string_view bytes, const InnerDocument* given);
    void give_up_too_large();
    void extract(std::span<const plugin::Absent> absent);
    void run_out_of_memory(std::string_view source);
};

void Worker::State::begin(std::string_view source) {
    if (result.document.text.capacity() > most_kept) {
        result = {};
        instances.emplace(engine.plugins());
    }
    result.document.clear();
    result.proposals.clear();
    result.resolution.clear();
    result.document.source = source;
    const auto diagnostics = engine.plugins().diagnostics();
    result.document.diagnostics.assign(diagnostics.begin(), diagnostics.end());
}

void Worker::State::process(std::string_view bytes, std::span<const plugin::Absent> absent) {
    if (bytes.size() > engine.options().limits.max_bytes) {
        give_up_too_large();
    } else if (read(bytes, nullptr)) {
        extract(absent);
    }
}

void Worker::State::process(const InnerDocument& given, std::span<const plugin::Absent> absent) {
    result.document.parent = given.parent;
    if (!refuse(given) && read(given.member.bytes, &given)) {
        extract(absent);
    }
}

// What is inside others and is not to be read.
bool Worker::State::refuse(const InnerDocument& given) {
    const plugin::Limits& limits = engine.options().limits;
    if (!given.member.problem.empty()) {
        give_up(result.document, "document.unreadable", "The document could not be taken out of the one that it is in: " + given.member.problem + ".");
    } else if (given.member.byte_count > limits.max_bytes) {
        give_up_too_large();
    } else if (given.depth > limits.max_nesting) {
        give_up(result.document, "limit.nesting",
                "The document is inside more than " + std::to_string(limits.max_nesting) + " others, the limit; raise it with --max-nesting.");
    } else if (inner.contains_itself(sha256(given.member.bytes), given.depth)) {
        give_up(result.document, "limit.nesting", "The document is inside itself; it is not read again.");
    }
    return result.document.status == Status::failed;
}

void Worker::State::give_up_too_large() {
    give_up(result.document, "limit.bytes",
            "The document has more bytes than the limit of " + std::to_string(engine.options().limits.max_bytes) + "; raise it with --max-bytes.");
}

bool Worker::State::read(std::string_view bytes, const InnerDocument* given) {
    Document& document = result.document;
    document.byte_count = bytes.size();
    document.sha256 = sha256(bytes);
    const std::string_view media_type = given == nullptr ? std::string_view() : given->member.media_type;
    const std::string_view charset = given == nullptr ? std::string_view() : given->member.charset;
    if (!instances->read(bytes, document.source, media_type, charset, document, inner.left_of(engine.options().limits))) {
        return false;
    }
    if (given != nullptr) {
        plugin::tell(document, given->member.metadata);
    }
    const bool is_container = !document.members.empty();
    inner.add(document, given == nullptr ? 0 : given->depth);
    document.text_sha256 = document.text == bytes ? document.sha256 : sha256(document.text);
    text::analyse(document.text, document.analysis);
    complete_metadata(document);
    if (document.analysis.tokens.empty() && !is_container) {
        note_empty(document);
    }
    return true;
}

void Worker::State::extract(std::span<const plugin::Absent> absent) {
    auto& [document, proposals, resolution] = result;
    const plugin::Limits& limits = engine.options().limits;
    const plugin::Plugins& plugins = engine.plugins();
    instances->extract(document, proposals, limits, absent);
    if (words) {
        words->add(document, proposals);
    }
    weigher.weigh(document, proposals);
    judge::decide_spans(proposals, engine.evidence_weights(), scales);
    if (weigher.weigh_again(document, proposals)) {
        judge::decide_spans(proposals, engine.evidence_weights(), scales);
    }
    instances->relate(document, proposals, limits);
    judge::decide_facts(proposals, plugins.types(), engine.evidence_weights(), scales);
    resolve::resolve(document.text, proposals, plugins.types(), resolution);
}

// What has been allocated for the document is given back first, so that there is some for its record.
void Worker::State::run_out_of_memory(std::string_view source) {
    const std::string sha256 = result.document.sha256;
    const std::uint64_t byte_count = result.document.byte_count;
    result = {};
    instances.emplace(engine.plugins());
    begin(source);
    result.document.sha256 = sha256;
    result.document.byte_count = byte_count;
    give_up(result.document, "document.memory", "There was not enough memory for this document.");
}

Worker::Worker(const Engine& engine) : state_(std::make_unique<State>(engine)) {}

Worker::~Worker() = default;

const Result& Worker::process(std::string_view bytes, std::string_view source, std::span<const plugin::Absent> absent) {
    state_->inner.clear();
    try {
        state_->begin(source);
        state_->process(bytes, absent);
    } catch (const std::bad_alloc&) {
        state_->run_out_of_memory(source);
    }
    return state_->result;
}

const Result& Worker::fail(std::string_view source, std::string_view code, std::string_view message) {
    state_->inner.clear();
    state_->begin(source);
    give_up(state_->result.document, code, message);
    return state_->result;
}

bool Worker::has_next() const { return !state_->inner.empty(); }

const Result& Worker::process_next(std::span<const plugin::Absent> absent) {
    const InnerDocument given = state_->inner.next();
    try {
        state_->begin(given.source);
        state_->process(given, absent);
    } catch (const std::bad_alloc&) {
        state_->run_out_of_memory(given.source);
        state_->result.document.parent = given.parent;
    }
    return state_->result;
}

const Result& Worker::fail_next(std::string_view code, std::string_view message) {
    const InnerDocument given = state_->inner.next();
    state_->begin(given.source);
    state_->result.document.parent = given.parent;
    give_up(state_->result.document, code, message);
    return state_->result;
}

void Worker::write(std::string& out) const {
    const auto& [document, proposals, resolution] = state_->result;
    const Engine& engine = state_->engine;
    record::write(document, proposals, resolution, engine.plugins().types(), engine.generator(), engine.options().record, out);
}

}  // namespace dateline::pipeline
