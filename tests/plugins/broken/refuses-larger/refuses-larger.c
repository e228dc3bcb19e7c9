/* Wants structs of exactly the size that it knows. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (document->struct_size != sizeof *document) {
        output->set_error(output->context, str("the document is of another size"));
        return DATELINE_FAILED;
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
