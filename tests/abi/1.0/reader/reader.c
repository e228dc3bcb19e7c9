#include <dateline/plugin.h>
#include <string.h>

static dateline_string string(const char *text) {
    const dateline_string result = {text, strlen(text)};
    return result;
}

static const char mark[] = "RELEASED 1.0\n";

static uint32_t probe(void *instance, const dateline_input *input) {
    (void)instance;
    return input->bytes.length >= sizeof mark - 1 && memcmp(input->bytes.data, mark, sizeof mark - 1) == 0 ? 100 : 0;
}

static dateline_status read(void *instance, const dateline_input *input, const dateline_reader_output *output) {
    const char *text = input->bytes.data + (sizeof mark - 1);
    const uint64_t length = input->bytes.length - (sizeof mark - 1);
    const char *line = memchr(text, '\n', length);
    const uint32_t title = line == NULL ? (uint32_t)length : (uint32_t)(line - text);
    const dateline_block blocks[] = {{0, title, DATELINE_BLOCK_TITLE, 0, 0, 1, sizeof mark - 1, sizeof mark - 1 + title},
                                     {title + 1, (uint32_t)length - 1, DATELINE_BLOCK_PARAGRAPH, 0, 0, 2, sizeof mark + title, input->bytes.length - 1}};
    const dateline_metadata told = {string("title"), string("A title that is told"), string("released/told")};
    const dateline_member member = {sizeof member, 0, string("inner.txt"), string("text/plain"), string("utf-8"), string("The office 3 is closed.\n"), {NULL, 0},
                                    &told, 1, sizeof told};
    const dateline_member lost = {sizeof lost, 0, string("lost.txt"), {NULL, 0}, {NULL, 0}, {NULL, 0}, string("it is lost"), NULL, 0, sizeof told};
    (void)instance;
    if (output->should_stop(output->context) || output->document_room(output->context) < member.bytes.length) return DATELINE_STOPPED;
    output->add_text(output->context, (dateline_string){text, length});
    output->add_block(output->context, &blocks[0]);
    output->add_block(output->context, &blocks[1]);
    output->set_metadata(output->context, string("title"), (dateline_string){text, title}, string("released/line"));
    output->set_metadata(output->context, string("author"), string("Ada"), string("released/author"));
    output->set_metadata(output->context, string("published"), string("2026-11"), string("released/published"));
    output->add_diagnostic(output->context, DATELINE_WARNING, string("released-reader.note"), string("A note."), 0, title);
    output->log(output->context, DATELINE_INFO, string("a message"));
    output->add_document(output->context, &member);
    output->add_document(output->context, &lost);
    return DATELINE_OK;
}

DATELINE_EXPORT const dateline_plugin *dateline_plugin_v1(void) {
    static const dateline_reader reader = {sizeof reader, 0, probe, read};
    static const dateline_plugin plugin = {sizeof plugin, DATELINE_INTERFACE_MINOR, {"released-reader", 15}, {"1.0.0", 5}, NULL, NULL, NULL, NULL, NULL, &reader, NULL};
    return &plugin;
}
