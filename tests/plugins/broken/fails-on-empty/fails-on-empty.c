/* Takes an empty text for an error. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (document->text.length == 0) {
        output->set_error(output->context, str("there is no text"));
        return DATELINE_FAILED;
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
