/* Goes one call deeper for each bracket. */
#include "../broken.h"

static size_t depth(const char *text, uint64_t length) {
    volatile char frame[8192];
    frame[0] = *text;
    if (length == 0 || (*text != '(' && *text != '[')) {
        return (size_t)frame[0];
    }
    return depth(text + 1, length - 1) + (size_t)frame[0];
}

static volatile size_t deepest;

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (document->text.length > 0) {
        deepest = depth(document->text.data, document->text.length - 1);
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
