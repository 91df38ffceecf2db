# CPack reads it once for each generator: the tarball brings the libraries of others in a folder of its own, the package asks
# Debian for them.
set(CPACK_COMPONENTS_ALL command)
if(CPACK_GENERATOR STREQUAL "TGZ")
  list(APPEND CPACK_COMPONENTS_ALL bundled)
  set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY TRUE)
endif()
