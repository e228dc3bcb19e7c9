/* Has the functions of a reader, and a manifest of an extractor. */
#include "../broken.h"

static uint32_t probe(void *instance, const dateline_input *input) {
    (void)instance;
    (void)input;
    return 0;
}

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    (void)input;
    (void)output;
    return DATELINE_NOT_MINE;
}

BROKEN_READER(probe, read)
