/// What a part is, by what the mail says of it.
#pragma once

#include "part.h"

namespace mail {

enum class Kind {
    text,        ///< plain text or HTML that is the mail's own
    attachment,  ///< a document of its own
    skipped,     ///< no document: a picture, a sound, a signature, an invitation
    encrypted,
    multipart,
};

Kind kind_of(const Part& part);

bool is_text(const Part& part);
bool is_message(const Part& part);

}  // namespace mail
