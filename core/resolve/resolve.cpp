#include "core/resolve/resolve.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "core/mention/name.h"
#include "core/resolve/facts.h"
#include "core/resolve/mentions.h"
#include "core/resolve/union_find.h"

namespace dateline::resolve {
namespace {

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// What is known of one name while entities are made.
struct Name {
    std::uint32_t link = DATELINE_NONE;  // the best one that connects it to another name
    bool as_alias = false;               // it is that link's `from`
};

struct Scratch {
    Mentions mentions;
    UnionFind sets;
    std::vector<std::uint32_t> mention_of;  // candidate -> mention
    std::vector<Name> names;
    FactSorter facts;
};

class Resolver {
public:
    Resolver(std::string_view text, const Proposals& proposals, const Types& types, Resolution& resolution, Scratch& scratch)
        : text_(text), proposals_(proposals), types_(types), resolution_(resolution), scratch_(scratch), mentions_(scratch.mentions) {}

    void resolve() {
        resolution_.clear();
        mentions_.fill(text_, proposals_, types_);
        join_names();
        join_links();
        make_entities();
        choose_names();
        add_aliases();
        scratch_.facts.add_facts(proposals_, types_, resolution_);
    }

private:
    void join_names() {
        scratch_.sets.reset(mentions_.size());
        scratch_.mention_of.assign(proposals_.candidates.size(), DATELINE_NONE);
        for (std::uint32_t mention = 0; mention < mentions_.size(); ++mention) {
            scratch_.mention_of[mentions_.candidate(mention)] = mention;
            scratch_.sets.join(mention, mentions_.first(mentions_.name(mention)));
        }
    }

    void join_links() {
        scratch_.names.assign(mentions_.name_count(), {});
        for (std::uint32_t i = 0; i < proposals_.links.size(); ++i) {
            const Link& link = proposals_.links[i];
            if (!link.verdict.accepted) {
                continue;
            }
            const std::uint32_t from = scratch_.mention_of[link.from], to = scratch_.mention_of[link.to];
            if (from == DATELINE_NONE || to == DATELINE_NONE || mentions_.name(from) == mentions_.name(to)) {
                continue;
            }
            scratch_.sets.join(from, to);
            connect(scratch_.names[mentions_.name(from)], i, true);
            connect(scratch_.names[mentions_.name(to)], i, false);
        }
    }

    // Links that call the name an alias come first, then the surest, then the first in the text.
    void connect(Name& name, std::uint32_t link, bool as_alias) const {
        const auto rank = [this](bool alias, std::uint32_t index) {
            const Link& one = proposals_.links[index];
            return std::make_tuple(!alias, -one.verdict.score, one.begin, index);
        };
        if (name.link == DATELINE_NONE || rank(as_alias, link) < rank(name.as_alias, name.link)) {
            name = {link, as_alias};
        }
    }

    // Mentions stand in the record's order and a set's root is its first, so entities come out in theirs.
    void make_entities() {
        resolution_.entity_of.assign(proposals_.candidates.size(), DATELINE_NONE);
        std::uint32_t number = 0;
        for (std::uint32_t mention = 0; mention < mentions_.size(); ++mention) {
            const std::uint32_t candidate = mentions_.candidate(mention);
            const std::uint32_t root = scratch_.sets.find(mention);
            if (root == mention) {
                const std::uint32_t type = proposals_.candidates[candidate].type;
                number = resolution_.entities.empty() || resolution_.entities.back().type != type ? 1 : number + 1;
                resolution_.entity_of[candidate] = static_cast<std::uint32_t>(resolution_.entities.size());
                add_entity(type, number);
            }
            const std::uint32_t entity = resolution_.entity_of[mentions_.candidate(root)];
            resolution_.entity_of[candidate] = entity;
            resolution_.entities[entity].mentions.push_back(candidate);
        }
    }

    void add_entity(std::uint32_t type, std::uint32_t number) {
        Entity& entity = resolution_.add();
        entity.type = type;
        char digits[16];
        entity.id.assign(types_.types[type].id_prefix).append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    }

    std::string_view words(std::uint32_t mention) const {
        const Candidate& candidate = proposals_.candidates[mentions_.candidate(mention)];
        return text_.substr(candidate.begin, candidate.end - candidate.begin);
    }

    // Calls f(entity, mention) for the first mention of each name of a named type, in order.
    template <class Function>
    void for_each_name(Function f) {
        for (std::uint32_t mention = 0; mention < mentions_.size(); ++mention) {
            const std::uint32_t candidate = mentions_.candidate(mention);
            if (mentions_.first(mentions_.name(mention)) == mention && types_.types[proposals_.candidates[candidate].type].named) {
                f(resolution_.entities[resolution_.entity_of[candidate]], mention);
            }
        }
    }

    // The fullest name is the longest; of equally long ones the first.
    void choose_names() {
        for_each_name([this](Entity& entity, std::uint32_t mention) {
            name_.clear();
            fold_white_space(words(mention), name_);
            if (entity.name.empty() || count_characters(name_) > count_characters(entity.name)) {
                entity.name = name_;
            }
        });
    }

    void add_aliases() {
        for_each_name([this](Entity& entity, std::uint32_t mention) {
            const Name& name = scratch_.names[mentions_.name(mention)];
            if (name.link == DATELINE_NONE) {
                return;  // the only name
            }
            name_.clear();
            fold_white_space(words(mention), name_);
            if (name_ != entity.name) {
                const Link& link = proposals_.links[name.link];
                const Candidate& other = proposals_.candidates[link.to];
                entity.aliases.push_back({name_, name.link, name.as_alias ? link.begin : other.begin, name.as_alias ? link.end : other.end});
            }
        });
    }

    std::string_view text_;
    const Proposals& proposals_;
    const Types& types_;
    Resolution& resolution_;
    Scratch& scratch_;
    Mentions& mentions_;
    std::string name_;
};

}  // namespace

void resolve(std::string_view text, const Proposals& proposals, const Types& types, Resolution& resolution) {
    thread_local Scratch scratch;
    Resolver(text, proposals, types, resolution, scratch).resolve();
}

}  // namespace dateline::resolve
