/* Gives the whole text as a block, twice. */
#include "../broken_reader.h"

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    (void)instance;
    dateline_block block;
    memset(&block, 0, sizeof block);
    block.end = (uint32_t)input->bytes.length;
    if (read_ascii(input, output) != DATELINE_OK) {
        return DATELINE_FAILED;
    }
    if (block.end > 0) {
        output->add_block(output->context, &block);
        output->add_block(output->context, &block);
    }
    return DATELINE_OK;
}

BROKEN_READER(probe_ascii, read)
