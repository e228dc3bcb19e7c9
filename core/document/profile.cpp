#include "core/document/profile.h"

#include <algorithm>
#include <ctime>
#include <numeric>

namespace dateline {
namespace {

thread_local Profile* current = nullptr;

std::int64_t now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

Profile::Profile() { current = this; }

Profile::~Profile() { current = nullptr; }

void Profile::add(std::string_view stage, std::string_view plugin, std::int64_t nanoseconds) {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.stage == stage && row.plugin == plugin; });
    Row& row = found != rows_.end() ? *found : rows_.emplace_back(Row{std::string(stage), std::string(plugin), 0});
    row.nanoseconds += nanoseconds;
}

std::int64_t Profile::sum() const {
    return std::accumulate(rows_.begin(), rows_.end(), std::int64_t{0}, [](std::int64_t sum, const Row& row) { return sum + row.nanoseconds; });
}

Timed::Timed(std::string_view stage, std::string_view plugin) : stage_(stage), plugin_(plugin) {
    if (current != nullptr) {
        begin_ = now();
    }
}

Timed::~Timed() {
    if (current != nullptr && begin_ != 0) {
        current->add(stage_, plugin_, now() - begin_);
    }
}

}  // namespace dateline
