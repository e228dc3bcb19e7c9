/* Is never sure. */
#include "../broken_reader.h"

static uint32_t probe(void *instance, const dateline_input *input) {
    (void)instance;
    (void)input;
    return 0;
}

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    return read_ascii(input, output);
}

BROKEN_READER(probe, read)
