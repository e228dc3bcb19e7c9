/* Submits a candidate of a type that there is not. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    dateline_candidate candidate;
    (void)instance;
    memset(&candidate, 0, sizeof candidate);
    if (document->token_count > 10) {
        candidate.struct_size = sizeof candidate;
        candidate.type = 12345;
        candidate.begin = token_at(document, 0)->begin;
        candidate.end = token_at(document, 0)->end;
        candidate.rule = str(NAME "/type");
        candidate.confidence = 0.9;
        output->add_candidate(output->context, &candidate);
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
