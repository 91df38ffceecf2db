#include "models/study/draws/runner.hpp"

namespace framsyn::study {

void one_after_the_other(Stage, const Block& block, const std::function<void(std::size_t)>& trial) {
    for (std::size_t number = block.first; number < block.end(); ++number) trial(number);
}

} // namespace framsyn::study
