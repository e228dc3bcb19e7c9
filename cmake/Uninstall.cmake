# `cmake --build BUILD --target uninstall` takes away what the last `cmake --install` put there, and the folders that it made. Included before anything is
# installed, since an installation first notes what of the usual folders was there.
set(folders bin include lib ${CMAKE_INSTALL_LIBDIR} ${CMAKE_INSTALL_LIBDIR}/cmake ${CMAKE_INSTALL_LIBDIR}/pkgconfig share share/bash-completion
  share/bash-completion/completions share/doc share/man share/man/man1)
configure_file(${PROJECT_SOURCE_DIR}/cmake/package/before-install.cmake.in ${PROJECT_BINARY_DIR}/package/before-install.cmake @ONLY)
configure_file(${PROJECT_SOURCE_DIR}/cmake/package/uninstall.cmake.in ${PROJECT_BINARY_DIR}/package/uninstall.cmake @ONLY)
install(SCRIPT ${PROJECT_BINARY_DIR}/package/before-install.cmake)
add_custom_target(uninstall COMMAND ${CMAKE_COMMAND} -P ${PROJECT_BINARY_DIR}/package/uninstall.cmake VERBATIM)
