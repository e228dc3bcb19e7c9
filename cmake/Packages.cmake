# Debian packages: `cpack -G DEB` in the build folder makes one of each part, beside one another.
#   dateline               the command                      libdateline0       the library
#   dateline-plugin-NAME   each plugin                      libdateline-dev    headers, package files
#   dateline-weights       learned weights                  python             is a wheel of its own (python/)
set(CPACK_PACKAGE_NAME dateline)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The dateline developers <dateline@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/cmake/package/when.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/package/same-times.cmake)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(this_version "(= ${PROJECT_VERSION})")
get_property(plugins GLOBAL PROPERTY DATELINE_BUILTIN_PLUGINS)

# /usr/share/doc/PACKAGE/copyright, which only packages have.
file(READ ${PROJECT_SOURCE_DIR}/NOTICE.md notice)
string(REPLACE "\n" "\n  " notice "  ${notice}")
function(dateline_package component package description)
  cmake_parse_arguments(PACKAGE "" "LICENCE" "DEPENDS;RECOMMENDS" ${ARGN})
  if(NOT PACKAGE_LICENCE)
    set(PACKAGE_LICENCE Apache-2.0)
  endif()
  set(copyright ${PROJECT_BINARY_DIR}/package/copyright/${package}/copyright)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/package/copyright.in ${copyright} @ONLY)
  install(FILES ${copyright} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component} EXCLUDE_FROM_ALL)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/licences/ DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package}/licences COMPONENT ${component} EXCLUDE_FROM_ALL)
  string(TOUPPER ${component} key)
  list(JOIN PACKAGE_DEPENDS ", " depends)
  list(JOIN PACKAGE_RECOMMENDS ", " recommends)
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${package} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_DEPENDS "${depends}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_RECOMMENDS "${recommends}" PARENT_SCOPE)
  set(CPACK_COMPONENT_${key}_DESCRIPTION "${description}" PARENT_SCOPE)
  set(CPACK_COMPONENTS_ALL ${CPACK_COMPONENTS_ALL} ${component} PARENT_SCOPE)
endfunction()

# What dateline cannot do without are plugins that find something, and readers of plain text and web pages; the others are recommended.
foreach(name ${plugins})
  file(READ ${PROJECT_SOURCE_DIR}/plugins/${name}/plugin.json manifest)
  string(JSON kind GET "${manifest}" kind)
  if(kind STREQUAL extractor OR name MATCHES "^(text|html)$")
    list(APPEND needed "dateline-plugin-${name} ${this_version}")
  else()
    list(APPEND recommended "dateline-plugin-${name} ${this_version}")
  endif()
endforeach()
set(weights "dateline-weights ${this_version}")

dateline_package(command dateline "reads press releases and news, writes what they state as JSON
Finds dates, organizations, people with titles, and bases, each with the place
in the text that says so, and tells why." DEPENDS ${weights} ${needed} RECOMMENDS ${recommended})
dateline_package(library libdateline${PROJECT_VERSION_MAJOR} "reads press releases and news: the library
For programs that embed dateline." DEPENDS ${weights} ${needed} RECOMMENDS ${recommended})
dateline_package(development libdateline-dev "reads press releases and news: headers
For programs that embed dateline, and for plugins." DEPENDS "libdateline${PROJECT_VERSION_MAJOR} ${this_version}" RECOMMENDS "dateline ${this_version}")
dateline_package(weights dateline-weights "reads press releases and news: learned weights
What dateline has learned from annotated articles.")
foreach(name ${plugins})
  file(READ ${PROJECT_SOURCE_DIR}/plugins/${name}/plugin.json manifest)
  string(JSON description GET "${manifest}" description)
  set(depends)
  string(JSON needs ERROR_VARIABLE none LENGTH "${manifest}" needs)
  if(needs GREATER 0)
    math(EXPR last "${needs} - 1")
    foreach(index RANGE ${last})
      string(JSON need GET "${manifest}" needs ${index})
      list(APPEND depends "dateline-plugin-${need} ${this_version}")
    endforeach()
  endif()
  set(licence Apache-2.0)
  if(name STREQUAL pdf)
    set(licence GPL-3.0)  # poppler's, which it links
    string(APPEND description "\nIt links poppler and is therefore under the GPL, version 3.")
  endif()
  dateline_package(plugin-${name} dateline-plugin-${name} "reads press releases and news: plugin ${name}\n${description}" DEPENDS ${depends} LICENCE ${licence})
endforeach()

set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)

# What a package asks for whose programs link the library: as long as it is 0.x, the same minor version.
math(EXPR next_minor "${PROJECT_VERSION_MINOR} + 1")
set(library libdateline${PROJECT_VERSION_MAJOR})
set(shlibs ${PROJECT_BINARY_DIR}/package/shlibs)
file(CONFIGURE OUTPUT ${shlibs} CONTENT
  "libdateline ${PROJECT_VERSION_MAJOR} ${library} (>= ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}), ${library} (<< ${PROJECT_VERSION_MAJOR}.${next_minor}~)\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${shlibs})

include(CPack)
