/* Gives metadata of a name that there is not. */
#include "../broken_reader.h"

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    output->set_metadata(output->context, str("colour"), str("red"), str(NAME "/colour"));
    return read_ascii(input, output);
}

BROKEN_READER(probe_ascii, read)
