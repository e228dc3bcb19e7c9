/* Calls a function that nobody has. */
#include "../broken.h"

void function_of_nobody(void);

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (document->token_count == 0xFFFFFFFFu) {
        function_of_nobody();
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
