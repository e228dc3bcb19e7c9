# dateline_plugin(NAME SOURCE ...): builds the plugin of this folder, plugin.json, sources and data/, ready to be loaded:
#   dateline extract --plugin BUILD_FOLDER/NAME FILE
# and has `cmake --install` put it to lib/dateline/plugins/NAME. The target is NAME; link to it what the plugin needs.
function(dateline_plugin name)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name})
  add_library(${name} MODULE ${ARGN})
  set_target_properties(${name} PROPERTIES PREFIX "" SUFFIX ".so" LIBRARY_OUTPUT_DIRECTORY $<1:${folder}>
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_link_libraries(${name} PRIVATE dateline::plugin)
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if(CXX IN_LIST languages)
    target_compile_features(${name} PRIVATE cxx_std_20)
  endif()

  set(manifest ${CMAKE_CURRENT_SOURCE_DIR}/plugin.json)
  add_custom_command(OUTPUT ${folder}/plugin.json
    COMMAND ${CMAKE_COMMAND} -E copy ${manifest} ${folder}/plugin.json DEPENDS ${manifest} VERBATIM)
  set(files ${folder}/plugin.json)
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/data)
    file(GLOB data CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/data/*)
    add_custom_command(OUTPUT ${folder}/${name}.lexicon
      COMMAND dateline::command lexicon build ${CMAKE_CURRENT_SOURCE_DIR}/data -o ${folder}/${name}.lexicon DEPENDS ${data} VERBATIM)
    list(APPEND files ${folder}/${name}.lexicon)
  endif()
  add_custom_target(${name}_files ALL DEPENDS ${files})
  install(TARGETS ${name} LIBRARY DESTINATION lib/dateline/plugins/${name})
  install(FILES ${files} DESTINATION lib/dateline/plugins/${name})
endfunction()
