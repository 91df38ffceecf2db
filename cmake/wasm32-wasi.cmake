# Toolchain of the WebAssembly build: clang 19 and Debian's C and C++ libraries for wasm32. Packages (Debian 12):
#   clang-19 lld-19 wasi-libc libc++-19-dev-wasm32 libc++abi-19-dev-wasm32 libclang-rt-19-dev-wasm32
# and with FRAMSYN_WASM_OPT also binaryen. Use: cmake --preset wasm.
set(CMAKE_SYSTEM_NAME Generic) # CMake knows WASI only from 3.31
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_EXECUTABLE_SUFFIX_CXX .wasm)
set(FRAMSYN_WASM TRUE)

# Exceptions are those of the processor, which cost nothing until thrown; app/browser/exceptions.cpp has their library
# part. The last one: Boost 1.74 uses std::unary_function, which C++17 took away.
set(CMAKE_CXX_FLAGS_INIT "-fwasm-exceptions -D_LIBCPP_ENABLE_CXX17_REMOVED_UNARY_BINARY_FUNCTION")
# The default stack, 64 KB, is too small for the parsers and lies above the program's data, into which it would grow
# unseen. In front of the data an overflow traps. The browser's own stack ends no later than 1 MB would.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-Wl,-z,stack-size=1048576 -Wl,--stack-first -Wl,--gc-sections")

# The module travels in a page, so size comes first, except where the time goes: the kernel and the models. There -O2
# costs a fifteenth in size and saves a third of the time; -O3 and -msimd128 add size without being measurably faster.
set(CMAKE_CXX_FLAGS_MINSIZEREL "-Oz -DNDEBUG" CACHE STRING "Options of code where size comes first")
set(CMAKE_EXE_LINKER_FLAGS_MINSIZEREL_INIT "-Wl,--strip-all")
set(FRAMSYN_HOT_OPTIONS -O2 CACHE STRING "What sim and models are compiled with beside the options of all")

# Header-only libraries come from the host, but never its other headers, as all of /usr/include would bring: a root of
# links to just these. What find_package doesn't find there is not for this target.
set(FRAMSYN_HOST_PREFIX /usr CACHE PATH "Where the host has the header-only libraries")
set(host ${CMAKE_BINARY_DIR}/host)
get_property(trying GLOBAL PROPERTY IN_TRY_COMPILE)
if(NOT trying)
  file(MAKE_DIRECTORY ${host}/include ${host}/share/eigen3 ${host}/share/cmake ${host}/lib/cmake/fmt)
  foreach(path include/boost include/eigen3 include/fmt include/nlohmann include/toml++ share/eigen3/cmake
               share/cmake/nlohmann_json)
    file(CREATE_LINK ${FRAMSYN_HOST_PREFIX}/${path} ${host}/${path} SYMBOLIC)
  endforeach()
  # fmt's own package is of its library for the host.
  file(WRITE ${host}/lib/cmake/fmt/fmt-config.cmake [[
if(NOT TARGET fmt::fmt)
  add_library(fmt::fmt INTERFACE IMPORTED)
  get_filename_component(host ${CMAKE_CURRENT_LIST_DIR}/../../.. ABSOLUTE)
  set_target_properties(fmt::fmt PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${host}/include
                                            INTERFACE_COMPILE_DEFINITIONS FMT_HEADER_ONLY)
endif()
]])
endif()
set(Boost_NO_BOOST_CMAKE TRUE) # Boost's own package gives /usr/include; CMake's finds the headers below the root
set(CMAKE_FIND_ROOT_PATH ${host})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# ctest runs commands of this build under Node.
set(CMAKE_CROSSCOMPILING_EMULATOR node ${CMAKE_CURRENT_LIST_DIR}/../tests/wasm/run.mjs)
