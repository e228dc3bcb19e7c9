/* A plugin whose structs are of another size than this plugin.h's: BYTES(struct, last field) says how large. Each is
 * handed over in memory of exactly that size, so that AddressSanitizer sees whoever reads beyond it. The first two tokens
 * become mentions with an attribute, the second an alias of the first, with a fact. */
#include <stdlib.h>
#include <string.h>

#include "dateline/plugin.h"

static uint32_t thing, size_attribute, use, hours;

static dateline_string str(const char *text) {
    const dateline_string string = {text, strlen(text)};
    return string;
}

static void *sized(const void *original, size_t known, size_t bytes) {
    char *copy = malloc(bytes);
    memset(copy, 0x5A, bytes);
    memcpy(copy, original, known < bytes ? known : bytes);
    return copy;
}

/* What the host fills in is as large as it says; fields that this plugin needs are there. */
static dateline_status load(const dateline_host *host, void **shared) {
    (void)shared;
    thing = host->find_type(host->context, str(NAME "-thing"));
    size_attribute = host->find_attribute(host->context, thing, str("size"));
    use = host->find_fact(host->context, thing, str("use"));
    hours = host->find_field(host->context, use, str("hours"));
    return DATELINE_OK;
}

static uint32_t add_mention(const dateline_document *document, uint64_t token, const dateline_output *out) {
    const dateline_token *at = (const dateline_token *)((const char *)document->tokens + token * document->token_size);
    const dateline_value value = {size_attribute, DATELINE_VALUE_NUMBER, {NULL, 0}, at->end - at->begin, 0, 0};
    dateline_candidate candidate = {0};
    uint32_t handle;
    void *given, *values;
    candidate.struct_size = (uint32_t)BYTES(dateline_candidate, confidence);
    candidate.type = thing;
    candidate.begin = at->begin;
    candidate.end = at->end;
    candidate.rule = str(NAME "/token");
    candidate.attribute_count = 1;
    candidate.attribute_size = BYTES(dateline_value, reserved);
    candidate.attributes = values = sized(&value, sizeof value, BYTES(dateline_value, reserved));
    candidate.confidence = 0.9;
    given = sized(&candidate, sizeof candidate, BYTES(dateline_candidate, confidence));
    handle = out->add_candidate(out->context, given);
    free(given);
    free(values);
    return handle;
}

static dateline_status add_fact(uint32_t subject, const dateline_output *out) {
    const dateline_value value = {hours, DATELINE_VALUE_NUMBER, {NULL, 0}, 7, 0, 0};
    dateline_fact fact = {0};
    dateline_status status;
    void *given, *values;
    fact.struct_size = (uint32_t)BYTES(dateline_fact, confidence);
    fact.fact = use;
    fact.subject = subject;
    fact.end = 1;
    fact.rule = str(NAME "/fact");
    fact.field_count = 1;
    fact.field_size = BYTES(dateline_value, reserved);
    fact.fields = values = sized(&value, sizeof value, BYTES(dateline_value, reserved));
    fact.confidence = 0.8;
    given = sized(&fact, sizeof fact, BYTES(dateline_fact, confidence));
    status = out->add_fact(out->context, given);
    free(given);
    free(values);
    return status;
}

static dateline_status add_link(uint32_t from, uint32_t to, const dateline_output *out) {
    dateline_link link = {0};
    dateline_status status;
    void *given;
    link.struct_size = (uint32_t)BYTES(dateline_link, confidence);
    link.reason = DATELINE_LINK_ABBREVIATION;
    link.from = from;
    link.to = to;
    link.end = 1;
    link.rule = str(NAME "/link");
    link.confidence = 0.7;
    given = sized(&link, sizeof link, BYTES(dateline_link, confidence));
    status = out->add_link(out->context, given);
    free(given);
    return status;
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *out) {
    uint32_t first, second;
    (void)instance;
    if (document->token_count < 2) {
        return DATELINE_OK;
    }
    first = add_mention(document, 0, out);
    second = add_mention(document, 1, out);
    return add_fact(first, out) == DATELINE_OK && add_link(second, first, out) == DATELINE_OK ? DATELINE_OK : DATELINE_FAILED;
}

DATELINE_EXPORT const dateline_plugin *dateline_plugin_v1(void) {
    static const dateline_plugin *plugin;
    dateline_extractor extractor = {0};
    dateline_plugin descriptor = {0};
    if (plugin == NULL) {
        extractor.struct_size = (uint32_t)BYTES(dateline_extractor, relate);
        extractor.extract = extract;
        descriptor.struct_size = (uint32_t)BYTES(dateline_plugin, get_extension);
        descriptor.interface_minor = DATELINE_INTERFACE_MINOR;
        descriptor.id = str(NAME);
        descriptor.version = str("1.0.0");
        descriptor.load = load;
        descriptor.extractor = sized(&extractor, sizeof extractor, BYTES(dateline_extractor, relate));
        plugin = sized(&descriptor, sizeof descriptor, BYTES(dateline_plugin, get_extension));
    }
    return plugin;
}
