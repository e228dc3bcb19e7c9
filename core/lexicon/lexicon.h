/// A compiled lexicon: word lists, token-pattern rules and evidences of one plugin in one memory-mapped file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::lexicon {

/// One list: a section of the file, with where it came from.
struct ListInfo {
    std::string_view name, source, licence;
    std::uint32_t entries = 0;
};

/// One evidence as declared in evidence.tsv.
struct EvidenceInfo {
    std::string_view name, sentence;
    std::int32_t weight = 0;  ///< hundredths of a logit
};

/// Read-only, shared by all workers, any number of threads. Views point into the mapping and live as long as it does.
/// Opening reads the header and checks that every offset and count of the file stays inside it; nothing is parsed or copied.
class Lexicon {
public:
    /// Throws std::runtime_error with the path and what is wrong: no such file, other format version, damaged.
    static std::shared_ptr<const Lexicon> open(const std::filesystem::path& file);
    /// The same over bytes in memory, which are copied: for tests, fuzzing and lists given at run time.
    static std::shared_ptr<const Lexicon> from_bytes(std::string_view bytes);
    ~Lexicon();
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;

    /// A hash of all that it holds, as the build found it: equal for equal lists, rules and evidence.
    std::uint64_t content() const;

    std::uint32_t list_count() const;          ///< at most 64
    ListInfo list(std::uint32_t index) const;
    std::uint32_t rule_count() const;
    std::string_view rule(std::uint32_t index) const;
    std::string_view capture(std::uint32_t index) const;
    std::uint32_t evidence_count() const;
    EvidenceInfo evidence(std::uint32_t index) const;
    /// Names of types that rules refer to as <type>; matching is given the run's ids in this order.
    const std::vector<std::string_view>& type_names() const;

    /// Ids by name; DATELINE_NONE (0xFFFFFFFF) for an unknown one.
    std::uint32_t find_list(std::string_view name) const;
    std::uint32_t find_rule(std::string_view name) const;
    std::uint32_t find_capture(std::string_view name) const;
    std::uint32_t find_label(std::string_view name) const;
    std::uint32_t find_evidence(std::string_view name) const;

    struct Tables;                             ///< the mapped arrays; lexicon/format.h
    const Tables& tables() const { return *tables_; }

private:
    struct Storage;
    explicit Lexicon(std::unique_ptr<Storage> storage);
    std::unique_ptr<Storage> storage_;
    const Tables* tables_;
};

}  // namespace dateline::lexicon
