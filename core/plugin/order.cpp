#include "core/plugin/order.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::plugin {
namespace {

class Order {
public:
    explicit Order(std::vector<Found>& found) : found_(found) {
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (is_usable(i)) {
                index_.emplace(found[i].manifest.id, i);
            }
        }
    }

    std::vector<std::size_t> settle() {
        for (;;) {
            refuse_unmet_needs();
            std::vector<std::size_t> order = running_order();
            const auto left = std::find_if(index_.begin(), index_.end(), [&](const auto& one) {
                return is_usable(one.second) && std::find(order.begin(), order.end(), one.second) == order.end();
            });
            if (left == index_.end()) {
                return order;
            }
            refuse_circle(left->second);
        }
    }

private:
    bool is_usable(std::size_t i) const { return found_[i].state == Found::State::usable; }

    std::optional<std::size_t> usable(const std::string& id) const {
        const auto found = index_.find(id);
        return found != index_.end() && is_usable(found->second) ? std::optional(found->second) : std::nullopt;
    }

    // Usable plugins that must have run before this one.
    std::vector<std::size_t> earlier(std::size_t i) const {
        std::vector<std::size_t> result;
        for (const auto* ids : {&found_[i].manifest.needs, &found_[i].manifest.after}) {
            for (const std::string& id : *ids) {
                if (const auto other = usable(id)) {
                    result.push_back(*other);
                }
            }
        }
        return result;
    }

    void refuse_unmet_needs() {
        for (bool changed = true; changed;) {
            changed = false;
            for (const auto& [id, i] : index_) {
                const auto& needs = found_[i].manifest.needs;
                const auto unmet = std::find_if(needs.begin(), needs.end(), [this](const std::string& need) { return !usable(need); });
                if (is_usable(i) && unmet != needs.end()) {
                    refuse(i, "it needs the plugin '" + *unmet + "', which " + (index_.contains(*unmet) ? "was refused" : "is not there"));
                    changed = true;
                }
            }
        }
    }

    // Those whose turn can come, the first by id of the ones that are ready each time.
    std::vector<std::size_t> running_order() const {
        std::vector<std::size_t> order;
        const auto has_run = [&](std::size_t i) { return std::find(order.begin(), order.end(), i) != order.end(); };
        const auto is_ready = [&](const auto& one) {
            const std::vector<std::size_t> before = earlier(one.second);
            return is_usable(one.second) && !has_run(one.second) && std::all_of(before.begin(), before.end(), has_run);
        };
        for (auto next = std::find_if(index_.begin(), index_.end(), is_ready); next != index_.end();
             next = std::find_if(index_.begin(), index_.end(), is_ready)) {
            order.push_back(next->second);
        }
        return order;
    }

    // One whose turn never comes is in a circle or behind one: following what it waits for leads into the circle.
    void refuse_circle(std::size_t start) {
        const std::vector<std::size_t> order = running_order();
        std::vector<std::size_t> way;
        for (std::size_t next = start;;) {
            const auto seen = std::find(way.begin(), way.end(), next);
            if (seen != way.end()) {
                way.erase(way.begin(), seen);
                break;
            }
            way.push_back(next);
            const std::vector<std::size_t> before = earlier(next);
            next = *std::find_if(before.begin(), before.end(),
                                 [&](std::size_t i) { return std::find(order.begin(), order.end(), i) == order.end(); });
        }
        std::string circle;
        for (const std::size_t i : way) {
            circle += "'" + found_[i].manifest.id + "' waits for ";
        }
        circle += "'" + found_[way.front()].manifest.id + "'";
        for (const std::size_t i : way) {
            refuse(i, "its needs and after make a circle: " + circle);
        }
    }

    void refuse(std::size_t i, std::string reason) {
        found_[i].state = Found::State::refused;
        found_[i].reason = std::move(reason);
    }

    std::vector<Found>& found_;
    std::map<std::string, std::size_t> index_;  // of those that were usable at first, by id
};

}  // namespace

void put_in_order(std::vector<Found>& found) {
    std::vector<Found> result;
    result.reserve(found.size());
    std::vector<bool> taken(found.size());
    for (const std::size_t i : Order(found).settle()) {
        if (found[i].manifest.kind == Manifest::Kind::extractor) {
            result.push_back(std::move(found[i]));
            taken[i] = true;
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!taken[i]) {
            result.push_back(std::move(found[i]));
        }
    }
    found = std::move(result);
}

}  // namespace dateline::plugin
