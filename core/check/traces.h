/// The state of this process that belongs to the host, told in words, so that two states can be compared.
#pragma once

#include <string>

namespace dateline::check {

std::string locale();
std::string signals();          ///< handlers and mask, and C++'s own handlers
std::string floating_point();
std::string umask_and_limits();
std::string working_directory();
std::string environment();
std::string timers();
std::string descriptors();      ///< that are open, and on what
std::string threads();          ///< how many there are besides this one; those that are about to end are waited for
std::string processes();        ///< children that there are or have been

}  // namespace dateline::check
