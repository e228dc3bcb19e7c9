/* Believes what its format says of lengths. */
#include "../broken_reader.h"

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    if (input->bytes.length > 8 && memcmp(input->bytes.data, "LEN:", 4) == 0) {
        uint16_t length;
        memcpy(&length, input->bytes.data + 4, sizeof length);
        output->add_text(output->context, (dateline_string){input->bytes.data + 8, length});
        return DATELINE_OK;
    }
    return read_ascii(input, output);
}

static uint32_t probe(void *instance, const dateline_input *input) {
    (void)instance;
    return input->bytes.length > 8 && memcmp(input->bytes.data, "LEN:", 4) == 0 ? 90 : 0;
}

BROKEN_READER(probe, read)
