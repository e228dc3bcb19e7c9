/* A shared library that is no plugin: it exports nothing that the host knows. */
#include "dateline/plugin.h"

DATELINE_EXPORT int dateline_nothing(void);
DATELINE_EXPORT int dateline_nothing(void) {
    return 0;
}
