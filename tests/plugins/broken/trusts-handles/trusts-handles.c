/* Does not look whether its candidate was taken. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    dateline_value value;
    uint32_t word;
    (void)instance;
    memset(&value, 0, sizeof value);
    if (document->token_count > 10) {
        word = add_word(output, token_at(document, 0)->begin, token_at(document, 0)->end, 0.9);
        value.name = ids.colour;
        value.kind = DATELINE_VALUE_STRING;
        value.string = str("red");
        output->add_attribute(output->context, word, &value);
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
