// Runs a reader plugin that is linked in over any bytes, and holds what it gives against the promises of plugin.h.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/text/utf8.h"
#include "dateline/plugin.h"

namespace dateline::fuzz {

constexpr std::uint64_t most_inside = std::uint64_t{1} << 20;

struct Given {
    std::string text;
    std::uint64_t last_end = 0;
};

inline dateline_reader_output output_to(Given& given) {
    dateline_reader_output output{};
    output.struct_size = sizeof output;
    output.context = &given;
    output.add_text = [](void* context, dateline_string text) { static_cast<Given*>(context)->text.append(text.data, text.length); };
    output.add_block = [](void* context, const dateline_block* block) {
        Given& to = *static_cast<Given*>(context);
        if (block->begin < to.last_end || block->begin >= block->end || block->end > to.text.size() || block->source_begin > block->source_end) std::abort();
        to.last_end = block->end;
    };
    output.set_metadata = [](void*, dateline_string, dateline_string value, dateline_string) {
        const std::string text(value.data, value.length);
        if (text::valid_prefix(text) != text.size()) std::abort();
    };
    output.add_diagnostic = [](void*, std::uint32_t, dateline_string, dateline_string, std::uint32_t, std::uint32_t) {};
    output.set_error = [](void*, dateline_string) {};
    output.should_stop = [](void*) -> std::int32_t { return 0; };
    output.add_document = [](void*, const dateline_member* member) -> dateline_status {
        for (std::uint64_t i = 0; i < member->metadata_count; ++i) {
            const std::string value(member->metadata[i].value.data, member->metadata[i].value.length);
            if (text::valid_prefix(value) != value.size() || value.find('\0') != std::string::npos) std::abort();
        }
        if (member->bytes.length > most_inside + 1) std::abort();
        return DATELINE_OK;
    };
    output.document_room = [](void*) { return most_inside; };
    return output;
}

inline void* loaded() {
    dateline_host host{};
    host.struct_size = sizeof host;
    host.set_error = [](void*, dateline_string) {};
    void* shared = nullptr;
    if (dateline_plugin_v1()->load(&host, &shared) != DATELINE_OK) std::abort();
    return shared;
}

inline int read(const std::uint8_t* data, std::size_t size) {
    static void* const instance = loaded();
    const dateline_reader& reader = *dateline_plugin_v1()->reader;
    Given given;
    const dateline_input input{sizeof(dateline_input), 0, {reinterpret_cast<const char*>(data), size}, {}, {}, {}};
    const dateline_reader_output output = output_to(given);
    if (reader.probe(instance, &input) > 100) std::abort();
    const dateline_status status = reader.read(instance, &input, &output);
    if (status != DATELINE_OK && status != DATELINE_FAILED && status != DATELINE_NOT_MINE) std::abort();
    if (status == DATELINE_OK &&
        (text::valid_prefix(given.text) != given.text.size() || given.text.find_first_of(std::string_view("\0\r", 2)) != std::string::npos))
        std::abort();
    return 0;
}

}  // namespace dateline::fuzz
