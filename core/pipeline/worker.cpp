#include <new>
#include <optional>

#include "core/document/digest.h"
#include "core/document/places.h"
#include "core/document/language.h"
#include "core/document/profile.h"
#include "core/judge/judge.h"
#include "core/learn/weigher.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/inner_documents.h"
#include "core/pipeline/plain_text.h"
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
    InnerDocuments waiting;
    InnerDocument inner;  // the last that was done

    void begin(const Origin& origin);
    void begin_input();
    template <class Work>
    const Result& guarded(const Origin& origin, Work work);
    const Result& fail(const Origin& origin, std::string_view code, std::string_view message);
    bool take(std::string_view bytes, const Origin& origin);
    void give_up_too_large();
    bool refuse_inner();
    bool read(std::string_view bytes, const Origin& origin);
    void extract(std::span<const plugin::Absent> absent);
    void decide_spans();
    void run_out_of_memory(const Origin& origin);
};

void Worker::State::begin(const Origin& origin) {
    if (result.document.text.capacity() > most_kept) {
        result = {};
        instances.emplace(engine.plugins());
    }
    result.document.clear();
    result.proposals.clear();
    result.resolution.clear();
    result.document.source = origin.source;
    result.document.input_id = origin.input_id;
    result.document.parent = origin.parent;
    const auto diagnostics = engine.plugins().diagnostics();
    result.document.diagnostics.assign(diagnostics.begin(), diagnostics.end());
    result.document.status = diagnostics.empty() ? Status::complete : Status::partial;  // somebody did not look
}

void Worker::State::begin_input() {
    waiting.clear();
    inner = {};
}

template <class Work>
const Result& Worker::State::guarded(const Origin& origin, Work work) {
    try {
        work();
    } catch (const std::bad_alloc&) {
        run_out_of_memory(origin);
    }
    return result;
}

const Result& Worker::State::fail(const Origin& origin, std::string_view code, std::string_view message) {
    begin(origin);
    give_up(result.document, code, message);
    return result;
}

// False when the document has failed.
bool Worker::State::take(std::string_view bytes, const Origin& origin) {
    begin(origin);
    if (bytes.size() > engine.options().limits.max_bytes) {
        give_up_too_large();
        return false;
    }
    return !refuse_inner() && read(bytes, origin);
}

void Worker::State::give_up_too_large() {
    give_up(result.document, "limit.bytes",
            "The document has more bytes than the limit of " + std::to_string(engine.options().limits.max_bytes) + "; raise it with --max-bytes.");
}

// What is inside others and is not to be read; true when the document has failed.
bool Worker::State::refuse_inner() {
    const plugin::Limits& limits = engine.options().limits;
    if (!inner.member.problem.empty()) {
        give_up(result.document, "document.unreadable", "The document could not be taken out of the one that it is in: " + inner.member.problem + ".");
    } else if (inner.member.byte_count > limits.max_bytes) {
        give_up_too_large();
    } else if (inner.depth > limits.max_nesting) {
        give_up(result.document, "limit.nesting",
                "The document is inside more than " + std::to_string(limits.max_nesting) + " others, the limit; raise it with --max-nesting.");
    } else if (inner.depth > 0 && waiting.contains_itself(sha256(inner.member.bytes), inner.depth)) {
        give_up(result.document, "limit.nesting", "The document is inside itself, where the limit on nesting ends; it is not read again.");
    }
    return result.document.status == Status::failed;
}

bool Worker::State::read(std::string_view bytes, const Origin& origin) {
    Document& document = result.document;
    document.byte_count = bytes.size();
    document.sha256 = sha256(bytes);
    if (origin.is_text) {
        take_text(bytes, document);
    } else if (!instances->read(bytes, document.source, origin.media_type, origin.charset, document, waiting.left_of(engine.options().limits))) {
        return false;
    }
    plugin::tell(document, inner.member.metadata);
    document.is_container = !document.members.empty();
    waiting.add(document, inner.depth);
    document.text_sha256 = document.text == bytes ? document.sha256 : sha256(document.text);
    const Timed timed("analysis");
    text::analyse(document.text, document.analysis);
    if (document.text_sha256 != document.sha256) {
        place_blocks(document, bytes);
    }
    complete_metadata(document);
    if (document.analysis.tokens.empty() && !document.is_container) {
        note_empty(document);
    }
    return true;
}

// Verdicts tell of the same name elsewhere, so all is weighed again with the first ones.
void Worker::State::decide_spans() {
    const auto timed = [](std::string_view stage, auto&& work) {
        const Timed here(stage);
        return work();
    };
    const auto judge = [this] { judge::decide_spans(result.proposals, engine.evidence_weights(), scales); };
    timed("weigh", [this] { weigher.weigh(result.document, result.proposals); });
    timed("judge", judge);
    if (timed("weigh", [this] { return weigher.weigh_again(result.document, result.proposals); })) {
        timed("judge", judge);
    }
}

void Worker::State::extract(std::span<const plugin::Absent> absent) {
    auto& [document, proposals, resolution] = result;
    const plugin::Limits& limits = engine.options().limits;
    const plugin::Plugins& plugins = engine.plugins();
    instances->extract(document, proposals, limits, absent);
    if (words) {
        words->add(document, proposals);
    }
    decide_spans();
    instances->relate(document, proposals, limits);
    {
        const Timed timed("weigh");
        weigher.weigh_facts(proposals);
    }
    {
        const Timed timed("judge");
        judge::decide_facts(proposals, plugins.types(), engine.evidence_weights(), scales);
    }
    const Timed timed("resolve");
    resolve::resolve(document.text, proposals, plugins.types(), resolution);
}

// What has been allocated for the document is given back first, so that there is some for its record.
void Worker::State::run_out_of_memory(const Origin& origin) {
    const std::string sha256 = result.document.sha256;
    const std::uint64_t byte_count = result.document.byte_count;
    result = {};
    instances.emplace(engine.plugins());
    begin(origin);
    result.document.sha256 = sha256;
    result.document.byte_count = byte_count;
    give_up(result.document, "document.memory", "There was not enough memory for this document.");
}

Worker::Worker(const Engine& engine) : state_(std::make_unique<State>(engine)) {}

Worker::~Worker() = default;

const Result& Worker::process(std::string_view bytes, const Origin& origin, std::span<const plugin::Absent> absent) {
    state_->begin_input();
    return state_->guarded(origin, [&] {
        if (state_->take(bytes, origin)) {
            state_->extract(absent);
        }
    });
}

const Result& Worker::fail(const Origin& origin, std::string_view code, std::string_view message) {
    state_->begin_input();
    return state_->fail(origin, code, message);
}

const Result& Worker::read(std::string_view bytes, const Origin& origin) {
    state_->begin_input();
    return state_->guarded(origin, [&] { state_->take(bytes, origin); });
}

bool Worker::has_next() const { return !state_->waiting.empty(); }

const Result& Worker::process_next(std::span<const plugin::Absent> absent) {
    state_->inner = state_->waiting.next();
    const Origin origin = state_->inner.origin();
    return state_->guarded(origin, [&] {
        if (state_->take(state_->inner.member.bytes, origin)) {
            state_->extract(absent);
        }
    });
}

const Result& Worker::fail_next(std::string_view code, std::string_view message) {
    state_->inner = state_->waiting.next();
    return state_->fail(state_->inner.origin(), code, message);
}

const Result& Worker::read_next() {
    state_->inner = state_->waiting.next();
    const Origin origin = state_->inner.origin();
    return state_->guarded(origin, [&] { state_->take(state_->inner.member.bytes, origin); });
}

void Worker::skip_next() { state_->waiting.next(); }

std::string_view Worker::next_source() const { return state_->waiting.next_source(); }

std::string_view Worker::inner_bytes() const { return state_->inner.member.bytes; }

bool Worker::is_lost() const { return state_->instances->is_lost(); }

void Worker::write(std::string& out) const {
    const auto& [document, proposals, resolution] = state_->result;
    const Engine& engine = state_->engine;
    const Timed timed("record");
    record::write(document, proposals, resolution, engine.plugins().types(), engine.generator(), engine.options().record, out);
}

}  // namespace dateline::pipeline
