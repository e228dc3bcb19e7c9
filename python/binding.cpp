// dateline._dateline: what dateline.hpp gives, for the classes in dateline/*.py. Threads run in parallel while a document is processed.
#include <pybind11/functional.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <dateline/dateline.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace {

// One document: its record as JSON, and its text.
using Processed = std::pair<std::string, std::string>;

// An engine with as many workers as there are threads that are in it at a time.
class Engine {
public:
    explicit Engine(const dateline::Options& options) : engine_(options) {}

    // The document, and after it those inside it.
    std::vector<Processed> process(std::string_view bytes, const dateline::Origin& origin) {
        return with_worker([&](dateline::Worker& worker) { worker.process(bytes, origin); });
    }
    std::vector<Processed> process_file(const std::string& path) {
        return with_worker([&](dateline::Worker& worker) { worker.process_file(path); });
    }

    const dateline::Engine& engine() const { return engine_; }

private:
    template <class Begin>
    std::vector<Processed> with_worker(Begin begin) {
        std::optional<dateline::Worker> worker = take();
        if (!worker) worker.emplace(engine_);
        std::vector<Processed> documents;
        begin(*worker);
        do {
            documents.emplace_back(worker->record(), worker->text());
        } while (worker->next());
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(*worker));
        return documents;
    }

    std::optional<dateline::Worker> take() {
        const std::lock_guard lock(mutex_);
        if (idle_.empty()) return std::nullopt;
        std::optional<dateline::Worker> worker = std::move(idle_.back());
        idle_.pop_back();
        return worker;
    }

    dateline::Engine engine_;
    std::mutex mutex_;
    std::vector<dateline::Worker> idle_;
};

std::vector<py::tuple> plugins_of(const Engine& engine) {
    std::vector<py::tuple> list;
    for (const dateline::PluginInfo& one : engine.engine().plugins()) {
        list.push_back(py::make_tuple(one.id, one.version, one.description, one.folder, one.is_reader));
    }
    return list;
}

std::vector<py::tuple> types_of(const Engine& engine) {
    std::vector<py::tuple> list;
    for (const dateline::TypeInfo& one : engine.engine().types()) list.push_back(py::make_tuple(one.name, one.collection, one.is_named));
    return list;
}

py::list documents_of(const std::vector<Processed>& documents) {
    py::list list;
    for (const auto& [record, text] : documents) list.append(py::make_tuple(py::bytes(record), py::str(text)));
    return list;
}

}  // namespace

PYBIND11_MODULE(_dateline, module) {
    module.attr("version") = std::string(dateline::version());
    py::register_exception<dateline::Error>(module, "Error").attr("__module__") = "dateline";

    py::class_<Engine>(module, "Engine")
        .def(py::init([](std::vector<std::string> plugins, std::string plugin_directory, std::string model, std::vector<std::string> lexicons,
                         std::vector<std::string> settings, std::uint64_t max_bytes, std::uint32_t max_mentions, std::uint32_t max_nesting,
                         bool with_source, std::function<void(std::string_view)> log) {
            dateline::Options options;
            options.plugins = std::move(plugins);
            options.plugin_directory = std::move(plugin_directory);
            options.model = std::move(model);
            options.lexicons = std::move(lexicons);
            options.settings = std::move(settings);
            options.max_bytes = max_bytes;
            options.max_mentions = max_mentions;
            options.max_nesting = max_nesting;
            options.with_source = with_source;
            options.log = std::move(log);
            const py::gil_scoped_release release;
            return std::make_unique<Engine>(options);
        }))
        .def("process",
             [](Engine& engine, const py::bytes& bytes, std::string name, std::string media_type, std::string charset) {
                 const std::string_view view = bytes;
                 const dateline::Origin origin{std::move(name), std::move(media_type), std::move(charset)};
                 return documents_of([&] {
                     const py::gil_scoped_release release;
                     return engine.process(view, origin);
                 }());
             })
        .def("process_file",
             [](Engine& engine, const py::bytes& path) {
                 const std::string name = path;
                 return documents_of([&] {
                     const py::gil_scoped_release release;
                     return engine.process_file(name);
                 }());
             })
        .def("schema", [](const Engine& engine, bool strict) { return std::string(engine.engine().schema(strict)); })
        .def("plugins", &plugins_of)
        .def("types", &types_of);
}
