/* Wants to know what the network says. */
#include <sys/socket.h>
#include <unistd.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    const int end = socket(AF_INET, SOCK_DGRAM, 0);
    (void)instance;
    if (end >= 0) {
        close(end);
    }
    return mark_words_with(document, output, end < 0 ? 0.5 : 0.9);
}

BROKEN_EXTRACT(extract)
