/* Gives bytes as they are, whatever they are. */
#include "../broken_reader.h"

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    output->add_text(output->context, input->bytes);
    return DATELINE_OK;
}

BROKEN_READER(probe_ascii, read)
