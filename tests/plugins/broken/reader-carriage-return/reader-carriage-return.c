/* Leaves CR in the text. */
#include "../broken_reader.h"

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    if (read_ascii(input, output) != DATELINE_OK) {
        return DATELINE_FAILED;
    }
    output->add_text(output->context, str("\r\n"));
    return DATELINE_OK;
}

BROKEN_READER(probe_ascii, read)
