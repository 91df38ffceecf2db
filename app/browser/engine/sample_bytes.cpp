#include "app/browser/engine/sample_bytes.hpp"

#include <cstring>
#include <string_view>
#include <type_traits>

namespace framsyn::app {
namespace {

constexpr std::string_view draws_mark = "framsyn draws 1\n";
constexpr std::string_view care_mark = "framsyn care 1\n\n";

class Writer {
  public:
    explicit Writer(std::string_view mark) : bytes_(mark) {}

    template <class T>
    void put(const T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    template <class T>
    void put(const std::vector<T>& values) {
        static_assert(std::is_trivially_copyable_v<T>);
        put(static_cast<std::uint64_t>(values.size()));
        bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    }
    void put(const study::Block& block) {
        count(block.first);
        count(block.count);
    }
    void count(std::size_t number) { put(static_cast<std::uint64_t>(number)); }

    std::string done() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

class Reader {
  public:
    Reader(std::string_view bytes, std::string_view mark) : rest_(bytes) {
        if (!rest_.starts_with(mark)) throw study::UnfitBlock("these bytes are no such block");
        rest_.remove_prefix(mark.size());
    }

    template <class T>
    T get() {
        T value;
        copy(&value, sizeof value);
        return value;
    }
    template <class T>
    std::vector<T> list() {
        const std::size_t size = count();
        if (size > rest_.size() / sizeof(T)) throw study::UnfitBlock("the block ends too early");
        std::vector<T> values(size);
        if (size > 0) copy(values.data(), size * sizeof(T));
        return values;
    }
    std::size_t count() { return static_cast<std::size_t>(get<std::uint64_t>()); }
    study::Block block() {
        const std::size_t first = count();
        return {first, count()};
    }
    void must_end() const {
        if (!rest_.empty()) throw study::UnfitBlock("there is more than a block");
    }

  private:
    void copy(void* to, std::size_t size) {
        if (rest_.size() < size) throw study::UnfitBlock("the block ends too early");
        std::memcpy(to, rest_.data(), size);
        rest_.remove_prefix(size);
    }

    std::string_view rest_;
};

/// Calls visit(year, sex, group, draw) for every number that an area's sample has of persons.
template <class Visit>
void for_each_number(std::size_t years, std::size_t draws, const Visit& visit) {
    for (std::size_t year = 0; year < years; ++year)
        for (std::size_t sex = 0; sex < 2; ++sex)
            for (std::size_t group = 0; group < study::group_starts.size(); ++group)
                for (std::size_t draw = 0; draw < draws; ++draw) visit(year, sex, group, draw);
}

void put(Writer& to, const study::AreaSample& area) {
    to.count(area.years());
    to.count(area.draws());
    std::vector<double> numbers;
    for_each_number(area.years(), area.draws(), [&](auto... where) { numbers.push_back(area.persons(where...)); });
    for (std::size_t year = 0; year < area.years(); ++year)
        for (std::size_t draw = 0; draw < area.draws(); ++draw) numbers.push_back(area.years_lived(year, draw));
    to.put(numbers);
}

study::AreaSample area_from(Reader& from) {
    const std::size_t years = from.count();
    const std::size_t draws = from.count();
    const std::vector<double> numbers = from.list<double>();
    const std::size_t of_a_draw = 2 * study::group_starts.size() + 1;
    if (numbers.size() % of_a_draw != 0 || years > numbers.size() || draws > numbers.size() ||
        years * draws != numbers.size() / of_a_draw)
        throw study::UnfitBlock("an area has not as many numbers as it says");
    study::AreaSample area(years, draws);
    auto next = numbers.begin();
    for_each_number(years, draws, [&](auto... where) { area.persons(where...) = *next++; });
    for (std::size_t year = 0; year < years; ++year)
        for (std::size_t draw = 0; draw < draws; ++draw) area.years_lived(year, draw) = *next++;
    return area;
}

} // namespace

std::string bytes_of(const study::DrawSample& sample) {
    Writer to(draws_mark);
    to.put(sample.block);
    to.put(sample.of);
    to.count(sample.flows);
    to.count(sample.years);
    to.count(sample.population ? 1 : 0);
    if (sample.population) {
        to.put(sample.population->first_year);
        to.count(sample.population->areas.size());
        for (const study::AreaSample& area : sample.population->areas) put(to, area);
    }
    to.count(sample.one_population ? 1 : 0);
    to.put(sample.bed_days);
    to.put(sample.without_actions);
    to.count(sample.age_spans);
    to.put(sample.age_shares);
    return to.done();
}

study::DrawSample draws_from(const std::string& bytes) {
    Reader from(bytes, draws_mark);
    study::DrawSample sample;
    sample.block = from.block();
    sample.of = from.get<std::uint64_t>();
    sample.flows = from.count();
    sample.years = from.count();
    if (from.count() != 0) {
        sample.population.emplace();
        sample.population->first_year = from.get<int>();
        for (std::size_t areas = from.count(); areas > 0; --areas) sample.population->areas.push_back(area_from(from));
    }
    sample.one_population = from.count() != 0;
    sample.bed_days = from.list<double>();
    sample.without_actions = from.list<double>();
    sample.age_spans = from.count();
    sample.age_shares = from.list<double>();
    from.must_end();
    return sample;
}

std::string bytes_of(const study::CareSample& sample) {
    Writer to(care_mark);
    to.put(sample.block);
    to.put(sample.of);
    to.count(sample.outcomes.size());
    for (const care::CareOutcome& outcome : sample.outcomes) {
        for (const std::size_t size : {outcome.trusts, outcome.services, outcome.units, outcome.years}) to.count(size);
        to.put(outcome.unit_years);
        to.put(outcome.moves);
        to.put(outcome.all_full_days);
        to.put(outcome.count);
    }
    return to.done();
}

CareBlock care_from(const std::string& bytes) {
    Reader from(bytes, care_mark);
    CareBlock care;
    care.block = from.block();
    care.of = from.get<std::uint64_t>();
    for (std::size_t left = from.count(); left > 0; --left) {
        care::CareOutcome outcome;
        for (std::size_t* size : {&outcome.trusts, &outcome.services, &outcome.units, &outcome.years})
            *size = from.count();
        outcome.unit_years = from.list<care::UnitYear>();
        outcome.moves = from.list<care::Moves>();
        outcome.all_full_days = from.list<double>();
        outcome.count = from.get<care::PatientCount>();
        care.outcomes.push_back(std::move(outcome));
    }
    if (care.outcomes.size() != care.block.count)
        throw study::UnfitBlock("the block has not as many outcomes as it says");
    from.must_end();
    return care;
}

} // namespace framsyn::app
