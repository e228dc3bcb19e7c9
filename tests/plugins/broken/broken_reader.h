/* What the broken readers have in common: all read bytes that are ASCII as they are, and are good but for what they do besides. */
#ifndef BROKEN_READER_H
#define BROKEN_READER_H

#include "broken.h"

static inline dateline_status read_ascii(const dateline_input *input, const dateline_reader_output *output) {
    uint64_t i;
    for (i = 0; i < input->bytes.length; ++i) {
        const unsigned char byte = (unsigned char)input->bytes.data[i];
        if (byte == 0 || byte == '\r' || byte > 127) {
            output->set_error(output->context, str("it is no ASCII"));
            return DATELINE_FAILED;
        }
    }
    output->add_text(output->context, input->bytes);
    return DATELINE_OK;
}

static inline uint32_t probe_ascii(void *instance, const dateline_input *input) {
    uint64_t i;
    (void)instance;
    for (i = 0; i < input->bytes.length && i < 1024; ++i) {
        if ((unsigned char)input->bytes.data[i] > 127) {
            return 0;
        }
    }
    return 40;
}

#endif
