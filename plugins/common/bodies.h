// The organization that a generic word ("the college", "our company") means: the nearest one before it whose name has an agreeing word.
// Needs two lists of the plugin: `body` (generic word, kinds that it can stand for, the own one first; * for a name that shows no
// kind; "any" alone for whatever is nearest) and `body-kind` (word of a name, its kind).
#pragma once

#include "scene.h"

namespace common {

class Bodies {
public:
    explicit Bodies(const dateline::Host& host)
        : mask_(host.mask("body")), body_(host.list("body")), kind_(host.list("body-kind")), organization_(host.find_type("organization")), base_(host.find_type("base")) {}

    /// Whether a generic word stands at a token.
    bool at(const Scene& scene, std::uint32_t token) const { return scene.has(token, mask_) && scene.hit(token, body_) != nullptr; }

    /// The index of the mention that the generic word at `token` means, or none. "Our college" is the first such body of the text.
    std::uint32_t find(const Scene& scene, std::uint32_t token) const {
        const dateline_hit* word = scene.hit(token, body_);
        if (word == nullptr) return none;
        const std::string_view kinds = dateline::view(word->value), own = kinds.substr(0, kinds.find(' '));
        const bool ours = token > 0 && scene.reads(token - 1, "our");
        const std::uint32_t found = ours ? first(scene, token, own) : search(scene, token, own);
        return found != none ? found : search(scene, token, kinds);
    }

private:
    static constexpr std::uint32_t reach = 60;  ///< mentions

    std::uint32_t search(const Scene& scene, std::uint32_t token, std::string_view kinds) const {
        std::uint32_t index = first_after(scene, token);
        for (std::uint32_t left = reach; index > 0 && left > 0; --left) {
            const dateline_mention& mention = scene.mention_at(--index);
            if (kinds == "any" && mention.type == base_) return none;  // "its director" may be the base's
            if (mention.type == organization_ && (kinds == "any" || agrees(scene, mention, kinds))) return index;
        }
        return none;
    }

    std::uint32_t first(const Scene& scene, std::uint32_t token, std::string_view kinds) const {
        const std::uint32_t limit = std::min(reach, first_after(scene, token));
        for (std::uint32_t index = 0; index < limit; ++index) {
            const dateline_mention& mention = scene.mention_at(index);
            if (mention.type == organization_ && agrees(scene, mention, kinds)) return index;
        }
        return none;
    }

    static std::uint32_t first_after(const Scene& scene, std::uint32_t token) {
        std::uint32_t low = 0, high = static_cast<std::uint32_t>(scene.document().mentions().size());
        while (low < high) {
            const std::uint32_t middle = (low + high) / 2;
            const bool before = scene.mention_at(middle).first_token < token;
            (before ? low : high) = before ? middle + 1 : middle;
        }
        return low;
    }

    /// Whether a name's kind is one of these: that of its last word that shows one before an "of", as in "College of Law of Eastport University".
    bool agrees(const Scene& scene, const dateline_mention& mention, std::string_view kinds) const {
        std::string_view kind = "*";
        for (std::uint32_t i = 0; i < mention.token_count; ++i) {
            const std::uint32_t token = mention.first_token + i;
            if (kind != "*" && scene.reads(token, "of")) break;
            if (const dateline_hit* hit = scene.hit(token, kind_)) kind = dateline::view(hit->value);
        }
        return lists(kinds, kind);
    }

    static bool lists(std::string_view kinds, std::string_view kind) {
        while (!kinds.empty()) {
            const std::size_t space = std::min(kinds.find(' '), kinds.size());
            if (kinds.substr(0, space) == kind) return true;
            kinds.remove_prefix(std::min(space + 1, kinds.size()));
        }
        return false;
    }

    std::uint64_t mask_;
    std::uint32_t body_, kind_, organization_, base_;
};

}  // namespace common
