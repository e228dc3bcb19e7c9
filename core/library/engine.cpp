#include "core/library/engine.h"

#include <algorithm>
#include <cstring>

#include "core/library/guard.h"
#include "core/library/options.h"
#include "core/pipeline/version.h"
#include "core/record/record.h"

using namespace dateline;

namespace {

// As much of `info` as the caller knows.
template <class Info>
int give(const Info& info, Info* to, const char* function) {
    const std::uint32_t size = to->struct_size;
    if (size < sizeof info.struct_size) {
        throw library::Misuse(std::string(function) + ": the info has no struct_size; set it to its sizeof");
    }
    std::memcpy(to, &info, std::min<std::size_t>(size, sizeof info));
    to->struct_size = size;
    return 1;
}

[[noreturn]] void refuse_index(const char* function, std::size_t index, std::size_t count) {
    throw library::Misuse(std::string(function) + ": there is no index " + std::to_string(index) + ", only " + std::to_string(count) + " from 0");
}

// Silent ones stand last.
std::size_t written_types(const Types& types) {
    return static_cast<std::size_t>(
        std::count_if(types.types.begin(), types.types.end(), [](const TypeDeclaration& type) { return !type.silent(); }));
}

}  // namespace

const char* dateline_version() {
    static const std::string version(pipeline::version());
    return version.c_str();
}

dateline_engine* dateline_engine_new(const dateline_options* options) {
    return library::guarded<dateline_engine*>(nullptr, [&] { return new dateline_engine(library::options_of(options)); });
}

void dateline_engine_free(dateline_engine* engine) {
    library::guarded(0, [&] { return delete engine, 0; });
}

const char* dateline_engine_schema(const dateline_engine* engine, int strict) {
    return library::guarded<const char*>(nullptr, [&] {
        library::need(engine, "dateline_engine_schema", "engine");
        dateline_engine::Schema& schema = strict != 0 ? engine->strict : engine->plain;
        std::call_once(schema.made, [&] { schema.text = record::schema(engine->shared->plugins().types(), strict != 0); });
        return schema.text.c_str();
    });
}

std::size_t dateline_engine_plugin_count(const dateline_engine* engine) {
    return library::guarded<std::size_t>(0, [&] {
        library::need(engine, "dateline_engine_plugin_count", "engine");
        return engine->shared->plugins().size();
    });
}

int dateline_engine_plugin(const dateline_engine* engine, std::size_t index, dateline_plugin_info* info) {
    return library::guarded(0, [&] {
        constexpr auto function = "dateline_engine_plugin";
        library::need(engine, function, "engine");
        library::need(info, function, "info");
        const plugin::Plugins& plugins = engine->shared->plugins();
        if (index >= plugins.size()) {
            refuse_index(function, index, plugins.size());
        }
        const plugin::Manifest& manifest = plugins.manifest(index);
        return give<dateline_plugin_info>({sizeof *info, manifest.kind == plugin::Manifest::Kind::reader, manifest.id.c_str(),
                                           manifest.version.c_str(), manifest.description.c_str(), plugins.folder(index).c_str()},
                                          info, function);
    });
}

std::size_t dateline_engine_type_count(const dateline_engine* engine) {
    return library::guarded<std::size_t>(0, [&] {
        library::need(engine, "dateline_engine_type_count", "engine");
        return written_types(engine->shared->plugins().types());
    });
}

int dateline_engine_type(const dateline_engine* engine, std::size_t index, dateline_type_info* info) {
    return library::guarded(0, [&] {
        constexpr auto function = "dateline_engine_type";
        library::need(engine, function, "engine");
        library::need(info, function, "info");
        const Types& types = engine->shared->plugins().types();
        if (const std::size_t count = written_types(types); index >= count) {
            refuse_index(function, index, count);
        }
        const TypeDeclaration& type = types.types[index];
        return give<dateline_type_info>({sizeof *info, type.named, type.name.c_str(), type.collection.c_str()}, info, function);
    });
}
