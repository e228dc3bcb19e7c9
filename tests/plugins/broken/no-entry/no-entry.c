/* Exports its entry under another name. */
#include "../broken.h"

#define dateline_plugin_v1 my_plugin
DATELINE_EXPORT const dateline_plugin *my_plugin(void);

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
