/* Has one buffer for all instances. */
#include "../broken.h"

static volatile uint32_t begins[100000];

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    uint64_t i, count = document->token_count < 100000 ? document->token_count : 100000;
    (void)instance;
    for (i = 0; i < count; ++i) {
        begins[i] = token_at(document, i)->begin;
    }
    for (i = 0; i < count; ++i) {
        const dateline_token *token = token_at(document, i);
        if ((token->flags & DATELINE_TOKEN_CAPITAL) != 0 && begins[i] < token->end && token->end <= document->text.length) {
            if (output->should_stop(output->context)) {
                return DATELINE_STOPPED;
            }
            add_word(output, token->begin, token->end, begins[i] == token->begin ? 0.9 : 0.5);
        }
    }
    return DATELINE_OK;
}

BROKEN_EXTRACT(extract)
