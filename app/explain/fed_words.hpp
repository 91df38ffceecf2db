#pragma once

#include "app/explain/feeds.hpp"

namespace framsyn::app {

/// What is fed, in words: "behov, gap, simulering av pasienter", and what to know of it.
Text fed_words(const Feeds& feeds);

/// Where: "UNN, Nordland; Akuttpsykiatri"; nothing where nothing is fed.
Text where_words(const WrittenScenario& scenario, const Feeds& feeds);

} // namespace framsyn::app
