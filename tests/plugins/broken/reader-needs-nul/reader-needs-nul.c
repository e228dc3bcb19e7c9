/* Takes the bytes for a string that ends with NUL. */
#include "../broken_reader.h"

static volatile size_t length;

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    if (input->bytes.length > 0) {
        length = strlen(input->bytes.data);
    }
    return read_ascii(input, output);
}

BROKEN_READER(probe_ascii, read)
