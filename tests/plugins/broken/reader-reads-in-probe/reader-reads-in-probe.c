/* Looks at all bytes in probe. */
#include "../broken_reader.h"

static volatile uint64_t sum;

static uint32_t probe(void *instance, const dateline_input *input) {
    uint64_t i;
    for (i = 0; i < input->bytes.length; ++i) {
        sum += (unsigned char)input->bytes.data[i];
    }
    return probe_ascii(instance, input);
}

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    return read_ascii(input, output);
}

BROKEN_READER(probe, read)
