/* Built with a plugin.h whose structs have one field more. */
#define NAME "newer"
#define BYTES(type, last) (sizeof(type) + 8)
#include "../sized.h"
