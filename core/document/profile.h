/// Where the time goes when a document is processed: by stage and plugin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What has been measured in one thread.
class Profile {
public:
    struct Row {
        std::string stage;               ///< "rules"
        std::string plugin;              ///< its id; empty: the host itself
        std::int64_t nanoseconds = 0;    ///< of CPU time, in all
    };

    /// Measures what this thread does from now on, until it is destroyed. One a thread at a time.
    Profile();
    ~Profile();
    Profile(const Profile&) = delete;
    Profile& operator=(const Profile&) = delete;

    void add(std::string_view stage, std::string_view plugin, std::int64_t nanoseconds);
    /// Nanoseconds in all.
    std::int64_t sum() const;
    /// In the order in which they were first met.
    const std::vector<Row>& rows() const { return rows_; }

private:
    std::vector<Row> rows_;
};

/// A stage, as long as it lives. Costs nothing worth telling when nobody measures. Not to be nested. The names must outlive it.
class Timed {
public:
    explicit Timed(std::string_view stage, std::string_view plugin = {});
    ~Timed();
    Timed(const Timed&) = delete;
    Timed& operator=(const Timed&) = delete;

private:
    std::string_view stage_, plugin_;
    std::int64_t begin_ = 0;
};

}  // namespace dateline
