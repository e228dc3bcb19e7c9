/// What pipeline.h hides from other parts of core.
#pragma once

#include <memory>

#include "core/lexicon/user_list.h"
#include "core/pipeline/pipeline.h"

namespace dateline::pipeline {

struct Engine::State {
    explicit State(const Options& given);

    Options options;
    plugin::Plugins plugins;
    learn::Weights learned;
    std::vector<std::int32_t> evidence_weights;      // by Evidence::id
    std::vector<judge::Scale> type_scales, fact_scales;
    judge::Scale link_scale;
    std::unique_ptr<const lexicon::UserList> words;  // null without one
    record::Generator generator;
};

}  // namespace dateline::pipeline
