/* Counts the size of its table in something else than bytes. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

DATELINE_EXPORT const dateline_plugin *dateline_plugin_v1(void) {
    static const dateline_extractor extractor = {0x10000, 0, extract, NULL};
    static const dateline_plugin plugin = {sizeof plugin, DATELINE_INTERFACE_MINOR, {NAME, sizeof NAME - 1}, {"1.0.0", 5}, good_load, NULL, NULL, NULL, &extractor, NULL, NULL};
    return &plugin;
}
