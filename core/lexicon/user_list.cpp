#include "core/lexicon/user_list.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/lexicon/builder.h"
#include "core/lexicon/header_lines.h"

namespace dateline::lexicon {
namespace {

constexpr std::array<std::string_view, 3> kinds = {"always", "never", "hint"};

struct UserLine {
    std::string_view words, type;
    UserList::Kind kind;
    std::size_t at;
};

class Reader {
public:
    Reader(std::span<const std::string_view> types, std::vector<UserList::Meaning>& meanings) : types_(types.begin(), types.end()), meanings_(meanings) {}

    void read(const Source& source) {
        std::size_t next = 0;
        line_ = 0;
        for (Line line; next_line(source.text(), next, line);) {
            ++line_;
            if (!is_comment(line.text)) add(source, parse(source, line));
        }
    }
    std::string finish() { return builder_.finish(); }

private:
    UserLine parse(const Source& source, const Line& line) const {
        const std::size_t tab = line.text.find('\t'), second = line.text.find('\t', std::min(tab, line.text.size() - 1) + 1);
        if (tab == std::string_view::npos || second == std::string_view::npos) {
            source.fail(line.begin, "a line needs three columns with tabs between them: the words, a type, and always, never or hint; add what is missing");
        }
        const std::string_view type = line.text.substr(tab + 1, second - tab - 1), kind = line.text.substr(second + 1);
        if (std::find(types_.begin(), types_.end(), type) == types_.end()) {
            const std::string nearest = suggestion(type, types_);
            source.fail(line.begin + tab + 1, "there is no type “" + std::string(type) + "”" + (nearest.empty() ? "; 'dateline plugins' lists the types" : nearest));
        }
        const auto found = std::find(kinds.begin(), kinds.end(), kind);
        if (found == kinds.end()) source.fail(line.begin + second + 1, "“" + std::string(kind) + "” is not known; write always, never or hint");
        return {line.text.substr(0, tab), type, static_cast<UserList::Kind>(found - kinds.begin()), line.begin};
    }

    void add(const Source& source, const UserLine& line) {
        std::string key(line.type);
        std::uint32_t flags = 0;
        for (const WordCutter::Word& word : cutter_.cut(line.words)) {
            if (key.size() == line.type.size()) flags = word.flags;
            (key += '\t') += word.folded;
        }
        const auto [known, is_new] = places_.emplace(std::move(key), Place{line.kind, source.name() + ":" + std::to_string(line_)});
        if (known->second.kind != line.kind) {
            source.fail(line.at, "“" + std::string(line.words) + "” is marked “" + std::string(kinds[static_cast<std::size_t>(known->second.kind)]) + "” in " +
                                     known->second.where + "; keep one of the two");
        }
        const bool capital = (flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_NUMBER)) != 0;
        builder_.add_entry(source, {line.words, {}, line.at}, list(source, line), capital ? Condition::capital : Condition::any);
    }

    /// The list of a type and kind.
    std::uint32_t list(const Source& source, const UserLine& line) {
        for (std::uint32_t i = 0; i < meanings_.size(); ++i) {
            if (meanings_[i].type == line.type && meanings_[i].kind == line.kind) return i;
        }
        meanings_.push_back({std::string(line.type), line.kind});
        return builder_.begin_list(source, 0, std::string(line.type) + "-" + std::string(kinds[static_cast<std::size_t>(line.kind)]), "the user", "the user's");
    }

    struct Place {
        UserList::Kind kind;
        std::string where;
    };
    std::vector<std::string_view> types_;
    std::vector<UserList::Meaning>& meanings_;
    Builder builder_;
    WordCutter cutter_;
    std::map<std::string, Place> places_;
    std::size_t line_ = 0;  // counted here: to count from the start for each would take quadratic time
};

}  // namespace

UserList::UserList(std::span<const std::filesystem::path> files, std::span<const std::string_view> types) {
    Reader reader(types, meanings_);
    for (const std::filesystem::path& file : files) reader.read(Source::read(file));
    lexicon_ = Lexicon::from_bytes(reader.finish());
}

}  // namespace dateline::lexicon
