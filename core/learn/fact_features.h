/// Features of facts: what the words of a fact, those between it and its subject, and what it refers to say for or against it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/learn/fact_page.h"
#include "core/learn/features.h"

namespace dateline::learn {

std::span<const Template> fact_templates();

/// Whether the owner of a feature ("person.role") is a fact; otherwise it is a type.
inline bool is_fact(std::string_view owner) { return owner.find('.') != std::string_view::npos; }
/// "person.role"
std::string fact_name(const Types& types, std::uint32_t fact);

/// Appends the features of a fact of the document that the page is open on.
void find_features(const FactPage& page, const Fact& fact, std::vector<Feature>& out);

}  // namespace dateline::learn
