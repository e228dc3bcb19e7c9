#include "page.h"

#include <algorithm>
#include <string>

#include "../html/main_text.h"
#include "../html/page.h"
#include "../html/text.h"
#include "../html/write_metadata.h"
#include "words.h"
#include "write_text.h"

namespace mail {
namespace {

constexpr std::size_t everything = std::string_view::npos / 8;

const Part* first_html(const Part& part) {
    if (part.type.value == "text/html") return &part;
    for (const Part& one : part.parts) {
        if (const Part* found = first_html(one)) return found;
    }
    return nullptr;
}

bool was_sent(const Header& header) {
    constexpr std::string_view fields[] = {"to", "cc", "bcc", "received", "delivered-to", "message-id"};
    return std::any_of(std::begin(fields), std::end(fields), [&](std::string_view name) { return !header.value(name).empty(); });
}

bool was_saved(const Part& mail, const Part& page) {
    const Header& header = mail.header;
    return header.value("from").find("Saved by ") != std::string_view::npos || !header.value("snapshot-content-location").empty() ||
           (!was_sent(header) && !page.header.value("content-location").empty());
}

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

std::string address_of(const Part& mail, const Part& page) {
    for (const std::string_view value :
         {mail.header.value("snapshot-content-location"), page.header.value("content-location"), mail.header.value("content-location")}) {
        if (is_address(value)) return decode_words(value, {});
    }
    return {};
}

}  // namespace

const Part* page_in(const Part& mail) {
    const Part* page = mail.type.value == "multipart/related" || mail.type.value == "text/html" ? first_html(mail) : nullptr;
    return page != nullptr && was_saved(mail, *page) ? page : nullptr;
}

void read_page(const Part& mail, const Part& part, dateline::ReaderOutput& output) {
    const html::Page page(part.contents(everything), part.type.get("charset"));
    const std::vector<std::int32_t> scores = html::score_blocks(page.blocks, page.hints(), html::shipped_weights());
    output.metadata("media_type", "multipart/related", "mail/reader");
    output.metadata("charset", page.decoded.charset, "mail/reader");
    if (const std::string address = address_of(mail, part); !address.empty()) output.metadata("url", address, "mail/content-location");
    html::write_metadata(page, scores, output);
    tell_replaced(page.decoded.replaced, output);
    const html::Text text = html::text_of(page.blocks, scores, page.hints().title, page.decoded.text);
    output.text(text.text);
    for (dateline_block block : text.blocks) {
        block.source_begin = block.source_end = 0;
        output.block(block);
    }
}

}  // namespace mail
