/* Breaks every rule once, and then submits one good mention: the first token. */
#include <math.h>
#include <string.h>

#include "dateline/plugin.h"

static struct {
    uint32_t wreck, size, colour, twin, day, loss, of, word;
} ids;

static dateline_string str(const char *text) {
    const dateline_string string = {text, strlen(text)};
    return string;
}

static dateline_status load(const dateline_host *host, void **shared) {
    (void)shared;
    ids.wreck = host->find_type(host->context, str("wreck"));
    ids.word = host->find_type(host->context, str("word"));
    ids.size = host->find_attribute(host->context, ids.wreck, str("size"));
    ids.colour = host->find_attribute(host->context, ids.wreck, str("colour"));
    ids.twin = host->find_attribute(host->context, ids.wreck, str("twin"));
    ids.day = host->find_attribute(host->context, ids.wreck, str("day"));
    ids.loss = host->find_fact(host->context, ids.wreck, str("loss"));
    ids.of = host->find_field(host->context, ids.loss, str("of"));
    return DATELINE_OK;
}

static uint32_t add(const dateline_output *out, uint32_t type, uint32_t begin, uint32_t end, const char *rule, double confidence) {
    dateline_candidate candidate = {0};
    candidate.struct_size = sizeof candidate;
    candidate.type = type;
    candidate.begin = begin;
    candidate.end = end;
    candidate.rule = str(rule);
    candidate.confidence = confidence;
    return out->add_candidate(out->context, &candidate);
}

static void spans(const dateline_document *document, const dateline_output *out) {
    const uint32_t length = (uint32_t)document->text.length;
    uint32_t i;
    add(out, ids.wreck, length, length + 1, "wrecker/outside", 0.9);
    add(out, ids.wreck, 0xFFFFFFFFu, 3, "wrecker/outside", 0.9);
    add(out, ids.wreck, 0, 0xFFFFFFFFu, "wrecker/outside", 0.9);
    add(out, ids.wreck, 1, 1, "wrecker/empty", 0.9);
    for (i = 0; i + 1 < length; ++i) {
        if (((unsigned char)document->text.data[i] & 0xC0) == 0x80) {
            add(out, ids.wreck, 0, i, "wrecker/inside-character", 0.9);
            break;
        }
    }
    for (i = 0; i + 1 < length; ++i) {
        if (memcmp(document->text.data + i, "\xCC\x81", 2) == 0) { /* a combining acute accent */
            add(out, ids.wreck, 0, i, "wrecker/inside-cluster", 0.9);
        }
        if (document->text.data[i] == ' ') {
            add(out, ids.wreck, i, i + 1, "wrecker/white-space", 0.9);
        }
    }
}

static void others(const dateline_output *out) {
    const dateline_evidence evidence = {7, 0, 0, DATELINE_NONE};
    dateline_candidate candidate = {0};
    add(out, 12345, 0, 1, "wrecker/type", 0.9);
    add(out, ids.word, 0, 1, "wrecker/type-of-another", 0.9);
    add(out, ids.wreck, 0, 1, "others/rule", 0.9);
    add(out, ids.wreck, 0, 1, "", 0.9);
    add(out, ids.wreck, 0, 1, "wrecker/\xFF", 0.9);
    add(out, ids.wreck, 0, 1, "wrecker/not-a-number", nan(""));
    add(out, ids.wreck, 0, 1, "wrecker/too-sure", 1.5);
    out->add_candidate(out->context, NULL);
    candidate.struct_size = 8;
    out->add_candidate(out->context, &candidate);
    candidate.struct_size = sizeof candidate;
    candidate.type = ids.wreck;
    candidate.end = 1;
    candidate.rule = str("wrecker/evidence");
    candidate.confidence = 0.9;
    candidate.evidence = &evidence;
    candidate.evidence_count = 1;
    candidate.evidence_size = sizeof evidence;
    out->add_candidate(out->context, &candidate);
    candidate.evidence = NULL;
    out->add_candidate(out->context, &candidate);
}

static void value(const dateline_output *out, uint32_t wreck, uint32_t name, uint32_t kind, const char *string, double number, uint32_t reference) {
    dateline_value given = {0};
    given.name = name;
    given.kind = kind;
    given.string = str(string);
    given.number = number;
    given.reference = reference;
    out->add_attribute(out->context, wreck, &given);
}

static void values(const dateline_output *out, uint32_t wreck) {
    value(out, wreck, 99, DATELINE_VALUE_NUMBER, "", 1, 0);
    value(out, wreck, ids.size, 17, "", 1, 0);
    value(out, wreck, ids.size, DATELINE_VALUE_STRING, "big", 0, 0);
    value(out, wreck, ids.size, DATELINE_VALUE_NUMBER, "", INFINITY, 0);
    value(out, wreck, ids.size, DATELINE_VALUE_NULL, "", 0, 0);
    value(out, wreck, ids.colour, DATELINE_VALUE_STRING, "blue", 0, 0);
    value(out, wreck, ids.colour, DATELINE_VALUE_STRING, "\xC3", 0, 0);
    value(out, wreck, ids.day, DATELINE_VALUE_DATE, "yesterday", 0, 0);
    value(out, wreck, ids.twin, DATELINE_VALUE_REFERENCE, "", 0, 54321);
    value(out, DATELINE_NONE, ids.size, DATELINE_VALUE_NUMBER, "", 1, 0);
}

static void facts(const dateline_output *out, uint32_t wreck) {
    dateline_value field = {0};
    dateline_fact fact = {0};
    dateline_link link = {0};
    field.name = ids.of;
    field.kind = DATELINE_VALUE_REFERENCE;
    field.reference = 54321;
    fact.struct_size = sizeof fact;
    fact.fact = ids.loss;
    fact.subject = 54321;
    fact.end = 1;
    fact.rule = str("wrecker/dangling");
    fact.confidence = 0.9;
    out->add_fact(out->context, &fact);
    fact.subject = wreck;
    fact.fact = 99;
    out->add_fact(out->context, &fact);
    fact.fact = ids.loss;
    fact.fields = &field;
    fact.field_count = 1;
    fact.field_size = sizeof field;
    out->add_fact(out->context, &fact);
    link.struct_size = sizeof link;
    link.from = link.to = wreck;
    link.end = 1;
    link.rule = str("wrecker/dangling");
    link.confidence = 0.9;
    out->add_link(out->context, &link);
    link.to = 54321;
    out->add_link(out->context, &link);
    link.reason = 55;
    out->add_link(out->context, &link);
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *out) {
    uint32_t wreck;
    (void)instance;
    if (document->token_count == 0) {
        return DATELINE_OK;
    }
    spans(document, out);
    others(out);
    wreck = add(out, ids.wreck, document->tokens->begin, document->tokens->end, "wrecker/first-token", 0.9);
    values(out, wreck);
    facts(out, wreck);
    out->set_published(out->context, str("today"), 0, 1, str("wrecker/published"));
    out->set_published(out->context, str("2024"), 1, 0, str("wrecker/published"));
    out->add_diagnostic(out->context, DATELINE_INFO, str("limit.bytes"), str("not its own code"), 0, 0);
    out->add_diagnostic(out->context, 9, str("wrecker.done"), str("It is done.\xFF"), 0, 0);
    return DATELINE_OK;
}

static dateline_status relate(void *instance, const dateline_document *document, const dateline_output *out) {
    (void)instance;
    if (document->token_count > 0) {
        add(out, ids.wreck, document->tokens->begin, document->tokens->end, "wrecker/too-late", 0.9);
    }
    return DATELINE_OK;
}

DATELINE_EXPORT const dateline_plugin *dateline_plugin_v1(void) {
    static const dateline_extractor extractor = {sizeof extractor, 0, extract, relate};
    static const dateline_plugin plugin = {sizeof plugin, DATELINE_INTERFACE_MINOR, {"wrecker", 7}, {"1.0.0", 5}, load, NULL, NULL, NULL, &extractor, NULL, NULL};
    return &plugin;
}
