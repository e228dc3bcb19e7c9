/// A host that writes down what an answer submits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/process/answer.h"

namespace dateline::process {

/// Of the plugin "words", with the type "word" (attributes length, parts and day, fact boss), the text "über Li Na" and a mention of it with the handle 7.
class Listener {
public:
    Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// What is submitted, a line each, in its order. Throws as submit_answer() does.
    std::vector<std::string> submit(std::string_view line);

    Types types;
    Program program;
    dateline_document document{};

private:
    dateline_mention mention_{};
};

}  // namespace dateline::process
