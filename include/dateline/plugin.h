/* dateline/plugin.h: the C interface between the dateline host and its plugins.
 *
 * A plugin is a folder: plugin.json (the manifest, docs/PLUGINS.md), a shared library that exports one C function,
 * dateline_plugin_v1, and usually a lexicon compiled by `dateline lexicon build`. plugin.hpp is a C++ class over this
 * header; either may be used. Minimal example: samples/plugins/money (C), samples/plugins/contacts (C++).
 *
 * Ownership. What the host passes lives until the function it was passed to returns; `dateline_host` alone, given to
 * `load`, lives until `unload` returns. What a plugin emits is copied before the emitting function returns. The plugin's
 * descriptor and everything it points to are constants that live as long as the library. Neither side frees the other's memory.
 *
 * Threads. [load] functions are called once an engine, by one thread, with no other call of the plugin for that engine running. The command has one
 * engine; a program that embeds dateline (dateline.h) may have several, whose load functions never run at the same time: keep what was looked up in `*shared`.
 * [instance] functions are never called twice at a time on one instance; several instances may run in parallel, one a
 * worker. [any-thread] functions may be called at any time from the thread that is inside the plugin's call.
 * With --isolate the process is forked after `load` and before `create`: a thread that `load` started would not be there.
 *
 * Text. Text is UTF-8 as pointer and length, without NUL at its end. Offsets are bytes in the document's text,
 * half-open [begin, end), on character boundaries; a span must not begin or end inside a grapheme cluster. The host turns them into code points.
 *
 * Errors. A plugin function returns DATELINE_OK or another status; with set_error() it can say why in a sentence, to which
 * the host adds plugin and document. What is emitted is checked; what fails is dropped with a diagnostic that names the
 * plugin, and the emitting function returns DATELINE_NONE. No exception may leave a plugin function; plugin.hpp sees to that.
 *
 * Growth. This is version 1 of the interface, with a minor version that grows: 1.0, 1.1, … What a plugin was built with goes on
 * working with every dateline that offers version 1. Every struct begins with `struct_size`, the sizeof known to the side that
 * fills it in. Fields are only ever appended: read one only when DATELINE_HAS says that it is there, or when the manifest's
 * `interface` asks for the minor version that has it. Arrays come with an element size for the same reason. Meanings do not change, and
 * no enumeration's number gets another one; new numbers may come. tests/abi compares this header with each released minor version.
 */
#ifndef DATELINE_PLUGIN_H
#define DATELINE_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#include "dateline/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface. The manifest's `interface` says "MAJOR.MINOR": the least that the plugin can do with. A host of
 * another major version, or of a lesser minor one, refuses it by name. */
#define DATELINE_INTERFACE_MAJOR 1u
#define DATELINE_INTERFACE_MINOR 0u

/* Whether the struct at `pointer` holds `field`, by its struct_size. */
#define DATELINE_HAS(pointer, type, field) \
    ((pointer)->struct_size >= offsetof(type, field) + sizeof(((type *)0)->field))

#if defined(__GNUC__)
#define DATELINE_EXPORT __attribute__((visibility("default")))
#else
#define DATELINE_EXPORT
#endif

/* "No such thing": an id, index or handle that stands for none. */
#define DATELINE_NONE 0xFFFFFFFFu

typedef int32_t dateline_status;
enum {
    DATELINE_OK = 0,
    DATELINE_FAILED = 1,      /* this call failed; set_error() says why. The document goes on without this plugin's part */
    DATELINE_NOT_MINE = 2,    /* reader only: these bytes are of another format */
    DATELINE_STOPPED = 3      /* gave up because should_stop() said so */
};

/* Crosses the interface as a uint32_t: a greater value is taken for an error. */
typedef enum dateline_severity {
    DATELINE_INFO = 0,
    DATELINE_WARNING = 1,
    DATELINE_ERROR = 2
} dateline_severity;

/* ---- The host, as given to load() ---------------------------------------------------------------------------- */

/* What a plugin looks up once. All look-ups are [load]; an unknown name gives DATELINE_NONE and the plugin decides
 * whether that is an error. Ids are small, dense and fixed for the process. */
typedef struct dateline_host {
    uint32_t struct_size;
    uint32_t interface_minor; /* the host's */
    void *context;            /* the host's own; pass it back */
    dateline_string folder;   /* the plugin's folder, for data files of its own */

    /* A message for people, on standard error; never part of a record. [any-thread] */
    void (*log)(void *context, uint32_t severity, dateline_string message);
    /* Why load() or create() fails, in a sentence. The last one counts. [load] */
    void (*set_error)(void *context, dateline_string message);
    /* The number of one of the plugin's own lists: its bit in dateline_document.token_lists, and its id in hits. */
    uint32_t (*find_list)(void *context, dateline_string name);
    /* The id of one of the plugin's own token-pattern rules, of a rule's capture name, and of a rule's label. */
    uint32_t (*find_rule)(void *context, dateline_string name);
    uint32_t (*find_capture)(void *context, dateline_string name);
    uint32_t (*find_label)(void *context, dateline_string name);
    /* The id of one of the plugin's own evidences (declared in its data/evidence.tsv). */
    uint32_t (*find_evidence)(void *context, dateline_string name);
    /* The id of a type ("person") that any loaded plugin owns, of one of its attributes, its facts, and a fact's fields. */
    uint32_t (*find_type)(void *context, dateline_string name);
    uint32_t (*find_attribute)(void *context, uint32_t type, dateline_string name);
    uint32_t (*find_fact)(void *context, uint32_t type, dateline_string name);
    uint32_t (*find_field)(void *context, uint32_t fact, dateline_string name);
    /* What users have set with --set ID.NAME=VALUE for one of the manifest's settings, else its default; lives until `unload`. Null data for a
     * setting that the manifest does not declare. [load] */
    dateline_string (*get_setting)(void *context, dateline_string name);
    /* Optional abilities by id with a revision ("dateline.xyz/1"); null, quietly, for an unknown one. */
    const void *(*get_extension)(void *context, dateline_string id);
} dateline_host;

/* ---- The document, as an extractor sees it --------------------------------------------------------------------- */

/* An entry of one of the plugin's own lists that stands at these tokens: the longest of its list that begins there. Lists whose header says
 * `hits: none` have none. */
typedef struct dateline_hit {
    uint32_t list;                       /* as find_list gave it */
    uint32_t first_token, token_count;
    uint32_t reserved;
    dateline_string value;               /* the entry's value column, empty when it has none */
} dateline_hit;

/* One of the plugin's own token-pattern rules that matched. */
typedef struct dateline_match {
    uint32_t rule;                       /* as find_rule gave it */
    uint32_t label;                      /* as find_label gave it: the word after => in the rule */
    uint32_t first_token, token_count;   /* the marked part ([ ] in the rule), or the whole */
    uint32_t outer_first, outer_count;   /* all tokens that the rule looked at */
    uint32_t first_capture, capture_count; /* in dateline_document.captures */
    dateline_string value;               /* the rule's value template, filled in; empty when it has none */
} dateline_match;

/* A named part of a match. */
typedef struct dateline_capture {
    uint32_t name;                       /* as find_capture gave it */
    uint32_t first_token, token_count;
    uint32_t mention;                    /* the index of the mention it stands on, else DATELINE_NONE */
    dateline_string value;               /* the list entry's value where it stands on a list, else the verbatim text */
} dateline_capture;

/* A mention that has been decided (in relate), or a candidate that an earlier plugin has submitted (in extract). */
typedef struct dateline_mention {
    uint32_t type;
    uint32_t begin, end;                 /* bytes */
    uint32_t first_token, token_count;   /* the tokens it covers */
    uint32_t candidate;                  /* its handle: names it in facts and links */
    int32_t score;                       /* in hundredths of a logit; meaningful in relate only */
    uint32_t reserved;
} dateline_mention;

/* A piece of metadata: "media_type", "charset", "title", "language", "published", "publisher", "author", "url"; others may come.
 * `rule` says where it stood: "html/meta".
 * Only readers give "part", for parts that are files inside the document: its path there, once for each source_part from 1 on. The places of blocks in it
 * count bytes of that file, unpacked; one is as long as its block only where both are the same bytes, white space aside. */
typedef struct dateline_metadata {
    dateline_string name, value, rule;
} dateline_metadata;

/* One analysed document. Arrays with `_size` are stepped through by that many bytes. */
typedef struct dateline_document {
    uint32_t struct_size;
    uint32_t reserved;
    dateline_string text;                /* UTF-8, valid, without NUL */
    dateline_string folded;              /* the folded forms of all tokens, see dateline_token */
    dateline_string title;               /* metadata; empty when unknown */
    dateline_string language;            /* BCP 47, "en"; empty when unknown */
    dateline_string published;           /* EDTF date; empty until it is found: say `after` the plugin that finds it */
    const dateline_block *blocks;
    uint64_t block_count, block_size;
    const dateline_sentence *sentences;
    uint64_t sentence_count, sentence_size;
    const dateline_token *tokens;
    uint64_t token_count, token_size;
    const uint64_t *token_lists;         /* for each token the bits of the plugin's lists that have an entry over it: list n is bit n % 64 of its word n / 64; null without a lexicon */
    uint64_t token_list_size;            /* bytes a token, a multiple of 8; 8 as long as there are at most 64 lists */
    const dateline_hit *hits;            /* by first token, then list */
    uint64_t hit_count, hit_size;
    const dateline_match *matches;       /* by first token, then length; in relate, rules that name types are matched as well */
    uint64_t match_count, match_size;
    const dateline_capture *captures;
    uint64_t capture_count, capture_size;
    const dateline_mention *mentions;    /* by begin. In extract: the candidates of plugins before this one, which may overlap, for plugins with needs or after. In relate: the decided mentions of all */
    uint64_t mention_count, mention_size;
    const dateline_metadata *metadata;   /* what the reader found, title, language and published among it */
    uint64_t metadata_count, metadata_size;
} dateline_document;

/* ---- What an extractor emits ------------------------------------------------------------------------------------- */

/* A reason for or against a candidate: an evidence id and what fills {0} in its sentence. Weights are the host's. */
typedef struct dateline_evidence {
    uint32_t id;                         /* as find_evidence gave it */
    uint32_t begin, end;                 /* the words that the reason points at, bytes; 0, 0 for none */
    uint32_t supporter;                  /* counts only if this candidate (a handle) is accepted; DATELINE_NONE: always counts */
} dateline_evidence;

typedef enum dateline_value_kind {
    DATELINE_VALUE_STRING = 0,           /* also a word of a closed list */
    DATELINE_VALUE_NUMBER = 1,
    DATELINE_VALUE_DATE = 2,             /* EDTF in `string` */
    DATELINE_VALUE_REFERENCE = 3,        /* a candidate's handle; written as its entity's id */
    DATELINE_VALUE_NULL = 4
} dateline_value_kind;

/* A value of an attribute or of a fact's field. For an attribute that is a list, give one a value. */
typedef struct dateline_value {
    uint32_t name;                       /* as find_attribute or find_field gave it */
    uint32_t kind;                       /* dateline_value_kind */
    dateline_string string;
    double number;                       /* finite */
    uint32_t reference;
    uint32_t reserved;
} dateline_value;

/* A span that may be a mention. */
typedef struct dateline_candidate {
    uint32_t struct_size;
    uint32_t type;
    uint32_t begin, end;                 /* bytes */
    dateline_string rule;                /* "dates/iso": what to look for in the plugin's data or code; not empty */
    const dateline_evidence *evidence;   /* may be null */
    uint64_t evidence_count, evidence_size;
    const dateline_value *attributes;    /* may be null */
    uint64_t attribute_count, attribute_size;
    double confidence;                   /* for plugins without evidence: 0..1; negative: evidence speaks */
} dateline_candidate;

/* In a fact's `rival`: it excludes others with the same number not of its own subject alone but of all subjects of the same name,
 * so that of what the text states in several places one is kept. */
#define DATELINE_RIVAL_OF_NAME 0x80000000u

/* Something that a place in the text states of a subject: a role, an event. Dropped when its subject is not accepted; a
 * field that refers to a candidate that is not accepted becomes null. */
typedef struct dateline_fact {
    uint32_t struct_size;
    uint32_t fact;                       /* as find_fact gave it */
    uint32_t subject;                    /* a candidate's handle */
    uint32_t begin, end;                 /* the place that states it, bytes */
    uint32_t rival;                      /* facts of one kind and subject with the same number, not 0, exclude each other; best wins */
    dateline_string rule;
    const dateline_evidence *evidence;
    uint64_t evidence_count, evidence_size;
    const dateline_value *fields;
    uint64_t field_count, field_size;
    double confidence;
} dateline_fact;

typedef enum dateline_link_reason {
    DATELINE_LINK_ABBREVIATION = 0,
    DATELINE_LINK_DEFINED_AS = 1,
    DATELINE_LINK_SHORTER_FORM = 2,
    DATELINE_LINK_LEGAL_FORM = 3,
    DATELINE_LINK_FAMILY_NAME = 4,
    DATELINE_LINK_TRANSLITERATION = 5,
    DATELINE_LINK_RENAMED = 6
} dateline_link_reason;

/* Two candidates of one type that name one thing. (The same name twice needs no link.) */
typedef struct dateline_link {
    uint32_t struct_size;
    uint32_t reason;                     /* dateline_link_reason */
    uint32_t from, to;                   /* handles: the alias, and the fuller name */
    uint32_t begin, end;                 /* the place that states it, bytes; often the alias itself */
    dateline_string rule;
    const dateline_evidence *evidence;
    uint64_t evidence_count, evidence_size;
    double confidence;
} dateline_link;

/* The current call: where an extractor emits. All functions are [any-thread] within the call. */
typedef struct dateline_output {
    uint32_t struct_size;
    uint32_t reserved;
    void *context;
    /* A handle, or DATELINE_NONE when it was refused (a diagnostic tells why). */
    uint32_t (*add_candidate)(void *context, const dateline_candidate *candidate);
    /* One more attribute for a candidate of one's own. */
    dateline_status (*add_attribute)(void *context, uint32_t candidate, const dateline_value *value);
    dateline_status (*add_fact)(void *context, const dateline_fact *fact);
    dateline_status (*add_link)(void *context, const dateline_link *link);
    /* The publication date that the text states. The first one stays. */
    dateline_status (*set_published)(void *context, dateline_string value, uint32_t begin, uint32_t end, dateline_string rule);
    /* A note in the record: `code` is "ID.something", with ID the plugin's. */
    void (*add_diagnostic)(void *context, uint32_t severity, dateline_string code, dateline_string message, uint32_t begin, uint32_t end);
    void (*set_error)(void *context, dateline_string message);
    void (*log)(void *context, uint32_t severity, dateline_string message);
    /* Nonzero when the host wants no more: return DATELINE_STOPPED soon. */
    int32_t (*should_stop)(void *context);
} dateline_output;

/* ---- Readers ------------------------------------------------------------------------------------------------------- */

/* The bytes of one document. */
typedef struct dateline_input {
    uint32_t struct_size;
    uint32_t reserved;
    dateline_string bytes;               /* as received */
    dateline_string name;                /* file name or address, for messages and hints; may be empty */
    dateline_string media_type;          /* as declared from outside; empty when unknown */
    dateline_string charset;             /* as declared from outside; empty when unknown */
} dateline_input;

/* A document inside the one that is read: a file of an archive, a mail's attachment, an entry of a feed. */
typedef struct dateline_member {
    uint32_t struct_size;
    uint32_t reserved;
    dateline_string name;                /* within the container, "folder/a.txt"; empty: the host numbers it. Never used as a path on disk */
    dateline_string media_type, charset; /* as the container tells them; empty when it does not */
    dateline_string bytes;
    dateline_string problem;             /* why its bytes cannot be had, "it is encrypted"; then there are none, and its record says so. Else empty */
    const dateline_metadata *metadata;   /* what the container knows of it, which counts for more than what its own reader finds; may be null */
    uint64_t metadata_count, metadata_size;
} dateline_member;

/* Where a reader puts what it reads. [any-thread] within the call. */
typedef struct dateline_reader_output {
    uint32_t struct_size;
    uint32_t reserved;
    void *context;
    /* Appends UTF-8 to the text. Anything that is not UTF-8, NUL or CR makes the host refuse the document. */
    void (*add_text)(void *context, dateline_string text);
    /* Adds a block over text that was appended (bytes in the text so far). A reader that adds none leaves blocks to the host. */
    void (*add_block)(void *context, const dateline_block *block);
    /* As in dateline_metadata. */
    void (*set_metadata)(void *context, dateline_string name, dateline_string value, dateline_string rule);
    /* As an extractor's. With DATELINE_ERROR it says that a part of the document could not be read: its record is partial. */
    void (*add_diagnostic)(void *context, uint32_t severity, dateline_string code, dateline_string message, uint32_t begin, uint32_t end);
    void (*set_error)(void *context, dateline_string message);
    void (*log)(void *context, uint32_t severity, dateline_string message);
    int32_t (*should_stop)(void *context);
    /* A document inside this one, which gets a record of its own after this one's, in the order of the calls. It is copied. DATELINE_STOPPED when there
     * is no room for more: a diagnostic tells, and should_stop() says so from then on. */
    dateline_status (*add_document)(void *context, const dateline_member *member);
    /* How many bytes the next one may have. Of what is longer give one byte more than that, so that its record tells of the limit. */
    uint64_t (*document_room)(void *context);
} dateline_reader_output;

/* ---- What a plugin offers -------------------------------------------------------------------------------------------- */

typedef struct dateline_extractor {
    uint32_t struct_size;
    uint32_t reserved;
    /* Text in, candidates out. Null when the plugin has only relate. [instance] */
    dateline_status (*extract)(void *instance, const dateline_document *document, const dateline_output *output);
    /* Runs when the spans have been decided: facts and links out. Null when there is nothing to relate. [instance] */
    dateline_status (*relate)(void *instance, const dateline_document *document, const dateline_output *output);
} dateline_extractor;

typedef struct dateline_reader {
    uint32_t struct_size;
    uint32_t reserved;
    /* How sure it is that these bytes are its format: 0 (not mine) .. 100. Looks at the first KiB, not at all.
     * Not asked about documents without one of the manifest's signatures, where it has some. [instance] */
    uint32_t (*probe)(void *instance, const dateline_input *input);
    /* Reads one document. [instance] */
    dateline_status (*read)(void *instance, const dateline_input *input, const dateline_reader_output *output);
} dateline_reader;

/* What dateline_plugin_v1 returns: constants only. */
typedef struct dateline_plugin {
    uint32_t struct_size;
    uint32_t interface_minor;            /* DATELINE_INTERFACE_MINOR: of the header that the library is built with */
    dateline_string id, version;         /* as in the manifest; the host compares */
    /* Opens read-only data, shared by all instances; `*shared` may stay null. May be null. [load] */
    dateline_status (*load)(const dateline_host *host, void **shared);
    void (*unload)(void *shared);        /* may be null [load] */
    /* State of one worker; may be null. [instance] */
    dateline_status (*create)(void *shared, void **instance);
    void (*destroy)(void *instance);     /* may be null [instance] */
    const dateline_extractor *extractor; /* null for a reader */
    const dateline_reader *reader;       /* null for an extractor */
    /* Optional abilities of the plugin by id with a revision; may be null. [any-thread] */
    const void *(*get_extension)(dateline_string id);
} dateline_plugin;

/* The one exported function. Cheap and pure: returns a constant. Without `create`, instance is `shared`. */
typedef const dateline_plugin *dateline_plugin_entry(void);
DATELINE_EXPORT const dateline_plugin *dateline_plugin_v1(void);

#ifdef __cplusplus
}
#endif
#endif
