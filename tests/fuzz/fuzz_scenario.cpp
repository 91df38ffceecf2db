// A what-if file of any bytes, on top of the Helse Nord baseline, either makes a scenario or is refused with problems
// that name a place. Everything else - a crash, another exception, a refusal without a word - stops the fuzzer.
#include "app/ground/disk/files.hpp"
#include "app/ground/problems.hpp"
#include "app/scenario/actions/new_units.hpp"
#include "app/scenario/read/build_scenario.hpp"
#include "app/scenario/read/check_scenario.hpp"
#include "app/scenario/schema/schema.hpp"
#include "app/scenario/text/value.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace framsyn;
using namespace framsyn::app;

const Value& baseline() {
    static const Value value =
        parse_toml(read_file(FRAMSYN_SCENARIOS "/helse-nord/baseline.toml", "baseline.toml"), "baseline.toml");
    return value;
}

void read_what_if(const std::string& text, Problems& problems) {
    const Value root = with_new_units(merge(baseline(), parse_toml(text, "what-if.toml"), problems));
    if (!problems.empty()) return;
    check_against_schema(root, problems);
    if (!problems.empty()) return;
    Problems remarks;
    check_scenario(build_scenario(root), root, problems, remarks);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    Problems problems;
    try {
        read_what_if(text, problems);
    } catch (const BadInput& refused) {
        if (refused.problems().empty()) std::abort();
        problems.add_all(refused.problems());
    }
    for (const std::string& line : problems.lines(Language::en)) {
        if (line.empty()) std::abort();
    }
    return 0;
}
