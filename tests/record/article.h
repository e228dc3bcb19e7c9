/// A small decided document with one of everything, for the record's tests.
#pragma once

#include <string>

#include "core/document/document.h"
#include "core/record/record.h"
#include "core/resolve/resolve.h"
#include "tests/mention/draft.h"

namespace dateline::record {

struct Article {
    /// Dates, a person with a role, organizations with an alias, a base with an event; text beyond ASCII.
    Article();
    /// An empty document of this text.
    explicit Article(std::string text);

    void resolve();
    std::string write() const;

    Draft draft;
    Document document;
    resolve::Resolution resolution;
    Generator generator{"0.1.0", {{"dates", "0.1.0"}, {"people", "0.2.0"}}, "0123abcd"};
    Options options;
};

}  // namespace dateline::record
