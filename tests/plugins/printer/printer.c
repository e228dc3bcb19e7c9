/* Prints to standard output, when it is loaded and for each document. */
#include <stdio.h>

#include "dateline/plugin.h"

static dateline_status load(const dateline_host *host, void **shared) {
    (void)host;
    (void)shared;
    puts("printer: loaded");
    return DATELINE_OK;
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *out) {
    (void)instance;
    (void)out;
    printf("printer: %llu tokens\n", (unsigned long long)document->token_count);
    fflush(stdout);
    return DATELINE_OK;
}

DATELINE_EXPORT const dateline_plugin *dateline_plugin_v1(void) {
    static const dateline_extractor extractor = {sizeof extractor, 0, extract, NULL};
    static const dateline_plugin plugin = {sizeof plugin, DATELINE_INTERFACE_MINOR, {"printer", 7}, {"1.0.0", 5}, load, NULL, NULL, NULL, &extractor, NULL, NULL};
    return &plugin;
}
