/* What layout.c of each released version asks of today's headers. MINOR is the version that it was written for. A later one may have longer structs. */
#include <dateline/plugin.h>
#include <stddef.h>

#define SIZE(type, bytes) \
    _Static_assert(sizeof(type) == bytes || (DATELINE_INTERFACE_MINOR > MINOR && sizeof(type) > bytes), "the size of " #type);
#define FIELD(type, field, offset, ...)                                                 \
    _Static_assert(offsetof(type, field) == offset, "the place of " #type "." #field); \
    _Static_assert(__builtin_types_compatible_p(__typeof__(((type *)0)->field), __VA_ARGS__), "the type of " #type "." #field);
#define NUMBER(name, number) _Static_assert(name == number, "the number of " #name);
#define FUNCTION(name, ...) _Static_assert(__builtin_types_compatible_p(__typeof__(name), __VA_ARGS__), "the type of " #name);
