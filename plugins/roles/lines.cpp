// Titles on lines of their own, as in the block of a contact.
#include "roles.h"

namespace roles {

/// Lines below a name that holds its line alone, as in the block of a contact: each wholly a title.
bool Roles::own_lines(std::uint32_t person, std::uint32_t at) {
    constexpr int most_lines = 5;
    const dateline_mention& name = mention(person);
    bool found = false;
    const std::uint32_t above = scene_.begins(at, words_.organization);
    if (above != none && scene_.past(above) == scene_.line_end(at)) at = scene_.past(above);
    for (int i = 0; i < most_lines && at < scene_.size(); ++i) {
        const std::uint32_t end = scene_.line_end(at);
        if (!reader_.read(scene_, at, end, phrase_)) return found;
        if (phrase_.end != end && (!scene_.is(at, DATELINE_TOKEN_ALL_CAPITALS) || scene_.covered(phrase_.end, words_.person))) return found;
        if (const std::uint32_t below = scene_.begins(end, words_.organization); below != none && !found) {
            own(phrase_, below);
        }
        if (above != none) own(phrase_, above);
        add(person, phrase_, {evidence_.own_line, name.begin, name.end, "roles/own-line"});
        taken_ = std::max(taken_, end);
        found = true;
        at = end;
    }
    return found;
}

/// A line above a name that holds its line alone, wholly a title: "Author".
bool Roles::line_above(std::uint32_t person) {
    constexpr std::uint32_t longest = 4;
    const dateline_mention& name = mention(person);
    const std::uint32_t first = name.first_token;
    if (first == 0 || !scene_.starts_line(first) || !scene_.starts_line(scene_.past(person))) return false;
    std::uint32_t at = first - 1;
    while (at > 0 && first - at < longest && !scene_.starts_line(at)) --at;
    if (!scene_.starts_line(at) || at < taken_ || !reader_.read(scene_, at, first, phrase_) || phrase_.end != first) return false;
    add(person, phrase_, {evidence_.own_line, name.begin, name.end, "roles/line-above"});
    return true;
}

}  // namespace roles
