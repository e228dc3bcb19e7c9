/* records FILE ...: the record of each file, and of each document inside it, as `dateline extract` writes them. */
#include <stdio.h>

#include <dateline/dateline.h>

static int print_records(dateline_worker* worker, const char* path) {
    int failed = 0;
    for (int there = dateline_worker_process_file(worker, path); there; there = dateline_worker_next(worker)) {
        size_t size = 0;
        const char* record = dateline_worker_record(worker, &size);
        if (record == NULL || fwrite(record, 1, size, stdout) != size) return 1;
        if (dateline_worker_completeness(worker) != DATELINE_COMPLETE) fprintf(stderr, "%s: %s\n", path, dateline_worker_cause(worker));
        failed |= dateline_worker_completeness(worker) == DATELINE_UNREADABLE;
    }
    if (*dateline_last_error() != '\0') {
        fprintf(stderr, "%s: %s\n", path, dateline_last_error());
        failed = 1;
    }
    return failed;
}

int main(int argc, char** argv) {
    int failed = 0;
    dateline_engine* engine = dateline_engine_new(NULL);
    dateline_worker* worker = engine != NULL ? dateline_worker_new(engine) : NULL;
    if (worker == NULL) {
        fprintf(stderr, "records: %s\n", dateline_last_error());
        return 2;
    }
    for (int i = 1; i < argc; ++i) failed |= print_records(worker, argv[i]);
    dateline_worker_free(worker);
    dateline_engine_free(engine);
    return failed;
}
