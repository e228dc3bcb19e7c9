/// A file's bytes, read-only, mapped into memory.
#pragma once

#include <filesystem>
#include <string_view>

namespace dateline::lexicon {

class Mapping {
public:
    Mapping() = default;
    /// Throws std::runtime_error that says what is wrong ("cannot be opened …").
    explicit Mapping(const std::filesystem::path& file);
    ~Mapping();
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;

    std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace dateline::lexicon
