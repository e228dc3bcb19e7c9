/* Takes its time over each sentence. */
#include "../broken.h"

static volatile uint64_t work;

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    uint64_t i, j;
    (void)instance;
    for (i = 0; i < document->sentence_count && document->sentence_count < 6000; ++i) {
        for (j = 0; j < 500000; ++j) {
            work += j;
        }
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
