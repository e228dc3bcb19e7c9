#include "core/library/guard.h"

#include <cstring>
#include <string_view>

#include "dateline/dateline.h"

namespace dateline::library {
namespace {

// No std::string: it would be gone before the program's static objects are, whose destructors may call the library.
thread_local char sentence_of_this_thread[2048];

}  // namespace

void clear_error() noexcept { sentence_of_this_thread[0] = '\0'; }

void set_error(std::string_view sentence) noexcept {
    constexpr std::string_view cut = "…";
    constexpr std::size_t most = sizeof sentence_of_this_thread - 1;
    char* to = sentence_of_this_thread;
    if (sentence.size() > most) {
        std::size_t length = most - cut.size();
        while (length > 0 && (sentence[length] & 0xC0) == 0x80) {
            --length;  // not inside a character
        }
        std::memcpy(to + length, cut.data(), cut.size());
        to[length + cut.size()] = '\0';
        sentence = sentence.substr(0, length);
    } else {
        to[sentence.size()] = '\0';
    }
    std::memcpy(to, sentence.data(), sentence.size());
}

const char* last_error() noexcept { return sentence_of_this_thread; }

void need(const void* pointer, const char* function, const char* what) {
    if (pointer == nullptr) {
        throw Misuse(std::string(function) + ": the " + what + " is null");
    }
}

}  // namespace dateline::library

const char* dateline_last_error() { return dateline::library::last_error(); }
