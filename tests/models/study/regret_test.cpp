#include "models/study/study.hpp"
#include "small_region.hpp"
#include "tests/catch.hpp"

#include <algorithm>

using namespace framsyn;
using namespace framsyn::study;
using testing::about;
using testing::exactly;
using testing::small_region;

namespace {

BedsInFuture beds(const char* trust, const char* service, double capacity, double need,
                  Evidence evidence = Evidence::derived) {
    BedsInFuture made;
    made.trust = trust;
    made.service = service;
    made.year = 2040;
    made.capacity = capacity;
    made.need = need;
    made.evidence = evidence;
    return made;
}

BedsInFuture group(const char* trust, const char* service, double capacity, double need,
                   std::vector<std::string> parts) {
    BedsInFuture made = beds(trust, service, capacity, need);
    made.parts = std::move(parts);
    return made;
}

const RegretRow& row_of(const std::vector<RegretRow>& rows, const char* scenario, Future future, const char* trust,
                        const char* service) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const RegretRow& row) {
        return row.scenario == scenario && row.future == future && row.trust == trust && row.service == service;
    });
    REQUIRE(found != rows.end());
    return *found;
}

double need_in(const Scenario& scenario, Future future, int year) {
    const Outlook outlook = outlook_of(future, run_study(in_future(scenario, future)), {year});
    for (const BedsInFuture& one : outlook.beds) {
        if (one.trust == "nord" && one.rule == Rule::utilisation) return one.need;
    }
    return -1.0;
}

} // namespace

TEST_CASE("regret is what a choice costs beside the best choice in the same future") {
    // As assumed: base lacks 5, plus has 1 empty. In high use: base lacks 9, plus lacks 3.
    const std::vector<RegretRow> rows = regret_of({{"base", Future::as_assumed, {beds("nord", "akutt", 10, 15)}},
                                                   {"plus", Future::as_assumed, {beds("nord", "akutt", 16, 15)}},
                                                   {"base", Future::use_high, {beds("nord", "akutt", 10, 19)}},
                                                   {"plus", Future::use_high, {beds("nord", "akutt", 16, 19)}}});
    const auto check = [&](const char* scenario, Future future, double shortage, double empty, double more_short,
                           double more_empty) {
        for (const auto& [trust, service] : {std::pair{"nord", "akutt"}, std::pair{"region", "all"}}) {
            const RegretRow& row = row_of(rows, scenario, future, trust, service);
            CHECK(row.shortage == shortage);
            CHECK(row.empty == empty);
            CHECK(row.regret_shortage == more_short);
            CHECK(row.regret_empty == more_empty);
        }
    };
    check("base", Future::as_assumed, 5.0, 0.0, 5.0, 0.0);
    check("plus", Future::as_assumed, 0.0, 1.0, 0.0, 1.0);
    check("base", Future::use_high, 9.0, 0.0, 6.0, 0.0);
    check("plus", Future::use_high, 3.0, 0.0, 0.0, 0.0);
}

TEST_CASE("one trust's empty beds don't make up for another's shortage in the sum") {
    const std::vector<RegretRow> rows =
        regret_of({{"base", Future::as_assumed, {beds("nord", "akutt", 10, 14), beds("sor", "akutt", 20, 13)}}});
    const RegretRow& sum = row_of(rows, "base", Future::as_assumed, "region", "all");
    CHECK(sum.shortage == 4.0);
    CHECK(sum.empty == 7.0);
    CHECK(sum.capacity == 30.0);
    CHECK(sum.need == 27.0);
}

TEST_CASE("the sum has each bed once, and none of what the base can't judge") {
    // The group of nord is judged, so that its parts are in it; sor's part stands for itself; the unknown one is left out.
    const std::vector<BedsInFuture> cells{group("nord", "phv", 10, 13, {"akutt", "dps"}), beds("nord", "akutt", 4, 6),
                                          beds("sor", "akutt", 5, 6),
                                          beds("nord", "tsb", 1, 9, Evidence::not_identified)};
    const std::vector<RegretRow> rows = regret_of({{"base", Future::as_assumed, cells}});
    CHECK(row_of(rows, "base", Future::as_assumed, "region", "all").shortage == 3.0 + 1.0);
    CHECK(row_of(rows, "base", Future::as_assumed, "nord", "akutt").shortage == 2.0);
    CHECK_FALSE(row_of(rows, "base", Future::as_assumed, "nord", "tsb").judged);
    CHECK(row_of(rows, "base", Future::as_assumed, "nord", "phv").judged);
}

TEST_CASE("a cell that one of the scenarios lacks is left out of all") {
    const std::vector<RegretRow> rows =
        regret_of({{"base", Future::as_assumed, {beds("nord", "akutt", 10, 14), beds("sor", "akutt", 5, 9)}},
                   {"plus", Future::as_assumed, {beds("nord", "akutt", 12, 14)}}});
    CHECK(rows.size() == 4); // nord's cell and the sum, of both
    CHECK(row_of(rows, "base", Future::as_assumed, "region", "all").shortage == 4.0);
}

TEST_CASE("use is low and high at the ends of its interval, and as it is in other futures") {
    const Scenario region = small_region(); // service and flows both have an interval: .9–1.1 and .8–1.2
    const double as_is = need_in(region, Future::as_assumed, 2024);
    CHECK(need_in(region, Future::sentences_flat, 2024) == as_is); // there are no stocks
    Scenario at_ends = region;
    at_ends.services[0].level = exactly(0.9);
    for (FlowInfo& flow : at_ends.flows) flow.level = exactly(0.8);
    CHECK(need_in(region, Future::use_low, 2024) == need_in(at_ends, Future::as_assumed, 2024));
    CHECK(need_in(region, Future::use_low, 2024) < as_is);
    CHECK(need_in(region, Future::use_high, 2024) > as_is);
}

TEST_CASE("a level that leaves the rest of the patients to another place says nothing of how many they are") {
    Scenario region = small_region();
    FlowInfo rest = region.flows[0];
    rest.at = TrustId(1);
    rest.rest = true;
    rest.has_level = false;
    region.flows.push_back(rest);
    const Scenario low = in_future(region, Future::use_low);
    CHECK(low.flows[0].level.value == 1.0); // nord's residents in acute care
    CHECK(low.flows[2].level.value == 0.8); // sor's
}

TEST_CASE("without growth in sentences a stock adds nothing") {
    Scenario region = small_region();
    StockInfo stock;
    stock.id = "sentenced";
    stock.service = ServiceId(0);
    stock.trust = TrustId(0);
    stock.growth = about(0.5, 0.4, 0.8, "stock.sentenced.growth");
    region.stocks = {stock};
    CHECK(need_in(region, Future::as_assumed, 2024) > need_in(region, Future::sentences_flat, 2024));
    CHECK(need_in(region, Future::sentences_flat, 2024) == need_in(small_region(), Future::as_assumed, 2024));
    // Nor by another growth that an action gives it.
    ActionInfo action;
    action.id = "more";
    action.kind = ActionKind::sentences;
    action.when = {from_day({region.base_year + 1, 1, 1})};
    action.stock = StockChange{{0}, exactly(100.0), std::nullopt};
    region.actions = {action};
    CHECK(need_in(region, Future::sentences_flat, region.last_year) ==
          need_in(small_region(), Future::as_assumed, region.last_year));
}

TEST_CASE("migration is the third and the fourth letter of a variant") {
    CHECK(variant_in("MMMM", Future::migration_low) == "MMLL");
    CHECK(variant_in("HHMH", Future::migration_high) == "HHHH");
    CHECK(variant_in("MMMM", Future::use_low) == "MMMM");
    CHECK(is_of_migration(Future::migration_low));
    CHECK_FALSE(is_of_migration(Future::sentences_flat));
}
