#include "core/learn/source.h"

#include <charconv>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>

#include "core/learn/fact_features.h"
#include "core/learn/feature_text.h"
#include "core/learn/features.h"
#include "core/learn/keys.h"
#include "core/text/analysis.h"
#include "core/text/utf8.h"

namespace dateline::learn {
namespace {

constexpr std::int32_t greatest_class = 999, heaviest = 30'000;

/// The lines of a file, column by column.
class Table {
public:
    Table(std::filesystem::path file, std::size_t columns) : file_(std::move(file)), columns_(columns), stream_(file_) {}

    bool is_there() const { return stream_.is_open(); }
    bool next() {
        while (std::getline(stream_, line_)) {
            ++number_;
            if (line_.empty() || line_.front() == '#') continue;
            split();
            return true;
        }
        return false;
    }
    std::string_view operator[](std::size_t column) const { return cells_[column]; }
    std::int32_t number(std::size_t column, std::int32_t least, std::int32_t greatest) const {
        std::int32_t number = 0;
        const std::string_view text = cells_[column];
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size() || number < least || number > greatest) {
            fail("'" + std::string(text) + "' must be a whole number from " + std::to_string(least) + " to " + std::to_string(greatest));
        }
        return number;
    }
    [[noreturn]] void fail(const std::string& what) const { throw std::runtime_error(file_.string() + ":" + std::to_string(number_) + ": " + what); }

private:
    void split() {
        cells_.clear();
        std::string_view rest = line_;
        for (;;) {
            const std::size_t tab = rest.find('\t');
            cells_.push_back(rest.substr(0, tab));
            if (tab == std::string_view::npos) break;
            rest.remove_prefix(tab + 1);
        }
        if (cells_.size() != columns_) fail("there must be " + std::to_string(columns_) + " columns with tabs between them");
        if (text::valid_prefix(line_) != line_.size()) fail("the line is no UTF-8");
    }

    std::filesystem::path file_;
    std::size_t columns_, number_ = 0;
    std::ifstream stream_;
    std::string line_;
    std::vector<std::string_view> cells_;
};

template <class Take>
void each_word(std::string_view words, Take take) {
    while (!words.empty()) {
        const std::size_t space = std::min(words.find(' '), words.size());
        if (space > 0) take(words.substr(0, space));
        words.remove_prefix(std::min(space + 1, words.size()));
    }
}

const std::map<std::string_view, std::uint32_t> kinds = {{"title", kind_title},           {"honorific", kind_honorific}, {"legal-form", kind_legal_form},
                                                         {"given-name", kind_given_name}, {"head", kind_head},           {"saying", kind_saying}};

// What the classes and kinds say of one written form of a word.
using Forms = std::map<std::uint64_t, std::uint32_t>;

std::uint64_t key_of_written(std::string_view word, text::Analysis& analysis) {
    if (word == "<address>" || word == "<number>") return word_key(text::hash(word), 0);
    analysis.clear();
    text::analyse(word, analysis);
    if (analysis.tokens.empty()) return 0;
    const dateline_token& token = analysis.tokens.front();
    const bool number = (token.flags & DATELINE_TOKEN_HAS_DIGIT) != 0;
    return word_key(number ? text::hash(number_pattern(word)) : token.hash, token.flags);
}

void read_classes(const std::filesystem::path& file, Forms& forms) {
    Table table(file, 2);
    if (!table.is_there()) throw std::runtime_error(file.string() + " cannot be read; it holds the classes of words");
    text::Analysis analysis;
    while (table.next()) {
        const auto number = static_cast<std::uint32_t>(table.number(0, 1, greatest_class));
        each_word(table[1], [&](std::string_view word) { forms[key_of_written(word, analysis)] |= number; });
    }
}

// A word has one topic, however it is written.
void read_topics(const std::filesystem::path& file, Entries& entries) {
    Table table(file, 2);
    if (!table.is_there()) throw std::runtime_error(file.string() + " cannot be read; it holds the topics of words");
    text::Analysis analysis;
    while (table.next()) {
        const std::int32_t number = table.number(0, 1, greatest_class);
        each_word(table[1], [&](std::string_view word) {
            analysis.clear();
            text::analyse(word, analysis);
            if (analysis.tokens.size() == 1) entries.topics.emplace_back(analysis.tokens.front().hash, number);
        });
    }
}

void read_kinds(const std::filesystem::path& file, Forms& forms) {
    Table table(file, 2);
    if (!table.is_there()) throw std::runtime_error(file.string() + " cannot be read; it holds the kinds of words");
    while (table.next()) {
        std::uint32_t bits = 0;
        each_word(table[1], [&](std::string_view kind) {
            const auto found = kinds.find(kind);
            if (found == kinds.end()) table.fail("'" + std::string(kind) + "' is no kind");
            bits |= found->second;
        });
        std::string folded;
        text::fold(table[0], folded);
        for (const std::uint32_t flags : {0u, std::uint32_t{DATELINE_TOKEN_CAPITAL}, std::uint32_t{DATELINE_TOKEN_ALL_CAPITALS}}) {
            forms[word_key(text::hash(folded), flags)] |= bits << class_bits;
        }
    }
}

// A row whose feature cannot be read has the key 0.
std::uint64_t feature_row_key(const Row& row) {
    const std::optional<Feature> feature = is_fact(row.owner) ? parse(fact_templates(), row.name, row.parts) : parse_feature(row.name, row.parts);
    return feature ? feature_key(row.owner, feature->index, feature->codes) : 0;
}

void write_file(const std::filesystem::path& file, std::string_view head, std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    std::ofstream stream(file, std::ios::binary);
    stream << head;
    for (const std::string& line : lines) stream << line << '\n';
    if (!stream.flush()) throw std::runtime_error(file.string() + " cannot be written");
}

constexpr std::string_view source_line = "# source: learned by dateline train from articles annotated by dateline's own guidelines; counts of words and forms, no text\n";

}  // namespace

std::uint64_t key_of(const Row& row) {
    return row.is_evidence ? evidence_key(row.owner, row.name) : feature_row_key(row);
}

Source Source::read(const std::filesystem::path& folder) {
    Source source;
    for (Table table(folder / "features.tsv", 4); table.is_there() && table.next();) {
        source.rows.push_back({std::string(table[0]), std::string(table[1]), std::string(table[2]), false, table.number(3, -heaviest, heaviest)});
        if (feature_row_key(source.rows.back()) == 0) table.fail("there is no feature '" + std::string(table[1]) + "' with these parts");
    }
    for (Table table(folder / "evidence.tsv", 3); table.is_there() && table.next();) {
        source.rows.push_back({std::string(table[0]), std::string(table[1]), {}, true, table.number(2, -heaviest, heaviest)});
    }
    for (Table table(folder / "scales.tsv", 3); table.is_there() && table.next();) {
        source.scales.push_back({std::string(table[0]), {table.number(1, 1, heaviest), table.number(2, -heaviest, heaviest)}});
    }
    return source;
}

void Source::write(const std::filesystem::path& folder) const {
    std::vector<std::string> features, evidence, scale_lines;
    for (const Row& row : rows) {
        (row.is_evidence ? evidence : features).push_back(row.owner + '\t' + row.name + '\t' + (row.is_evidence ? "" : row.parts + '\t') + std::to_string(row.weight));
    }
    for (const auto& [name, scale] : scales) {
        scale_lines.push_back(name + '\t' + std::to_string(scale.slope) + '\t' + std::to_string(scale.offset));
    }
    const std::string head(source_line);
    write_file(folder / "features.tsv", head + "# columns: type, template, parts, weight in hundredths of a logit\n", std::move(features));
    write_file(folder / "evidence.tsv", head + "# columns: plugin, evidence, weight in hundredths of a logit\n", std::move(evidence));
    write_file(folder / "scales.tsv", head + "# columns: type or fact, slope, offset: the confidence is that of margin * slope / 100 + offset\n", std::move(scale_lines));
}

Entries read_words(const std::filesystem::path& folder) {
    Forms forms;
    read_classes(folder / "classes.tsv", forms);
    read_kinds(folder / "kinds.tsv", forms);
    Entries entries;
    read_topics(folder / "topics.tsv", entries);
    for (const auto& [key, value] : forms) entries.weights.emplace_back(key, static_cast<std::int16_t>(value));
    return entries;
}

void append(const Source& source, Entries& entries) {
    std::set<std::string_view> types;
    for (const Row& row : source.rows) {
        entries.weights.emplace_back(key_of(row), row.is_evidence && row.weight == 0 ? learned_zero : row.weight);
        if (!row.is_evidence && types.insert(row.owner).second) entries.weights.emplace_back(known_key(row.owner), 1);
    }
    for (const auto& [name, scale] : source.scales) {
        entries.weights.emplace_back(slope_key(name), scale.slope);
        entries.weights.emplace_back(offset_key(name), scale.offset);
    }
}

}  // namespace dateline::learn
