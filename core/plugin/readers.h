/// One worker's readers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plugin/host.h"
#include "core/plugin/instance.h"
#include "core/plugin/reading.h"

namespace dateline::plugin {

class Readers {
public:
    void add(Plugin& plugin) { readers_.push_back({&plugin, {}}); }

    /// As Instances::read.
    bool read(const dateline_input& input, Document& document, const Limits& limits);

private:
    enum class Result { read, not_mine, failed };
    struct Reader {
        Plugin* plugin;
        std::optional<Instance> instance;  // from the first document on that it may read
    };
    struct Sure {
        std::uint32_t sure;
        Instance* reader;
    };

    void ask(const dateline_input& input, Document& document);
    std::uint32_t probe(Reader& reader, const dateline_input& input, Document& document);
    Result try_one(Instance& reader, const dateline_input& input, Document& document, const Limits& limits, std::string& format);

    std::vector<Reader> readers_;
    std::vector<Sure> asked_;  // the surest first
    Reading reading_;
};

}  // namespace dateline::plugin
