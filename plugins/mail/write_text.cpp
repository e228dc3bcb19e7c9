#include "write_text.h"

#include <string>

#include "../common/composer.h"
#include "plain.h"

namespace mail {
namespace {

void add(const Body& body, common::Composer& composer) {
    if (!body.is_html) {
        add_plain(body.text.text, composer);
    }
    for (const dateline_block& block : body.text.blocks) {
        composer.block(static_cast<dateline_block_kind>(block.kind), std::string_view(body.text.text).substr(block.begin, block.end - block.begin));
    }
}

}  // namespace

void tell_replaced(std::uint64_t count, dateline::ReaderOutput& output) {
    if (count > 0) {
        output.diagnostic(DATELINE_WARNING, "mail.invalid-bytes",
                          "Bytes that are no text in the charset of the mail became U+FFFD: " + std::to_string(count) + ".");
    }
}

void write_text(const std::vector<Body>& bodies, dateline::ReaderOutput& output) {
    std::uint64_t replaced = 0;
    for (const Body& body : bodies) replaced += body.replaced;
    tell_replaced(replaced, output);
    if (bodies.size() == 1 && !bodies.front().is_html && !has_quotes(bodies.front().text.text)) {
        output.text(bodies.front().text.text);
        return;
    }
    common::Composer composer;
    for (const Body& body : bodies) {
        composer.in_part(body.part);
        add(body, composer);
    }
    composer.end();
    output.text(composer.text());
    for (const dateline_block& block : composer.blocks()) output.block(block);
}

}  // namespace mail
