/* dateline/extractor.h: what an extractor in C needs again and again, as small functions over dateline/plugin.h.
 *
 * All of it is compiled into the plugin; nothing here is part of the interface, and a plugin may do without. In C++ dateline/plugin.hpp has the same.
 *
 *     struct ids { uint32_t lot, code, after_word; };
 *
 *     static dateline_status load(const dateline_host *host, void **shared) {
 *         const uint32_t lot = dateline_need_type(host, "lot");
 *         const struct ids ids = {lot, dateline_need_attribute(host, lot, "code"), dateline_need_evidence(host, "after-word")};
 *         return dateline_share(host, &ids, sizeof ids, shared);
 *     }
 *
 *     static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
 *         const struct ids *ids = (const struct ids *)instance;
 *         for (uint64_t i = 0; i < document->match_count; ++i) {
 *             const dateline_match *match = dateline_match_at(document, i);
 *             dateline_draft draft = dateline_begin_draft(ids->lot, dateline_marked(document, match), "lots/after-word");
 *             dateline_because(&draft, ids->after_word, dateline_looked_at(document, match));
 *             dateline_with_string(&draft, ids->code, match->value);
 *             dateline_add(output, &draft);
 *         }
 *         return DATELINE_OK;
 *     }
 *
 *     DATELINE_C_EXTRACTOR("lots", "0.1.0", load, extract, NULL)
 */
#ifndef DATELINE_EXTRACTOR_H
#define DATELINE_EXTRACTOR_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dateline/plugin.h"

/* Bytes [begin, end) of a document's text. */
typedef struct dateline_span {
    uint32_t begin, end;
} dateline_span;

/* Text that ends with NUL, without it. Lives as long as `text` does. */
static inline dateline_string dateline_text(const char *text) {
    const dateline_string string = {text, strlen(text)};
    return string;
}

/* ---- In load() -------------------------------------------------------------------------------------------------- */

/* The id; when it is none, set_error() says what is missing. */
static inline uint32_t dateline_need(const dateline_host *host, uint32_t id, const char *what, const char *name) {
    char message[300];
    if (id == DATELINE_NONE) {
        snprintf(message, sizeof message, "it needs the %s '%.100s', which neither its data nor a loaded plugin has", what, name);
        host->set_error(host->context, dateline_text(message));
    }
    return id;
}

/* The id of something by its name, see dateline_host; dateline_share() fails when one of them is none. */
static inline uint32_t dateline_need_type(const dateline_host *host, const char *name) {
    return dateline_need(host, host->find_type(host->context, dateline_text(name)), "type", name);
}
/* The same for an attribute of a type. */
static inline uint32_t dateline_need_attribute(const dateline_host *host, uint32_t type, const char *name) {
    return type == DATELINE_NONE ? type : dateline_need(host, host->find_attribute(host->context, type, dateline_text(name)), "attribute", name);
}
/* The same for a fact of a type. */
static inline uint32_t dateline_need_fact(const dateline_host *host, uint32_t type, const char *name) {
    return type == DATELINE_NONE ? type : dateline_need(host, host->find_fact(host->context, type, dateline_text(name)), "fact", name);
}
/* The same for a field of a fact. */
static inline uint32_t dateline_need_field(const dateline_host *host, uint32_t fact, const char *name) {
    return fact == DATELINE_NONE ? fact : dateline_need(host, host->find_field(host->context, fact, dateline_text(name)), "field", name);
}
/* The same for a list of data/. */
static inline uint32_t dateline_need_list(const dateline_host *host, const char *name) {
    return dateline_need(host, host->find_list(host->context, dateline_text(name)), "list", name);
}
/* The same for the label of rules: the word after => in data/. */
static inline uint32_t dateline_need_label(const dateline_host *host, const char *name) {
    return dateline_need(host, host->find_label(host->context, dateline_text(name)), "label", name);
}
/* The same for a capture of rules. */
static inline uint32_t dateline_need_capture(const dateline_host *host, const char *name) {
    return dateline_need(host, host->find_capture(host->context, dateline_text(name)), "capture", name);
}
/* The same for an evidence of data/evidence.tsv. */
static inline uint32_t dateline_need_evidence(const dateline_host *host, const char *name) {
    return dateline_need(host, host->find_evidence(host->context, dateline_text(name)), "evidence", name);
}

/* What load() ends with: `ids` is a struct of nothing but uint32_t, and a copy of it becomes what all instances share; DATELINE_C_EXTRACTOR frees it.
 * Fails when one of them is DATELINE_NONE. */
static inline dateline_status dateline_share(const dateline_host *host, const void *ids, size_t size, void **shared) {
    const uint32_t *id = (const uint32_t *)ids;
    size_t i;
    for (i = 0; i < size / sizeof *id; ++i) {
        if (id[i] == DATELINE_NONE) return DATELINE_FAILED;
    }
    *shared = malloc(size);
    if (*shared == NULL) {
        host->set_error(host->context, dateline_text("there is no memory left"));
        return DATELINE_FAILED;
    }
    memcpy(*shared, ids, size);
    return DATELINE_OK;
}

/* ---- In extract(): what the document has. Arrays are stepped through by the size that comes with them. --------------- */

/* Precondition: index < document->token_count. */
static inline const dateline_token *dateline_token_at(const dateline_document *document, uint64_t index) {
    return (const dateline_token *)((const char *)document->tokens + index * document->token_size);
}
/* Precondition: index < document->hit_count. */
static inline const dateline_hit *dateline_hit_at(const dateline_document *document, uint64_t index) {
    return (const dateline_hit *)((const char *)document->hits + index * document->hit_size);
}
/* Precondition: index < document->match_count. */
static inline const dateline_match *dateline_match_at(const dateline_document *document, uint64_t index) {
    return (const dateline_match *)((const char *)document->matches + index * document->match_size);
}
/* Precondition: index < document->mention_count. */
static inline const dateline_mention *dateline_mention_at(const dateline_document *document, uint64_t index) {
    return (const dateline_mention *)((const char *)document->mentions + index * document->mention_size);
}

/* The last capture of this name in a match; null when it took no part. */
static inline const dateline_capture *dateline_captured(const dateline_document *document, const dateline_match *match, uint32_t name) {
    uint64_t i;
    for (i = match->capture_count; i > 0; --i) {
        const uint64_t index = match->first_capture + i - 1;
        const dateline_capture *capture = (const dateline_capture *)((const char *)document->captures + index * document->capture_size);
        if (capture->name == name) return capture;
    }
    return NULL;
}

/* The words of some tokens in a row. Precondition: there is one at least, and all are there. */
static inline dateline_span dateline_words(const dateline_document *document, uint32_t first_token, uint32_t token_count) {
    const dateline_span span = {dateline_token_at(document, first_token)->begin, dateline_token_at(document, (uint64_t)first_token + token_count - 1)->end};
    return span;
}
/* What a rule marks, with [ ] or as a whole. */
static inline dateline_span dateline_marked(const dateline_document *document, const dateline_match *match) {
    return dateline_words(document, match->first_token, match->token_count);
}
/* All that a rule looked at. */
static inline dateline_span dateline_looked_at(const dateline_document *document, const dateline_match *match) {
    return dateline_words(document, match->outer_first, match->outer_count);
}
/* The words of a capture. */
static inline dateline_span dateline_words_of(const dateline_document *document, const dateline_capture *capture) {
    return dateline_words(document, capture->first_token, capture->token_count);
}

/* "2,300.5" is 2300.5, whatever the locale: digits with a point among them; all else is passed over. */
static inline double dateline_number(dateline_string digits) {
    double number = 0, unit = 1;
    int has_point = 0;
    uint64_t i;
    for (i = 0; i < digits.length; ++i) {
        if (digits.data[i] == '.') has_point = 1;
        if (digits.data[i] < '0' || digits.data[i] > '9') continue;
        number = number * 10 + (digits.data[i] - '0');
        if (has_point) unit *= 10;
    }
    return number / unit;
}

/* ---- In extract(): what is submitted ---------------------------------------------------------------------------------- */

/* How many reasons, and how many values, a draft holds; more are left out. */
#define DATELINE_DRAFT_ROOM 32

/* A candidate in the making. What it is given is borrowed until it is added. */
typedef struct dateline_draft {
    dateline_candidate candidate;
    dateline_evidence evidence[DATELINE_DRAFT_ROOM];
    dateline_value values[DATELINE_DRAFT_ROOM];
} dateline_draft;

/* Words that may be of a type. `rule` says in the record what found them: "lots/after-word". */
static inline dateline_draft dateline_begin_draft(uint32_t type, dateline_span words, const char *rule) {
    dateline_draft draft;
    memset(&draft.candidate, 0, sizeof draft.candidate);
    draft.candidate.struct_size = sizeof draft.candidate;
    draft.candidate.type = type;
    draft.candidate.begin = words.begin;
    draft.candidate.end = words.end;
    draft.candidate.rule = dateline_text(rule);
    draft.candidate.evidence_size = sizeof draft.evidence[0];
    draft.candidate.attribute_size = sizeof draft.values[0];
    draft.candidate.confidence = -1;
    return draft;
}

/* A reason, and the words that it points at. */
static inline void dateline_because(dateline_draft *draft, uint32_t evidence, dateline_span words) {
    const dateline_evidence reason = {evidence, words.begin, words.end, DATELINE_NONE};
    if (draft->candidate.evidence_count < DATELINE_DRAFT_ROOM) draft->evidence[draft->candidate.evidence_count++] = reason;
}

/* A value of an attribute, of whatever kind. */
static inline void dateline_with(dateline_draft *draft, dateline_value value) {
    if (draft->candidate.attribute_count < DATELINE_DRAFT_ROOM) draft->values[draft->candidate.attribute_count++] = value;
}
/* A string, or a word of a closed list. */
static inline void dateline_with_string(dateline_draft *draft, uint32_t attribute, dateline_string string) {
    const dateline_value value = {attribute, DATELINE_VALUE_STRING, string, 0, DATELINE_NONE, 0};
    dateline_with(draft, value);
}
/* A date as records write it (EDTF): "2024-05". */
static inline void dateline_with_date(dateline_draft *draft, uint32_t attribute, dateline_string date) {
    const dateline_value value = {attribute, DATELINE_VALUE_DATE, date, 0, DATELINE_NONE, 0};
    dateline_with(draft, value);
}
/* A number. */
static inline void dateline_with_number(dateline_draft *draft, uint32_t attribute, double number) {
    const dateline_value value = {attribute, DATELINE_VALUE_NUMBER, {NULL, 0}, number, DATELINE_NONE, 0};
    dateline_with(draft, value);
}

/* Submits it: a handle, or DATELINE_NONE when it was refused (a diagnostic tells why). */
static inline uint32_t dateline_add(const dateline_output *output, dateline_draft *draft) {
    draft->candidate.evidence = draft->evidence;
    draft->candidate.attributes = draft->values;
    return output->add_candidate(output->context, &draft->candidate);
}

/* The plugin of this library. ID and VERSION are those of its plugin.json; LOAD, EXTRACT and RELATE as in plugin.h, one of the last two may be NULL.
 * What LOAD puts into `*shared`, by dateline_share() or malloc(), is freed. */
#define DATELINE_C_EXTRACTOR(ID, VERSION, LOAD, EXTRACT, RELATE)                                             \
    DATELINE_EXPORT const dateline_plugin *dateline_plugin_v1(void) {                                        \
        static const dateline_extractor extractor = {sizeof extractor, 0, EXTRACT, RELATE};                  \
        static const dateline_plugin plugin = {sizeof plugin, DATELINE_INTERFACE_MINOR, {ID, sizeof ID - 1}, {VERSION, sizeof VERSION - 1}, \
                                               LOAD, free, NULL, NULL, &extractor, NULL, NULL};              \
        return &plugin;                                                                                      \
    }

#endif
