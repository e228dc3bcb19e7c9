#include <memory>
#include <string>
#include <string_view>

#include "core/library/engine.h"
#include "core/library/guard.h"
#include "core/pipeline/file.h"
#include "core/pipeline/performer.h"
#include "core/plugin/peer.h"

using namespace dateline;

struct dateline_worker {
    explicit dateline_worker(const dateline_engine& engine) : shared(engine.shared), worker(*shared) {}

    int has(const pipeline::Result& document) {
        result = &document;
        return 1;
    }
    void clear() {
        result = nullptr;
        record.clear();
    }

    std::shared_ptr<const pipeline::Engine> shared;
    pipeline::Worker worker;
    const pipeline::Result* result = nullptr;  // of the document that it has
    std::string bytes;                         // of a file
    std::string record;                        // empty until it is asked for
};

namespace {

// Bytes of a large file are not kept for the next one.
constexpr std::size_t most_kept = std::size_t{1} << 20;

std::string_view view(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

pipeline::Origin origin_of(const dateline_origin* given, const char* function) {
    dateline_origin known{};
    if (given != nullptr && !plugin::take(given, sizeof known.struct_size, known)) {
        throw library::Misuse(std::string(function) + ": the origin has no struct_size; set it to sizeof(dateline_origin)");
    }
    return {.source = view(known.name), .media_type = view(known.media_type), .charset = view(known.charset)};
}

const pipeline::Result& result_of(const dateline_worker* worker, const char* function) {
    library::need(worker, function, "worker");
    if (worker->result == nullptr) {
        throw library::Misuse(std::string(function) +
                              ": the worker has no document; call dateline_worker_process first, and nothing after it has given 0");
    }
    return *worker->result;
}

const char* give(const std::string& text, std::size_t* size) {
    if (size != nullptr) {
        *size = text.size();
    }
    return text.c_str();
}

}  // namespace

dateline_worker* dateline_worker_new(const dateline_engine* engine) {
    return library::guarded<dateline_worker*>(nullptr, [&] {
        library::need(engine, "dateline_worker_new", "engine");
        return new dateline_worker(*engine);
    });
}

void dateline_worker_free(dateline_worker* worker) {
    library::guarded(0, [&] { return delete worker, 0; });
}

int dateline_worker_process(dateline_worker* worker, const char* bytes, std::size_t size, const dateline_origin* origin) {
    return library::guarded(0, [&] {
        constexpr auto function = "dateline_worker_process";
        library::need(worker, function, "worker");
        worker->clear();
        if (size > 0) {
            library::need(bytes, function, "pointer to the bytes");
        }
        return worker->has(worker->worker.process(std::string_view(bytes, size), origin_of(origin, function)));
    });
}

int dateline_worker_process_file(dateline_worker* worker, const char* path) {
    return library::guarded(0, [&] {
        library::need(worker, "dateline_worker_process_file", "worker");
        worker->clear();
        library::need(path, "dateline_worker_process_file", "path");
        pipeline::Input file{.path = path};
        if (file.path == "-") {
            file.path = "./-";  // not standard input, which is the program's
        }
        if (worker->bytes.capacity() > most_kept) {
            worker->bytes = {};
        }
        const std::string problem = pipeline::read_input(*worker->shared, file, worker->bytes);
        return worker->has(problem.empty() ? worker->worker.process(worker->bytes, path)
                                           : worker->worker.fail(path, "document.unreadable", "The file " + problem + "."));
    });
}

int dateline_worker_next(dateline_worker* worker) {
    return library::guarded(0, [&] {
        library::need(worker, "dateline_worker_next", "worker");
        worker->clear();
        return worker->worker.has_next() ? worker->has(worker->worker.process_next()) : 0;
    });
}

const char* dateline_worker_record(dateline_worker* worker, std::size_t* size) {
    return library::guarded<const char*>(nullptr, [&] {
        result_of(worker, "dateline_worker_record");
        if (worker->record.empty()) {
            std::string record;
            worker->worker.write(record);
            worker->record = std::move(record);
        }
        return give(worker->record, size);
    });
}

const char* dateline_worker_text(dateline_worker* worker, std::size_t* size) {
    return library::guarded<const char*>(nullptr, [&] {
        static const std::string none;
        const Document& document = result_of(worker, "dateline_worker_text").document;
        return give(document.status == Status::failed ? none : document.text, size);
    });
}

dateline_completeness dateline_worker_completeness(const dateline_worker* worker) {
    return library::guarded(DATELINE_NO_DOCUMENT, [&] {
        library::need(worker, "dateline_worker_completeness", "worker");
        if (worker->result == nullptr) {
            return DATELINE_NO_DOCUMENT;
        }
        switch (worker->result->document.status) {
            case Status::complete:
                return DATELINE_COMPLETE;
            case Status::partial:
                return DATELINE_PARTIAL;
            default:
                return DATELINE_UNREADABLE;
        }
    });
}

const char* dateline_worker_cause(const dateline_worker* worker) {
    return library::guarded<const char*>(nullptr, [&] {
        const Document& document = result_of(worker, "dateline_worker_cause").document;
        return document.status == Status::complete ? "" : pipeline::cause_of(document).c_str();
    });
}
