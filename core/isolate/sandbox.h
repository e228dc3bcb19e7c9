/// What a worker process may no longer do.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline::isolate {

/// What a kernel may lack, as bits.
enum Confinement : std::uint32_t { no_landlock = 1, no_seccomp = 2 };

/// For this process, those that it starts, and for ever: no file but those below `readable` can be opened, and these for reading only (Landlock); no socket, nothing done to
/// another process (seccomp). What is open stays open. What of it does not hold, as bits of Confinement.
std::uint32_t confine(const std::vector<std::filesystem::path>& readable);

/// From now on this process can start no program and no other process either. To follow confine().
std::uint32_t forbid_programs();

/// The same in words.
std::vector<std::string> sentences(std::uint32_t missing);

}  // namespace dateline::isolate
