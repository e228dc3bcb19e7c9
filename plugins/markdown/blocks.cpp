#include "blocks.h"

#include <md4c.h>

#include <array>
#include <exception>
#include <string>

namespace markdown {
namespace {

class Builder {
public:
    Builder(bool has_title, std::size_t most, common::Composer& composer) : has_title_(has_title), most_(most), composer_(composer) {}

    void enter(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_QUOTE:
                ++quotes_;
                break;
            case MD_BLOCK_UL:
            case MD_BLOCK_OL:
                composer_.end();
                break;
            case MD_BLOCK_LI:
                ++items_;
                composer_.begin(DATELINE_BLOCK_LIST_ITEM);
                break;
            case MD_BLOCK_H:
                composer_.begin(has_title_ ? DATELINE_BLOCK_HEADING : DATELINE_BLOCK_TITLE);
                has_title_ = true;
                break;
            case MD_BLOCK_TR:
                composer_.begin(DATELINE_BLOCK_TABLE_ROW);
                break;
            case MD_BLOCK_P:
            case MD_BLOCK_CODE:
            case MD_BLOCK_HTML:
                composer_.begin(quotes_ > 0 ? DATELINE_BLOCK_QUOTE : items_ > 0 ? DATELINE_BLOCK_LIST_ITEM : DATELINE_BLOCK_PARAGRAPH);
                break;
            default:
                break;
        }
    }
    void leave(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_QUOTE:
                --quotes_;
                break;
            case MD_BLOCK_LI:
                --items_;
                composer_.end();
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                composer_.add("\t");
                break;
            case MD_BLOCK_P:
            case MD_BLOCK_H:
            case MD_BLOCK_TR:
            case MD_BLOCK_CODE:
            case MD_BLOCK_HTML:
                composer_.end();
                break;
            default:
                break;
        }
    }
    void enter(MD_SPANTYPE type) { images_ += type == MD_SPAN_IMG; }
    void leave(MD_SPANTYPE type) { images_ -= type == MD_SPAN_IMG; }

    // Nonzero stops.
    int text(MD_TEXTTYPE type, std::string_view text) {
        if (images_ > 0) return 0;  // what is shown in place of an image
        switch (type) {
            case MD_TEXT_BR:
                composer_.add("\n");
                break;
            case MD_TEXT_SOFTBR:
                composer_.add(" ");
                break;
            case MD_TEXT_NULLCHAR:
                break;
            case MD_TEXT_ENTITY:
                entity(text);
                break;
            case MD_TEXT_HTML:
                without_tags(text);
                break;
            default:
                composer_.add(text);
        }
        return composer_.size() > most_ ? 1 : 0;
    }

private:
    void entity(std::string_view text) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 17> known = {{{"&amp;", "&"},
                                                                                          {"&lt;", "<"},
                                                                                          {"&gt;", ">"},
                                                                                          {"&quot;", "\""},
                                                                                          {"&apos;", "'"},
                                                                                          {"&#39;", "'"},
                                                                                          {"&nbsp;", "\u00A0"},
                                                                                          {"&ndash;", "–"},
                                                                                          {"&mdash;", "—"},
                                                                                          {"&lsquo;", "‘"},
                                                                                          {"&rsquo;", "’"},
                                                                                          {"&ldquo;", "“"},
                                                                                          {"&rdquo;", "”"},
                                                                                          {"&hellip;", "…"},
                                                                                          {"&euro;", "€"},
                                                                                          {"&copy;", "©"},
                                                                                          {"&reg;", "®"}}};
        for (const auto& [name, character] : known) {
            if (name == text) text = character;
        }
        composer_.add(text);
    }
    void without_tags(std::string_view text) {
        while (!text.empty()) {
            const std::size_t tag = std::min(text.find('<'), text.size());
            composer_.add(text.substr(0, tag));
            text.remove_prefix(std::min(text.size(), std::min(text.find('>', tag), text.size() - 1) + 1));
        }
    }

    bool has_title_;
    const std::size_t most_;
    common::Composer& composer_;
    int quotes_ = 0, items_ = 0, images_ = 0;
};

// md4c is C: no exception may pass through it.
struct Walk {
    Builder builder;
    std::exception_ptr failed;
};

template <class Body>
int guarded(void* data, Body&& body) noexcept {
    Walk& walk = *static_cast<Walk*>(data);
    try {
        return body(walk.builder);
    } catch (...) {
        walk.failed = std::current_exception();
        return 1;
    }
}

MD_PARSER parser() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* data) { return guarded(data, [&](Builder& builder) { return builder.enter(type), 0; }); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) { return guarded(data, [&](Builder& builder) { return builder.leave(type), 0; }); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* data) { return guarded(data, [&](Builder& builder) { return builder.enter(type), 0; }); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* data) { return guarded(data, [&](Builder& builder) { return builder.leave(type), 0; }); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
        return guarded(data, [&](Builder& builder) { return builder.text(type, {text, size}); });
    };
    return parser;
}

}  // namespace

void add_blocks(std::string_view text, bool has_title, common::Composer& composer) {
    Walk walk{Builder(has_title, 2 * text.size() + 1024, composer), {}};
    const MD_PARSER described = parser();
    const int status = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &described, &walk);
    if (walk.failed) std::rethrow_exception(walk.failed);
    if (status != 0)
        throw dateline::Error(status < 0 ? "the Markdown parser ran out of memory" : "a limit is exceeded: its text is twice as long as the file");
}

}  // namespace markdown
