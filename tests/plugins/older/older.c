/* Built with a plugin.h whose structs lack the last field. */
#define NAME "older"
#define BYTES(type, last) offsetof(type, last)
#include "../sized.h"
