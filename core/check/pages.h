/// Memory that the processor watches: what a plugin does to it that it may not do is a crash, and the crash says what it was.
#pragma once

#include <cstddef>

#include "core/check/report.h"

namespace dateline::check {

/// A block of memory with pages around it that cannot be touched.
class Pages {
public:
    enum class Edge { none, begin, end };  ///< at which end the bytes lie close to such a page

    /// `what` names it in the explanation of a crash, "the document's text"; it must live as long as the process. Throws std::bad_alloc.
    Pages(std::size_t size, Edge edge, const char* what);
    /// Gives the memory back.
    ~Pages();
    Pages(Pages&& other) noexcept;
    Pages& operator=(Pages&&) = delete;

    void* data() const { return data_; }
    /// From now on it can only be read.
    void protect();
    /// From now on it cannot even be read; its addresses are not used again.
    void forget();

private:
    char* first_ = nullptr;   // of all pages
    std::size_t length_ = 0;
    void* data_ = nullptr;
    std::size_t entry_ = 0;   // in the register of blocks
};

/// Has crashes of this process explained by the report, then lets them happen. The report must outlive the process.
void explain_crashes(const Report& report);

}  // namespace dateline::check
