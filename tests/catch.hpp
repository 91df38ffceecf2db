#pragma once

// One door to the test framework: Debian 12 has Catch2 version 2, version 3 is accepted.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
