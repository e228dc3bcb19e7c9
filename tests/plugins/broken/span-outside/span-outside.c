/* Marks something beyond the end of the text. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (document->token_count > 10) {
        add_word(output, (uint32_t)document->text.length - 1, (uint32_t)document->text.length + 1, 0.9);
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
