#include "core/check/shown.h"

namespace dateline::check {

Shown::~Shown() {
    if (view_.forgotten) {
        for (Pages& pages : pages_) {
            pages.forget();
        }
    }
}

void Shown::seal() {
    if (view_.read_only) {
        for (Pages& pages : pages_) {
            pages.protect();
        }
    }
}

char* Shown::room(std::size_t size, const char* what) { return static_cast<char*>(pages_.emplace_back(size, view_.edge, what).data()); }

dateline_string Shown::string(dateline_string given, const char* what) {
    char* copy = room(given.length, what);
    if (given.length > 0) {
        std::memcpy(copy, given.data, given.length);
    }
    return {copy, given.length};
}

template <class Element>
void Shown::array(const Element*& elements, std::uint64_t count, std::uint64_t& size, const char* what) {
    const std::uint64_t step = size + view_.larger;
    char* copy = room(count * step, what);
    std::memset(copy, garbage, count * step);
    for (std::uint64_t i = 0; i < count; ++i) {
        std::memcpy(copy + i * step, reinterpret_cast<const char*>(elements) + i * size, size);
    }
    elements = reinterpret_cast<const Element*>(copy);
    size = step;
}

template <class Element>
void Shown::array_with_values(const Element*& elements, std::uint64_t count, std::uint64_t& size, const char* what) {
    array(elements, count, size, what);
    for (std::uint64_t i = 0; i < count; ++i) {
        auto* element = reinterpret_cast<Element*>(const_cast<char*>(reinterpret_cast<const char*>(elements)) + i * size);
        if (count <= 64) {  // each has pages of its own
            element->value = string(element->value, what);
        }
    }
}

const dateline_document* Shown::document(const dateline_document& given) {
    dateline_document shown = given;
    shown.text = string(given.text, "the document's text");
    shown.folded = string(given.folded, "the document's folded text");
    shown.title = string(given.title, "the document's title");
    shown.language = string(given.language, "the document's language");
    shown.published = string(given.published, "the document's date");
    array(shown.blocks, shown.block_count, shown.block_size, "the document's blocks");
    array(shown.sentences, shown.sentence_count, shown.sentence_size, "the document's sentences");
    array(shown.tokens, shown.token_count, shown.token_size, "the document's tokens");
    if (shown.token_lists != nullptr) {
        array(shown.token_lists, shown.token_count, shown.token_list_size, "the document's token_lists");
    }
    array_with_values(shown.hits, shown.hit_count, shown.hit_size, "the document's hits");
    array_with_values(shown.matches, shown.match_count, shown.match_size, "the document's matches");
    array_with_values(shown.captures, shown.capture_count, shown.capture_size, "the document's captures");
    array(shown.mentions, shown.mention_count, shown.mention_size, "the document's mentions");
    array(shown.metadata, shown.metadata_count, shown.metadata_size, "the document's metadata");
    for (std::uint64_t i = 0; i < shown.metadata_count; ++i) {
        auto* metadata = reinterpret_cast<dateline_metadata*>(const_cast<char*>(reinterpret_cast<const char*>(shown.metadata)) + i * shown.metadata_size);
        for (dateline_string* part : {&metadata->name, &metadata->value, &metadata->rule}) {
            *part = string(*part, "the document's metadata");
        }
    }
    if (view_.larger > 0) {
        std::memset(&shown.reserved, garbage, sizeof shown.reserved);
    }
    return structure(shown, "the document");
}

const dateline_input* Shown::input(const dateline_input& given) {
    dateline_input shown = given;
    shown.bytes = string(given.bytes, "the document's bytes");
    shown.name = string(given.name, "the document's name");
    shown.media_type = string(given.media_type, "the document's media type");
    shown.charset = string(given.charset, "the document's charset");
    if (view_.larger > 0) {
        std::memset(&shown.reserved, garbage, sizeof shown.reserved);
    }
    return structure(shown, "the input");
}

}  // namespace dateline::check
