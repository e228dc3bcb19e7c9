/// Attempts at documents, written by hand.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "core/store/export.h"
#include "core/store/lookup.h"
#include "core/store/status.h"
#include "core/store/versions.h"
#include "core/store/writer.h"

namespace dateline::store {

/// A document with one person of one role, whose digest is its text.
struct Attempt {
    std::string text, person = "Li Na", fields = R"({"title":"Dean"})", record;
    Rows rows;

    explicit Attempt(std::string words) : text(std::move(words)) {
        record = R"({"text":")" + text + R"("})";
        rows.status = "complete";
        rows.sha256 = text;
        rows.text = text;
        rows.bytes = text.size();
        rows.record = record;
        rows.entities = {{"p1", "person", person}};
        rows.mentions = {{.entity = 0, .start = 0, .end = 5, .confidence = 97, .text = person, .rule = "people/name"}};
        rows.facts = {{.entity = 0, .start = 0, .end = 5, .confidence = 80, .fact = "role", .fields = fields, .rule = "roles/title"}};
    }
    Attempt(const Attempt&) = delete;
    Attempt& operator=(const Attempt&) = delete;
};

/// One that failed.
struct Failure : Attempt {
    explicit Failure(std::string words, std::string_view cause = "no reader") : Attempt(std::move(words)) {
        rows.status = "failed";
        rows.cause = cause;
        rows.text = {};
        rows.content = text;
        rows.entities.clear();
        rows.mentions.clear();
        rows.facts.clear();
    }
};

/// One whose bytes could not be had.
struct Unread : Failure {
    explicit Unread(std::string_view cause) : Failure("", cause) {
        rows.sha256 = {};
        rows.content = {};
    }
};

/// A store in a folder that is gone at the end.
class Stores : public testing::Test {
protected:
    Stores() {
        std::string pattern = (std::filesystem::temp_directory_path() / "dateline-store-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        path_ = (folder_ / "a.db").string();
    }
    ~Stores() override { std::filesystem::remove_all(folder_); }

    /// Writes and commits one.
    Outcome take(const std::string& name, const Rows& rows) const {
        Writer writer(path_);
        const Outcome outcome = writer.take(name, name, rows);
        writer.commit();
        return outcome;
    }
    std::int64_t count(const std::string& what) const {
        Database database = open(path_, Access::read);
        Statement statement = database.prepare("SELECT count(*) FROM " + what);
        statement.step();
        return statement.integer(0);
    }
    std::vector<std::string> exported(const Filter& filter = {}) const {
        Database database = open(path_, Access::read);
        std::vector<std::string> all;
        export_documents(database, filter, [&](const Exported& one) {
            all.push_back(std::to_string(one.cursor) + " " + std::string(one.name) + "@" + std::to_string(one.version) + " " +
                          std::string(one.status));
            return true;
        });
        return all;
    }

    std::filesystem::path folder_;
    std::string path_;
};

}  // namespace dateline::store
