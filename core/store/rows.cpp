#include "core/store/rows.h"

#include <cstring>

namespace dateline::store {
namespace {

class Packing {
public:
    explicit Packing(std::string& out) : out_(out) {}

    void number(std::uint64_t& value) { append(value); }
    void number(std::uint32_t& value) { append(value); }
    void text(std::string_view& value) {
        append(std::uint64_t{value.size()});
        out_ += value;
    }
    template <class Item>
    void size(std::vector<Item>& items) {
        append(std::uint64_t{items.size()});
    }

private:
    template <class Number>
    void append(Number value) {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        out_.append(bytes, sizeof value);
    }

    std::string& out_;
};

class Unpacking {
public:
    explicit Unpacking(std::string_view packed) : rest_(packed) {}

    void number(std::uint64_t& value) { take(value); }
    void number(std::uint32_t& value) { take(value); }
    void text(std::string_view& value) {
        std::uint64_t size = 0;
        take(size);
        value = rest_.substr(0, size);
        rest_.remove_prefix(value.size());
    }
    template <class Item>
    void size(std::vector<Item>& items) {
        std::uint64_t count = 0;
        take(count);
        items.resize(count);
    }

private:
    template <class Number>
    void take(Number& value) {
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
    }

    std::string_view rest_;
};

// Both ways in one place, so that they cannot differ.
template <class Way>
void pass(Way& way, Rows& rows) {
    for (std::string_view* text : {&rows.status, &rows.cause, &rows.sha256, &rows.media_type, &rows.title, &rows.language, &rows.published, &rows.author, &rows.url,
                                   &rows.id, &rows.parent, &rows.record, &rows.text, &rows.content}) {
        way.text(*text);
    }
    way.number(rows.bytes);
    way.size(rows.entities);
    for (Rows::Entity& entity : rows.entities) {
        way.text(entity.id);
        way.text(entity.type);
        way.text(entity.name);
    }
    const auto pass_place = [&way](auto& stated) {
        way.number(stated.entity);
        way.number(stated.start);
        way.number(stated.end);
        way.number(stated.confidence);
        way.text(stated.rule);
    };
    way.size(rows.mentions);
    for (Rows::Mention& mention : rows.mentions) {
        pass_place(mention);
        way.text(mention.text);
    }
    way.size(rows.facts);
    for (Rows::Fact& fact : rows.facts) {
        pass_place(fact);
        way.text(fact.fact);
        way.text(fact.fields);
    }
}

}  // namespace

void pack(const Rows& rows, std::string& out) {
    Packing way(out);
    pass(way, const_cast<Rows&>(rows));  // packing only looks
}

void unpack(std::string_view packed, Rows& rows) {
    Unpacking way(packed);
    pass(way, rows);
}

}  // namespace dateline::store
