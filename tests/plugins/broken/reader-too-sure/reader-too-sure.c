/* Is surer than can be. */
#include "../broken_reader.h"

static uint32_t probe(void *instance, const dateline_input *input) {
    return 10 * probe_ascii(instance, input);
}

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    return read_ascii(input, output);
}

BROKEN_READER(probe, read)
