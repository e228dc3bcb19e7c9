/* Submits candidates of a type that there is not. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    dateline_status status;
    uint32_t type = ids.word;
    (void)instance;
    if (document->token_count > 10) {
        ids.word = 12345;
        add_word(output, token_at(document, 0)->begin, token_at(document, 0)->end, 0.9);
        ids.word = type;
    }
    status = mark_words(document, output);
    return status;
}

BROKEN_EXTRACT(extract)
