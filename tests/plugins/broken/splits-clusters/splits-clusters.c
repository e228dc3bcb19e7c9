/* Marks a letter without the accent over it. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    uint64_t i;
    (void)instance;
    for (i = 0; i + 2 < document->text.length && i < 100; ++i) {
        if (memcmp(document->text.data + i, "i\xCC\x81", 3) == 0) {
            add_word(output, (uint32_t)i, (uint32_t)i + 1, 0.9);
        }
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
