/// What a document says about itself.
#pragma once

#include <string>

namespace office {

struct Properties {
    std::string title, author;
};

}  // namespace office
