#include "core/pipeline/version.h"

namespace dateline::pipeline {

std::string_view version() {
    return DATELINE_VERSION;
}

}  // namespace dateline::pipeline
