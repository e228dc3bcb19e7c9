/// All that an explanation of one document is made from.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/learn/fact_page.h"
#include "core/learn/page.h"
#include "core/mention/candidate.h"
#include "core/mention/type.h"
#include "core/pipeline/pipeline.h"
#include "core/resolve/resolve.h"
#include "core/text/utf8.h"

namespace dateline::explain {

/// A decided document, and what its ids mean. Borrows everything: valid until the worker's next document.
struct Findings {
    const Document& document;
    const Proposals& proposals;
    const resolve::Resolution& resolution;
    const Types& types;
    std::span<const EvidenceDeclaration> evidence;  ///< by Evidence::id
    std::span<const std::int32_t> weights;          ///< by Evidence::id, hundredths of a logit
    std::vector<std::string_view> plugins;          ///< ids, by the index that candidates name
    text::OffsetMap offsets;                        ///< bytes to the unit that is shown
    const learn::Weights* learned = nullptr;        ///< of features; null when there are none
    learn::Page page = {};                          ///< open on the document when there are
    mutable std::unique_ptr<learn::FactPage> facts = {};  ///< the same for facts, from the first call of fact_page() on

    const learn::FactPage& fact_page() const;
    std::string_view words(std::uint32_t begin, std::uint32_t end) const { return std::string_view(document.text).substr(begin, end - begin); }
    std::string_view plugin(std::uint32_t index) const { return index < plugins.size() ? plugins[index] : std::string_view(); }
};

/// What people call an entity: its name, or for a type without names the value of its key, or else the words of its first mention. White space is
/// folded; not made printable.
std::string name_of(const Findings& findings, const resolve::Entity& entity);

Findings findings(const pipeline::Engine& engine, const pipeline::Result& result);

}  // namespace dateline::explain
