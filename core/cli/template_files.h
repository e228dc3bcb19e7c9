/// The files that `dateline plugins new` fills in: core/cli/templates, embedded.
#pragma once

#include <span>
#include <string_view>

namespace dateline::cli {

struct TemplateFile {
    std::string_view name;     ///< below templates/: "c++/NAME.cpp"
    std::string_view content;
};

/// By name.
extern const std::span<const TemplateFile> template_files;

}  // namespace dateline::cli
