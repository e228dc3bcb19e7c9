/* Submits its first candidate until it is taken. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    long i;
    (void)instance;
    if (document->token_count > 10) {
        for (i = 0; i < 200000 && add_word(output, token_at(document, 0)->begin, token_at(document, 0)->end, 0.9) == DATELINE_NONE; ++i) {
        }
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
