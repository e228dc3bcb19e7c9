/// The records of a web archive, one after another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "headers.h"
#include "stream.h"

namespace warc {

struct Record {
    std::string type;          ///< "response"
    std::string target;        ///< the address that was asked for; may be empty
    std::string content_type;  ///< of what the record holds: "application/http; msgtype=response"
    bool cut_by_crawler = false;
    std::uint64_t position = 0;  ///< where it begins, in bytes of the unpacked file
    std::uint64_t length = 0;    ///< of its contents, as it says
};

class Records {
public:
    explicit Records(std::string_view file) : stream_(file) {}

    /// Goes behind the contents of the last record and reads the head of the next. False at the end, or when it cannot be read: see problem().
    bool next(Record& record);
    /// The contents of the last record, or their first `most` bytes. False when the file ends before.
    bool contents(std::uint64_t most, std::string_view& bytes);
    /// Searches for the next record behind damage. False when there is none.
    bool recover();

    /// What is wrong where next() gave up, or with the record that it left behind; empty when nothing is.
    const std::string& problem() const { return problem_; }
    /// Where that is, in bytes of the unpacked file.
    std::uint64_t problem_position() const { return problem_position_; }

private:
    void leave_last();
    void tell(std::uint64_t position, std::string problem);

    Stream stream_;
    Record last_;
    bool is_inside_ = false;  // before the contents of the last record
    std::string problem_;
    std::uint64_t problem_position_ = 0;
};

/// Whether the bytes are those of a web archive, by its first line.
bool begins_archive(std::string_view bytes);

}  // namespace warc
