# What is installed besides the libraries, and how it is packed: `cmake --install build/release --prefix DIR --component command`
# gives a tree that runs from wherever it is put, `cpack` in build/release a tarball of it and a package for Debian.
install(TARGETS framsyn RUNTIME_DEPENDENCY_SET libraries COMPONENT command)
install(DIRECTORY scenarios plots DESTINATION ${CMAKE_INSTALL_DATADIR}/framsyn COMPONENT command PATTERN node_modules EXCLUDE)
# The page of the shipped regions and its parts are there once ./dev page has made them.
install(DIRECTORY build/wasm/page DESTINATION ${CMAKE_INSTALL_DATADIR}/framsyn COMPONENT command OPTIONAL)
install(FILES framsyn.html DESTINATION ${CMAKE_INSTALL_DATADIR}/framsyn COMPONENT command OPTIONAL)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT command)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT command)

# Charts need what plots/package-lock.json names and only tests don't.
install(CODE "set(plots \"${PROJECT_SOURCE_DIR}/plots\")
set(installed \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/framsyn/plots\")
include(\"${PROJECT_SOURCE_DIR}/cmake/install_node_modules.cmake\")" COMPONENT command)

# The shared libraries that the command uses, for machines that have none of them: all but the C library itself. The command
# looks for them in its own tree first, and they for each other (RPATH, which RUNPATH wouldn't give them).
install(RUNTIME_DEPENDENCY_SET libraries COMPONENT bundled EXCLUDE_FROM_ALL DESTINATION ${CMAKE_INSTALL_LIBDIR}/framsyn
        POST_EXCLUDE_REGEXES ".*/(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|nss_.*))[.]so.*")
file(RELATIVE_PATH to_bundled ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR}/framsyn)
set_target_properties(framsyn PROPERTIES INSTALL_RPATH "$ORIGIN/${to_bundled}" BUILD_WITH_INSTALL_RPATH TRUE)
target_link_options(framsyn PRIVATE LINKER:--disable-new-dtags)

set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY TRUE) # tests need not be built for it
set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PACKAGE_VENDOR "Framsyn")
set(CPACK_PACKAGE_CONTACT "The Framsyn authors <framsyn@localhost>")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_VERBATIM_VARIABLES TRUE)
set(CPACK_STRIP_FILES TRUE)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_ARCHIVE_COMPONENT_INSTALL TRUE)
set(CPACK_DEB_COMPONENT_INSTALL TRUE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS TRUE)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "nodejs (>= 18.14), librsvg2-bin, fonts-inter")
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/cmake/package_parts.cmake)
include(CPack)
