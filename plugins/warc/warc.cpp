/// The reader of web archives: the pages in them are documents of their own.
#include <algorithm>
#include <map>
#include <string>

#include "dateline/plugin.hpp"
#include "payload.h"
#include "records.h"
#include "stream.h"

namespace warc {
namespace {

bool is_web_address(std::string_view address) {
    const std::string scheme = lower(address.substr(0, 8));
    return scheme.starts_with("http://") || scheme.starts_with("https://");
}

class Warc {
public:
    explicit Warc(const dateline::Host&) {}

    std::uint32_t probe(const dateline::Input& input) const {
        constexpr std::size_t kib = 1024;
        const std::string_view head = input.bytes().substr(0, kib);
        return begins_archive(is_gzip(head) ? unpacked_head(head) : std::string(head.substr(0, 64))) ? 95 : 0;
    }

    void read(const dateline::Input& input, dateline::ReaderOutput& output) {
        if (probe(input) == 0) throw dateline::NotMine("it is no web archive");
        output.metadata("media_type", "application/warc", "warc/reader");
        skipped_.clear();
        record_count_ = problem_count_ = 0;
        Records records(input.bytes());
        Record record;
        while (!output.should_stop()) {
            if (records.next(record)) {
                ++record_count_;
                take(records, record, output);
            } else if (records.problem().empty()) {
                break;
            } else {
                if (record_count_ == 0) throw dateline::Error(records.problem());
                tell_problem("At byte " + std::to_string(records.problem_position()) + " the archive cannot be read: " + records.problem(), output);
                if (!records.recover()) break;
            }
        }
        finish(output);
    }

private:
    void take(Records& records, const Record& record, dateline::ReaderOutput& output) {
        if (record.type != "response" && record.type != "resource" && record.type != "conversion") {
            skip(record.type);
            return;
        }
        constexpr std::uint64_t head_and_chunks = std::uint64_t{1} << 20;
        const std::uint64_t room = output.room();
        std::string_view contents;
        if (!records.contents(room < record.length ? 2 * room + head_and_chunks : record.length, contents))
            return;  // the next look at the records tells
        const bool is_http =
            record.type == "response" && (record.content_type.empty() || contents.starts_with("HTTP/") || is_web_address(record.target));
        deliver(record, is_http ? payload_of_response(contents, room) : payload_of_file(contents, record.content_type, room), output);
    }

    void deliver(const Record& record, const Payload& payload, dateline::ReaderOutput& output) {
        if (!payload.skipped.empty()) {
            skip(payload.skipped);
            return;
        }
        dateline::Member member =
            payload.problem.empty() ? dateline::Member(record.target, payload.bytes) : dateline::Member::lost(record.target, payload.problem);
        member.of_type(payload.type.media_type, payload.type.charset);
        if (is_web_address(record.target)) member.with("url", record.target, "warc/target");
        output.add(member);
        const std::string shortcoming = record.cut_by_crawler ? "the crawler cut it off" : payload.shortcoming;
        if (!shortcoming.empty() && payload.problem.empty()) {
            tell_problem("Not all of '" + (record.target.empty() ? "the record at byte " + std::to_string(record.position) : record.target) +
                             "' was read: " + shortcoming,
                         output);
        }
    }

    // An archive may have millions of these, so that kinds are cut short and no more of them than a few are kept apart.
    void skip(const std::string& kind) {
        constexpr std::size_t longest_kind = 60, most_kinds = 100;
        const bool is_plain = kind.size() <= longest_kind && std::all_of(kind.begin(), kind.end(), [](char c) { return c >= ' ' && c < 0x7F; });
        const bool is_known = skipped_.size() < most_kinds || skipped_.count(kind) > 0;
        ++skipped_[is_plain && is_known && !kind.empty() ? kind : "of another kind"];
    }

    void tell_problem(const std::string& sentence, dateline::ReaderOutput& output) {
        constexpr std::uint64_t most_told = 20;
        if (++problem_count_ <= most_told) output.diagnostic(DATELINE_ERROR, "warc.damaged", sentence + ".");
        if (problem_count_ == most_told)
            output.diagnostic(DATELINE_WARNING, "warc.damaged", "What else is damaged in the archive is not told one by one.");
    }

    void finish(dateline::ReaderOutput& output) const {
        std::uint64_t count = 0;
        std::string kinds;
        for (const auto& [kind, number] : skipped_) {
            count += number;
            kinds += (kinds.empty() ? "" : ", ") + std::to_string(number) + " " + kind;
        }
        if (count > 0)
            output.diagnostic(DATELINE_INFO, "warc.skipped",
                              "Records that are no documents were skipped (" + std::to_string(count) + "): " + kinds + ".");
    }

    std::map<std::string, std::uint64_t> skipped_;
    std::uint64_t record_count_ = 0, problem_count_ = 0;
};

}  // namespace
}  // namespace warc

DATELINE_READER(warc::Warc, "warc", "0.1.0")
