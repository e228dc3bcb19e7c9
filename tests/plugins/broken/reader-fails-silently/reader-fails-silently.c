/* Says not why it cannot read something. */
#include "../broken_reader.h"

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    return read_ascii(input, output) == DATELINE_OK && input->bytes.length > 0 ? DATELINE_OK : DATELINE_FAILED;
}

BROKEN_READER(probe_ascii, read)
