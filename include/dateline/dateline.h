/* dateline/dateline.h: dateline as a library, for programs that read press releases and news themselves (docs/LIBRARY.md).
 *
 *     dateline_engine *engine = dateline_engine_new(NULL);
 *     dateline_worker *worker = engine ? dateline_worker_new(engine) : NULL;
 *     for (int there = worker && dateline_worker_process_file(worker, "release.txt"); there; there = dateline_worker_next(worker)) {
 *         fputs(dateline_worker_record(worker, NULL), stdout);
 *     }
 *     if (*dateline_last_error()) fprintf(stderr, "%s\n", dateline_last_error());
 *     dateline_worker_free(worker);
 *     dateline_engine_free(engine);
 *
 * dateline.hpp is C++ over this header; plugin.h and plugin.hpp are another matter, for what finds and reads. They can be included together.
 *
 * Threads. An engine is read-only once it is made: any number of threads may use it at a time. A worker serves one thread at a time; make one
 * for each thread. The library starts no threads of its own.
 *
 * Memory. What a function named _new gives is the caller's, and goes to the _free of the same name. Everything else that a function gives belongs to
 * the engine or worker: what an engine gives lives until dateline_engine_free, what a worker gives until the next dateline_worker_process,
 * _process_file, _next or _free with this worker. What is passed in need live only until the call returns. Strings are UTF-8 and end with NUL.
 *
 * Errors. A function that cannot do what it is asked returns NULL or 0, and dateline_last_error() says why. A document that cannot be read is no
 * error: like every other it has a record, which says that it failed and why. No function throws, prints, exits, or
 * changes locale, signals, standard output or anything else of the process. Plugins are loaded into the process: one that crashes takes it along
 * (`dateline extract --isolate` runs them in processes of their own).
 *
 * Growth. Functions are added, never changed. Structs begin with struct_size, the sizeof that the caller knows; fields are only ever appended.
 */
#ifndef DATELINE_DATELINE_H
#define DATELINE_DATELINE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define DATELINE_API __attribute__((visibility("default")))
#else
#define DATELINE_API
#endif

/* The library's version, "0.1.0". */
DATELINE_API const char *dateline_version(void);

/* Why the last function that this thread called failed, in a sentence for people; "" when it did not. Valid until this thread calls another
 * function of the library. Never null. */
DATELINE_API const char *dateline_last_error(void);

/* ---- The engine: plugins, learned weights and lists, loaded once ---------------------------------------------------- */

typedef struct dateline_engine dateline_engine;

/* What `start` and `end` of a record count: its field offset_unit. */
typedef enum dateline_offset_unit {
    DATELINE_CODE_POINTS = 0,
    DATELINE_UTF_8 = 1,                  /* bytes of the text in UTF-8 */
    DATELINE_UTF_16 = 2                  /* code units of the text in UTF-16 */
} dateline_offset_unit;

/* Bits of dateline_options.flags. */
enum {
    DATELINE_WITH_TEXT = 1u << 0,        /* the text is in each record; by default in those of documents that are not plain text */
    DATELINE_WITH_SOURCE = 1u << 1,      /* each mention tells its place in the document as it was received */
    DATELINE_PRETTY = 1u << 2            /* records are indented, for people; by default each is one line */
};

/* The same as the options of `dateline extract`. Zero, or null, is the default of each but struct_size:
 *     dateline_options options = {.struct_size = sizeof options, .max_bytes = 1000000}; */
typedef struct dateline_options {
    uint32_t struct_size;                /* sizeof(dateline_options) */
    uint32_t flags;                      /* DATELINE_WITH_TEXT … */
    const char *const *plugins;          /* folders of plugins that must be there, after the last one null; they hide others of the same id */
    const char *plugin_directory;        /* the folder that holds a folder for each plugin; default: dateline/plugins beside the library */
    const char *model;                   /* folder of learned weights; default: weights beside plugin_directory */
    const char *const *lexicons;         /* files: lists of names of the user's own, after the last one null */
    const char *const *settings;         /* what plugins let users configure: "PLUGIN.NAME=VALUE", after the last one null */
    uint64_t max_bytes;                  /* of a document; default 8 MiB */
    uint32_t max_mentions;               /* that a plugin may submit for a document; default 20000 */
    uint32_t max_nesting;                /* of documents inside documents; default 16 */
    uint32_t offset_unit;                /* dateline_offset_unit */
    uint32_t reserved;
    /* Takes what plugins say for people, a line without its line feed; by default that is dropped. Called by any thread that is inside the library, also
     * by several at a time. */
    void (*log)(void *context, const char *line);
    void *log_context;
} dateline_options;

/* Loads plugins, weights and lists; `options` may be null. Null when something that an option names cannot be used. A plugin that no option names and that
 * cannot be loaded costs a diagnostic in each record. A program usually has one engine. It may have more; then each loads the plugins for itself, which a plugin
 * that keeps what it looked up in global variables withstands only if all engines have the same plugins. */
DATELINE_API dateline_engine *dateline_engine_new(const dateline_options *options);

/* Its workers may live on. `engine` may be null. */
DATELINE_API void dateline_engine_free(dateline_engine *engine);

/* The JSON Schema (2020-12) of the records. `strict` (not 0) forbids fields that it does not know, which consumers must allow. */
DATELINE_API const char *dateline_engine_schema(const dateline_engine *engine, int strict);

/* A plugin that is there. */
typedef struct dateline_plugin_info {
    uint32_t struct_size;                /* sizeof(dateline_plugin_info), filled in by the caller */
    uint32_t is_reader;                  /* 1: reads a format; 0: finds something in texts */
    const char *id, *version, *description, *folder;
} dateline_plugin_info;

/* How many plugins there are, and one of them, 0 <= index < count. The order is that in which they run, readers last. 0 when there is none of that index. */
DATELINE_API size_t dateline_engine_plugin_count(const dateline_engine *engine);
DATELINE_API int dateline_engine_plugin(const dateline_engine *engine, size_t index, dateline_plugin_info *info);

/* A type of entities that records have. */
typedef struct dateline_type_info {
    uint32_t struct_size;                /* sizeof(dateline_type_info), filled in by the caller */
    uint32_t is_named;                   /* 1: its entities have a name and aliases */
    const char *name;                    /* "person" */
    const char *collection;              /* "people": the array in record.entities */
} dateline_type_info;

/* How many types there are, and one of them, 0 <= index < count, in the order of the record. 0 when there is none of that index. */
DATELINE_API size_t dateline_engine_type_count(const dateline_engine *engine);
DATELINE_API int dateline_engine_type(const dateline_engine *engine, size_t index, dateline_type_info *info);

/* ---- The worker: one document after another -------------------------------------------------------------------------- */

typedef struct dateline_worker dateline_worker;

/* Memory for one document at a time, reused. It keeps what it needs of the engine, which may be freed before it. */
DATELINE_API dateline_worker *dateline_worker_new(const dateline_engine *engine);

/* `worker` may be null. */
DATELINE_API void dateline_worker_free(dateline_worker *worker);

/* What is known of a document beside its bytes. Null is unknown. */
typedef struct dateline_origin {
    uint32_t struct_size;                /* sizeof(dateline_origin) */
    uint32_t reserved;
    const char *name;                    /* path or address: the record's document.source, and a hint to what it is */
    const char *media_type;              /* "text/html" */
    const char *charset;                 /* "utf-8" */
} dateline_origin;

/* Reads one document and finds what it states; `origin` may be null. 1: the worker has its record, also when the document failed. 0: it was called wrongly, or there is no
 * memory, and the worker has none. */
DATELINE_API int dateline_worker_process(dateline_worker *worker, const char *bytes, size_t size, const dateline_origin *origin);

/* The same for a file, by its path. One that cannot be read is a failed document. */
DATELINE_API int dateline_worker_process_file(dateline_worker *worker, const char *path);

/* Goes on to the next document inside the one that was given (a file of an archive, a mail's attachment, a feed's entry), at any depth: each before
 * those inside it. 1: the worker has its record. 0: there is none any more, and dateline_last_error() is ""; or an error, as above. */
DATELINE_API int dateline_worker_next(dateline_worker *worker);

/* The record as JSON (docs/RECORD.md) with a line feed at its end, byte for byte as `dateline extract` writes it. Its length in bytes goes to `*size`, which may be null. Null
 * when the worker has none. */
DATELINE_API const char *dateline_worker_record(dateline_worker *worker, size_t *size);

/* The text that offsets of the record count in, which never holds a NUL; "" for a document that failed. The rest as above. */
DATELINE_API const char *dateline_worker_text(dateline_worker *worker, size_t *size);

typedef enum dateline_completeness {
    DATELINE_NO_DOCUMENT = 0,            /* the worker has none */
    DATELINE_COMPLETE = 1,
    DATELINE_PARTIAL = 2,                /* something is missing: the record's diagnostics and its field incomplete say what */
    DATELINE_UNREADABLE = 3              /* failed: the record's diagnostics say why */
} dateline_completeness;

/* The record's document.status. */
DATELINE_API dateline_completeness dateline_worker_completeness(const dateline_worker *worker);

/* Why the document is not complete, in a sentence: the first diagnostic of that kind. "" when it is complete. Null when the worker has no document. */
DATELINE_API const char *dateline_worker_cause(const dateline_worker *worker);

#ifdef __cplusplus
}
#endif
#endif
