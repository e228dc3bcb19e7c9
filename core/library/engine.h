/// What dateline_engine and its workers share.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "core/pipeline/pipeline.h"
#include "dateline/dateline.h"

struct dateline_engine {
    explicit dateline_engine(const dateline::pipeline::Options& options) : shared(std::make_shared<const dateline::pipeline::Engine>(options)) {}

    std::shared_ptr<const dateline::pipeline::Engine> shared;
    // Made when it is asked for first.
    struct Schema {
        std::once_flag made;
        std::string text;
    };
    mutable Schema plain, strict;
};
