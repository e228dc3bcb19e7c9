# Makes a text file of a folder a std::string_view in the folder's library: NAME in namespace NAMESPACE, declared `extern const`
# where it is used. For small files that the program cannot be without.
function(dateline_embed target)
  cmake_parse_arguments(EMBED "" "FILE;NAMESPACE;NAME" "" ${ARGN})
  set(input ${CMAKE_CURRENT_SOURCE_DIR}/${EMBED_FILE})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${EMBED_NAME}.cpp)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${input})
  # As numbers, since a string literal may be no longer than 65,536 bytes.
  file(READ ${input} content HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," content "${content}")
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT "#include <string_view>

namespace @EMBED_NAMESPACE@ {
extern const std::string_view @EMBED_NAME@;
static constexpr char bytes[] = {@content@};
const std::string_view @EMBED_NAME@{bytes, sizeof bytes};
}
")
  target_sources(${target} PRIVATE ${output})
endfunction()

# Makes all files below a folder a std::span of {name, content}, by name: NAME in namespace NAMESPACE, declared in HEADER, which also has the struct TYPE.
function(dateline_embed_folder target)
  cmake_parse_arguments(EMBED "" "FOLDER;HEADER;NAMESPACE;TYPE;NAME" "" ${ARGN})
  set(input ${CMAKE_CURRENT_SOURCE_DIR}/${EMBED_FOLDER})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${EMBED_NAME}.cpp)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${input} ${input}/*)
  set(arrays "")
  set(entries "")
  set(number 0)
  foreach(file ${files})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${input}/${file})
    file(READ ${input}/${file} content HEX)
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," content "${content}")
    string(APPEND arrays "constexpr char file_${number}[] = {${content}};\n")
    string(APPEND entries "    {\"${file}\", {file_${number}, sizeof file_${number}}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT "#include \"@EMBED_HEADER@\"

namespace @EMBED_NAMESPACE@ {
namespace {
@arrays@
constexpr @EMBED_TYPE@ files[] = {
@entries@};
}
const std::span<const @EMBED_TYPE@> @EMBED_NAME@ = files;
}
")
  target_sources(${target} PRIVATE ${output})
endfunction()
