/// Puts the sections of a lexicon's file together.
#pragma once

#include <cstring>
#include <string>
#include <vector>

#include "core/lexicon/format.h"
#include "core/text/hash.h"

namespace dateline::lexicon {

class FileWriter {
public:
    FileWriter() : bytes_(sizeof(Header), '\0') {}

    void add(SectionId id, const void* data, std::size_t size) {
        header_.section[id] = {bytes_.size(), size};
        if (size > 0) bytes_.append(static_cast<const char*>(data), size);
        bytes_.resize((bytes_.size() + 7) / 8 * 8);
    }
    template <typename T>
    void add(SectionId id, const std::vector<T>& items) {
        static_assert(std::has_unique_object_representations_v<T>, "padding would make the bytes differ from run to run");
        add(id, items.data(), items.size() * sizeof(T));
    }
    std::string finish() {
        header_.file_size = bytes_.size();
        header_.content = text::hash_seed;
        for (std::size_t at = sizeof(Header); at < bytes_.size(); at += 8) {
            header_.content = text::hash_step(header_.content, text::load(bytes_.data() + at, 8));
        }
        std::memcpy(bytes_.data(), &header_, sizeof header_);
        return std::move(bytes_);
    }

private:
    std::string bytes_;
    Header header_;
};

}  // namespace dateline::lexicon
