/// plugin.json: what a plugin is, produces and needs, known without loading any code.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/mention/type.h"
#include "core/plugin/manifest_error.h"

namespace dateline::plugin {

struct ProducedType {
    TypeDeclaration type;                    ///< `facts` is empty here; indexes are given when the run's Types are made
    std::vector<FactDeclaration> facts;
};

/// Something that users may set for a plugin.
struct SettingDeclaration {
    std::string name, description;
    std::string value;                       ///< the default, until something else is given
};

struct Manifest {
    std::string id, version, description;
    std::string library;                     ///< file name in the folder; empty for an extractor that is rules or a program
    std::vector<std::string> command;        ///< a program and what it is given; empty for one that is no program
    std::string lexicon;                     ///< file name in the folder; empty without one
    enum class Kind { extractor, reader } kind = Kind::extractor;
    std::uint32_t interface_major = 0, interface_minor = 0;  ///< the least version of the plugin interface that it can do with
    std::vector<ProducedType> produces;
    std::vector<std::string> contributes;    ///< types owned by others that it submits candidates, facts or links for
    std::vector<std::string> needs;          ///< plugin ids: without them it is left out
    std::vector<std::string> after;          ///< plugin ids that run first when they are there
    std::vector<std::string> languages;      ///< BCP 47; empty: any
    std::vector<std::string> media_types;    ///< of a reader
    std::vector<std::string> signatures;     ///< of a reader, as bytes: only documents that hold one near their start can be its own; empty: any can
    std::vector<SettingDeclaration> settings;
    std::uint32_t max_seconds = 10;          ///< a document, of a program
    std::uint32_t max_candidates = 0;        ///< a document; 0: as many as the run allows
};

/// Throws ManifestError, for an unknown field too. `path` is only for messages. The interface's version is not judged here.
Manifest parse_manifest(std::string_view json, const std::filesystem::path& path);

}  // namespace dateline::plugin
