/* Makes a new descriptor each time. */
#include <stdlib.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

DATELINE_EXPORT const dateline_plugin *dateline_plugin_v1(void) {
    static const dateline_extractor extractor = {sizeof extractor, 0, extract, NULL};
    const dateline_plugin plugin = {sizeof plugin, DATELINE_INTERFACE_MINOR, {NAME, sizeof NAME - 1}, {"1.0.0", 5}, good_load, NULL, NULL, NULL, &extractor, NULL, NULL};
    dateline_plugin *copy = malloc(sizeof plugin);
    memcpy(copy, &plugin, sizeof plugin);
    return copy;
}
