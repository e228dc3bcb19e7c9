/// Values of attributes and fields that come as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/mention/type.h"

namespace dateline::rules {

/// Digits, perhaps with a sign before, a point and an exponent.
std::optional<double> number_of(std::string_view text);

/// Why a text is no value for what is declared: "is no number …, what to do"; empty when it is one.
std::string problem_with(std::string_view text, const FieldDeclaration& declared);

}  // namespace dateline::rules
