/* Compares each token with each one before it. */
#include "../broken.h"

static volatile uint64_t twins;

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    uint64_t i, j;
    (void)instance;
    for (i = 0; i < document->token_count && document->token_count < 300000; ++i) {
        for (j = 0; j < i && (token_at(document, i)->flags & DATELINE_TOKEN_CAPITAL) != 0; ++j) {
            twins += token_at(document, i)->hash == token_at(document, j)->hash;
        }
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
