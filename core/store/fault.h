/// Places at which a test ends the program, to see that nothing is lost.
#pragma once

namespace dateline::store {

/// "before-write", "in-write", "before-commit", "after-commit".
using FaultPoint = void (*)(const char* place);

/// Null but in tests/kill.
extern FaultPoint fault_point;

inline void reach(const char* place) {
    if (fault_point != nullptr) {
        fault_point(place);
    }
}

}  // namespace dateline::store
