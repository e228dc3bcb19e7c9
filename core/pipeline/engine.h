/// What pipeline.h hides from other parts of core.
#pragma once

#include "core/pipeline/pipeline.h"

namespace dateline::pipeline {

struct Engine::State {
    explicit State(const Options& given);

    Options options;
    plugin::Plugins plugins;
    record::Generator generator;
};

}  // namespace dateline::pipeline
