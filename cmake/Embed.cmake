# Makes a text file of a folder a std::string_view in the folder's library: NAME in namespace NAMESPACE, declared `extern const`
# where it is used. For small files that the program cannot be without.
function(dateline_embed target)
  cmake_parse_arguments(EMBED "" "FILE;NAMESPACE;NAME" "" ${ARGN})
  set(input ${CMAKE_CURRENT_SOURCE_DIR}/${EMBED_FILE})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${EMBED_NAME}.cpp)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${input})
  file(READ ${input} content)
  set(head "#include <string_view>\n\nnamespace ${EMBED_NAMESPACE} {\nextern const std::string_view ${EMBED_NAME};\n")
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT
    "@head@const std::string_view @EMBED_NAME@ = R\"embedded(@content@)embedded\";\n}\n")
  target_sources(${target} PRIVATE ${output})
endfunction()
