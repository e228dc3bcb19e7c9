/* What the broken plugins have in common: all are good but for what they do before they call this. Words with a capital are of the type "word". NAME is the
 * plugin's id, its folder's name. */
#ifndef BROKEN_H
#define BROKEN_H

#include <stddef.h>
#include <string.h>

#include "dateline/plugin.h"

static struct {
    uint32_t word, length, colour, twin, boss, of;
} ids;

static inline dateline_string str(const char *text) {
    const dateline_string string = {text, strlen(text)};
    return string;
}

static inline void find_ids(const dateline_host *host) {
    ids.word = host->find_type(host->context, str("word"));
    ids.length = host->find_attribute(host->context, ids.word, str("length"));
    ids.colour = host->find_attribute(host->context, ids.word, str("colour"));
    ids.twin = host->find_attribute(host->context, ids.word, str("twin"));
    ids.boss = host->find_fact(host->context, ids.word, str("boss"));
    ids.of = host->find_field(host->context, ids.boss, str("of"));
}

static inline dateline_status good_load(const dateline_host *host, void **shared) {
    (void)shared;
    find_ids(host);
    if (ids.word == DATELINE_NONE) {
        host->set_error(host->context, str("there is no type 'word'"));
        return DATELINE_FAILED;
    }
    return DATELINE_OK;
}

static inline const dateline_token *token_at(const dateline_document *document, uint64_t index) {
    return (const dateline_token *)(const void *)((const char *)document->tokens + index * document->token_size);
}

static inline uint32_t add_word(const dateline_output *output, uint32_t begin, uint32_t end, double confidence) {
    dateline_candidate candidate;
    dateline_value length;
    memset(&candidate, 0, sizeof candidate);
    memset(&length, 0, sizeof length);
    length.name = ids.length;
    length.kind = DATELINE_VALUE_NUMBER;
    length.number = end - begin;
    candidate.struct_size = sizeof candidate;
    candidate.type = ids.word;
    candidate.begin = begin;
    candidate.end = end;
    candidate.rule = str(NAME "/capital");
    candidate.attributes = &length;
    candidate.attribute_count = 1;
    candidate.attribute_size = sizeof length;
    candidate.confidence = confidence;
    return output->add_candidate(output->context, &candidate);
}

static inline dateline_status mark_words_with(const dateline_document *document, const dateline_output *output, double confidence) {
    uint64_t i;
    for (i = 0; i < document->token_count; ++i) {
        const dateline_token *token = token_at(document, i);
        if (output->should_stop(output->context)) {
            return DATELINE_STOPPED;
        }
        if ((token->flags & DATELINE_TOKEN_CAPITAL) != 0 && token->end - token->begin > 1) {
            add_word(output, token->begin, token->end, confidence);
        }
    }
    return DATELINE_OK;
}

static inline dateline_status mark_words(const dateline_document *document, const dateline_output *output) {
    return mark_words_with(document, output, 0.9);
}

static inline int holds(const dateline_document *document, const char *bytes, size_t length) {
    uint64_t i;
    for (i = 0; i + length <= document->text.length; ++i) {
        if (memcmp(document->text.data + i, bytes, length) == 0) {
            return 1;
        }
    }
    return 0;
}

#ifdef __cplusplus
#define BROKEN_ENTRY extern "C" DATELINE_EXPORT
#else
#define BROKEN_ENTRY DATELINE_EXPORT
#endif

/* The plugin's end: its functions, NULL for what it has not. */
#define BROKEN_EXTRACTOR(load, unload, create, destroy, extract, relate)                                                                             \
    BROKEN_ENTRY const dateline_plugin *dateline_plugin_v1(void) {                                                                                   \
        static const dateline_extractor extractor = {sizeof extractor, 0, extract, relate};                                                          \
        static const dateline_plugin plugin = {sizeof plugin, DATELINE_INTERFACE_MINOR, {NAME, sizeof NAME - 1}, {"1.0.0", 5}, load, unload,      \
                                               create, destroy, &extractor, NULL, NULL};                                                             \
        return &plugin;                                                                                                                              \
    }
/* Of one that marks words and then, or before, does the one thing that the file is there for. */
#define BROKEN_EXTRACT(extract) BROKEN_EXTRACTOR(good_load, NULL, NULL, NULL, extract, NULL)
#define BROKEN_READER(probe, read)                                                                                                                   \
    BROKEN_ENTRY const dateline_plugin *dateline_plugin_v1(void) {                                                                                   \
        static const dateline_reader reader = {sizeof reader, 0, probe, read};                                                                       \
        static const dateline_plugin plugin = {sizeof plugin, DATELINE_INTERFACE_MINOR, {NAME, sizeof NAME - 1}, {"1.0.0", 5}, NULL, NULL, NULL,  \
                                               NULL, NULL, &reader, NULL};                                                                           \
        return &plugin;                                                                                                                              \
    }

#endif
