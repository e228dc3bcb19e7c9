/// What a run reads: files, folders, standard input.
#pragma once

#include <string>
#include <vector>

namespace dateline::pipeline {

/// One document to read, or the reason why it cannot be.
struct Input {
    std::string path = {};     ///< as given, or found below a folder that was given; "-" is standard input
    std::string problem = {};  ///< a folder's that could not be listed; empty otherwise
    std::string line = {};     ///< of JSON Lines input; empty otherwise
};

struct Inputs {
    std::vector<Input> list;
    std::vector<std::string> notes;  ///< links that were not followed, folders without a file: sentences for people
};

/// A folder becomes all regular files below it in the order of their paths' bytes: hidden ones (of files and folders) are left out, links are
/// followed to what was not met yet, so that circles end. Everything else stays as it is, to be tried when its turn comes.
Inputs expand(const std::vector<std::string>& arguments);

}  // namespace dateline::pipeline
