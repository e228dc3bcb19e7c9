# One target a folder of core/, linking only what the folder may include.
function(dateline_part name)
  cmake_parse_arguments(PART "" "" "LINKS;PRIVATE_LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    add_library(dateline_${name} INTERFACE)
    target_link_libraries(dateline_${name} INTERFACE dateline_headers ${PART_LINKS} ${PART_PRIVATE_LINKS})
    return()
  endif()
  add_library(dateline_${name} STATIC ${sources})
  target_include_directories(dateline_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(dateline_${name} PUBLIC dateline_headers ${PART_LINKS} PRIVATE dateline_warnings ${PART_PRIVATE_LINKS})
endfunction()

# A built-in plugin: its library, manifest and compiled lexicon in lib/dateline/plugins/NAME, built against public headers only, out of all
# sources in the folder when none are named.
function(dateline_builtin_plugin name)
  cmake_parse_arguments(PLUGIN "" "" "LINKS;SOURCES" ${ARGN})
  set(sources ${PLUGIN_SOURCES})
  if(NOT sources)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  if(NOT sources)
    return()
  endif()
  set(folder ${DATELINE_PLUGIN_OUTPUT}/${name})
  add_library(plugin_${name} MODULE ${sources})
  set_target_properties(plugin_${name} PROPERTIES OUTPUT_NAME ${name} PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${folder})
  target_link_libraries(plugin_${name} PRIVATE dateline_headers dateline_warnings ${PLUGIN_LINKS})
  target_link_options(plugin_${name} PRIVATE -Wl,--version-script=${PROJECT_SOURCE_DIR}/cmake/plugin.map)
  set_property(TARGET plugin_${name} PROPERTY LINK_DEPENDS ${PROJECT_SOURCE_DIR}/cmake/plugin.map)
  add_custom_command(
    OUTPUT ${folder}/plugin.json
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_CURRENT_SOURCE_DIR}/plugin.json ${folder}/plugin.json
    DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/plugin.json
    VERBATIM)
  set(outputs ${folder}/plugin.json)
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/data)
    file(GLOB data CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/data/*)
    add_custom_command(
      OUTPUT ${folder}/${name}.lexicon
      COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
      COMMAND dateline_command lexicon build ${CMAKE_CURRENT_SOURCE_DIR}/data -o ${folder}/${name}.lexicon
      DEPENDS ${data} dateline_command
      VERBATIM)
    list(APPEND outputs ${folder}/${name}.lexicon)
  endif()
  add_custom_target(plugin_${name}_files ALL DEPENDS ${outputs})
  set_property(GLOBAL APPEND PROPERTY DATELINE_BUILTIN_FILES ${outputs})
  add_dependencies(builtin_plugins plugin_${name} plugin_${name}_files)
  set_property(GLOBAL APPEND PROPERTY DATELINE_BUILTIN_PLUGINS ${name})
  install(TARGETS plugin_${name} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/dateline/plugins/${name} COMPONENT plugin-${name})
  install(FILES ${outputs} DESTINATION ${CMAKE_INSTALL_LIBDIR}/dateline/plugins/${name} COMPONENT plugin-${name})
endfunction()

add_library(dateline_warnings INTERFACE)
target_compile_options(dateline_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
if(DATELINE_DEVELOPER_MODE)
  target_compile_options(dateline_warnings INTERFACE -Werror)
  # GCC 12 sees overlapping copies inside std::string where there are none (GCC bug 105651).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(dateline_warnings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
  endif()
endif()
