// Lets an exception out when a text is in capitals.
#include <stdexcept>

#include "../broken.h"

static dateline_status extract(void *, const dateline_document *document, const dateline_output *output) {
    if (holds(document, "EASTPORT LOGISTICS", 18)) {
        throw std::runtime_error("it shouts");
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
