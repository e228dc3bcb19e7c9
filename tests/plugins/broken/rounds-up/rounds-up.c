/* Has numbers rounded up from now on. */
#include <fenv.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    fesetround(FE_UPWARD);
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
