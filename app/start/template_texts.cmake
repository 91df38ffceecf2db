# Writes template_texts.cpp: the files of scenarios/mal as texts in the program, so that `framsyn new` needs no folder of its own.
set(template_folder ${PROJECT_SOURCE_DIR}/scenarios/mal)
file(GLOB_RECURSE template_files RELATIVE ${template_folder} CONFIGURE_DEPENDS
     ${template_folder}/*.toml ${template_folder}/*.csv)
list(SORT template_files)
set(entries "")
foreach(name IN LISTS template_files)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${template_folder}/${name})
  file(READ ${template_folder}/${name} content)
  string(APPEND entries "        {\"${name}\", R\"~text~(${content})~text~\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/template_texts.cpp @ONLY CONTENT
     [[#include "app/start/template_texts.hpp"

namespace framsyn::app {

const std::vector<std::pair<std::string, std::string>>& template_texts() {
    static const std::vector<std::pair<std::string, std::string>> texts{
@entries@    };
    return texts;
}

} // namespace framsyn::app
]])
