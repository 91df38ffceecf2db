#include "app/scenario/people/model_text.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace framsyn::app {
namespace {

struct Saying {
    std::string_view en; ///< as the model says it; * stands for what differs
    std::string_view nb;
};

constexpr Saying sayings[] = {
    {"there must be one number for each age group", "det må være ett tall for hver aldersgruppe"},
    {"a number of an age group is impossible: negative or not finite", "et tall er negativt eller ikke noe tall"},
    {"there are no age groups", "det er ingen aldersgrupper"},
    {"an age group ends before it starts, or isn't within 0 and 105+",
     "en aldersgruppe slutter før den begynner, eller går utenfor 0 til 105+"},
    {"age groups must follow one another without holes or overlap",
     "aldersgruppene må følge etter hverandre uten hull eller overlapp"},
    {"age groups must start at age 0", "aldersgruppene må begynne med alder 0"},
    {"the last age group must be open", "den siste aldersgruppen må være åpen, som 100+"},
    {"death rates need age 0 as a group of its own", "dødsratene må ha alder 0 som egen gruppe"},
    {"the open age group needs a death rate above 0", "den åpne aldersgruppen må ha en dødsrate over 0"},
    {"fertility rates need closed age groups", "fruktbarhetsratene må ha lukkede aldersgrupper"},
    {"people must have 106 single ages, none negative", "folketallet må ha 106 ettårige aldre, ingen negative"},
    {"net moves must have 106 single ages", "flyttingene må ha 106 ettårige aldre"},
    {"The death rate at age * has to be a number that is not negative, not *",
     "dødsraten ved alder * må være et tall som ikke er negativt, ikke *"},
    {"A life table needs 106 death rates, for ages 0 to 105+, not *",
     "en dødelighetstabell må ha 106 dødsrater, for alder 0 til 105+, ikke *"},
    {"Nobody dies at 105 and over: the life expectancy has no limit",
     "ingen dør ved 105 år og over: levealderen har ingen grense"},
    {"the death rate at age 0 leaves nobody alive", "dødsraten ved alder 0 lar ingen leve"},
    {"death rates must have 106 single ages", "dødsratene må ha 106 ettårige aldre"},
    {"a death rate must be a number, 0 or more", "en dødsrate må være et tall, 0 eller mer"},
    {"without deaths in the oldest class its people would never die",
     "uten døde i den eldste gruppen ville ingen der noen gang dø"},
    {"A life expectancy of * years can't be reached with this decline: it takes the mean of both sexes from * to *",
     "en levealder på * år kan ikke nås med denne nedgangen, som gir et snitt for begge kjønn fra * til *"},
    {"*: A life expectancy of * years can't be reached with this decline: it takes the mean of both sexes from * to *",
     "*: en levealder på * år kan ikke nås med denne nedgangen, som gir et snitt for begge kjønn fra * til *"},
    {"Targets of life expectancy have to ascend in year and lie after the base period: *",
     "årene for levealder må stige og ligge etter grunnlagsperioden: *"},
    {"The annual decline at age * has to be at least 0 and below 0.5, not *",
     "den årlige nedgangen ved alder * må være minst 0 og under 0.5, ikke *"},
    {"Death rates and their decline need 106 ages, 0 to 105+", "dødsrater og nedgang må ha 106 aldre, 0 til 105+"},
    {"The base time is no number", "grunnlagstidspunktet er ikke noe tall"},
    {"There is no target of life expectancy to scale to", "det er ingen levealder å nå"},
    {"The last year lies before the first", "det siste året er før det første"},
    {"No base death rates: none of the * died at * in the base period",
     "ingen dødsrater: blant * døde ingen ved * i grunnlagsperioden"},
    {"The old-age curve needs death rates that rise from 85 to 99; those of the * don't: pool more years or a larger "
     "population",
     "dødsratene må stige fra 85 til 99 år, og for * gjør de det ikke: ta med flere år eller en større befolkning"},
    {"Deaths and person-years have to be numbers that are not negative: *",
     "døde og personår må være tall som ikke er negative: *"},
    {"Deaths where nobody lived: *", "døde der ingen levde: *"},
    {"Deaths and person-years have to be of the same years, and of one at least",
     "døde og personår må være fra de samme årene, og fra minst ett"},
    {"Deaths and person-years need 106 ages, 0 to 105+: *", "døde og personår må ha 106 aldre, 0 til 105+: *"},
    {"The base period * to * is not within the years of the deaths",
     "grunnlagsperioden * til * er ikke blant årene i tabellen over døde"},
    {"Lee–Carter: the years to fit are not all among the years of the deaths",
     "årene som trenden tilpasses, er ikke alle i tabellen over døde"},
    {"Lee–Carter: a trend and its spread need three fitted years at least",
     "en trend og spredningen rundt den krever minst tre år"},
    {"Lee–Carter: no age group has deaths enough", "ingen aldersgruppe har nok døde"},
    {"Lee–Carter: nobody died in one of the fitted years", "ingen døde i ett av årene som trenden tilpasses"},
    {"Lee–Carter: the death rates have no common trend, b can't be made to sum to 1",
     "dødsratene har ingen felles trend"},
    {"Lee–Carter: too few deaths for a k in *", "for få døde til å tilpasse en trend i *"},
    {"The drift of k needs three fitted years at least", "trenden krever minst tre år"},
    {"a destination share is negative", "en andel i flyttetabellen er negativ"},
    {"a row of the destination matrix doesn't sum to 1", "en rad i flyttetabellen blir ikke 1 til sammen"},
    {"destination shares don't sum to 1", "andelene i flyttetabellen blir ikke 1 til sammen"},
    {"a block of the destination matrix has impossible ages", "flyttetabellen har umulige aldre"},
    {"the destination matrix names an area that isn't there", "flyttetabellen nevner et område som ikke finnes"},
    {"the destination matrix must have every sex and age once",
     "flyttetabellen må ha hvert kjønn og hver alder én gang"},
    {"a migration table has a negative number", "en flyttetabell har et negativt tall"},
    {"more leave than there are", "flere flytter ut enn det er folk"},
    {"destination shares are missing", "andelene i flyttetabellen mangler"},
    {"the last year lies before the last observed", "det siste året er før det siste observerte"},
    {"an observed population has a negative number", "et observert folketall er negativt"},
    {"death and fertility rates must be given for every projected year",
     "døds- og fruktbarhetsrater må gis for hvert framskrevet år"},
    {"a death rate is negative", "en dødsrate er negativ"},
    {"a fertility rate is negative", "en fruktbarhetsrate er negativ"},
    {"the sex ratio at birth must be above 0", "gutter per jente ved fødselen må være over 0"},
    {"migration must be given once or for every projected year",
     "flytting må gis én gang eller for hvert framskrevet år"},
    {"another decline must be given for each of its ages",
     "en annen nedgang i dødelighet må gis for hver av aldrene sine"},
    {"ages of another decline don't ascend", "aldrene til en annen nedgang i dødelighet stiger ikke"},
    {"another decline must be given for every projected year",
     "en annen nedgang i dødelighet må gis for hvert framskrevet år"},
    {"another decline isn't age × sex", "en annen nedgang i dødelighet er ikke alder × kjønn"},
    {"another decline has a negative number", "en annen nedgang i dødelighet har et negativt tall"},
    {"a standard deviation is negative", "et standardavvik er negativt"},
    {"the memory must lie between -1 and 1", "immigration_memory må ligge mellom -1 og 1"},
    {"no three shocks have these correlations",
     "fertility_immigration_correlation og fertility_mortality_correlation kan ikke begge være så store"},
};

/// What stands for the stars of a pattern, in order; nothing if the text doesn't fit it.
std::optional<std::vector<std::string>> parts_between(std::string_view text, std::string_view pattern) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t star = pattern.find('*');
        const std::string_view before = pattern.substr(0, star);
        if (!text.starts_with(before)) return std::nullopt;
        text.remove_prefix(before.size());
        if (star == std::string_view::npos) return text.empty() ? std::optional(parts) : std::nullopt;
        pattern.remove_prefix(star + 1);
        const std::string_view next = pattern.substr(0, pattern.find('*'));
        const std::size_t end = next.empty() ? text.size() : text.find(next);
        if (end == std::string_view::npos) return std::nullopt;
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

/// The models' words for sexes and ages among the parts.
std::string norwegian(std::string part) {
    constexpr Saying words[] = {{"women", "kvinner"}, {"men", "menn"},    {"female", "kvinner"}, {"male", "menn"},
                                {"ages ", "alder "},  {"age ", "alder "}, {" to ", " til "}};
    for (const Saying& word : words) {
        const std::size_t at = part.find(word.en);
        if (at != std::string::npos) part.replace(at, word.en.size(), word.nb);
    }
    return part;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& parts) {
    std::string text(pattern);
    std::size_t from = 0;
    for (const std::string& part : parts) {
        const std::size_t star = text.find('*', from);
        if (star == std::string::npos) break;
        const std::string word = norwegian(part);
        text.replace(star, 1, word);
        from = star + word.size();
    }
    return text;
}

} // namespace

Text model_text(const std::string& what) {
    for (const Saying& saying : sayings) {
        if (const auto parts = parts_between(what, saying.en)) return {filled(saying.nb, *parts), what};
    }
    return {"tallene passer ikke sammen", what};
}

} // namespace framsyn::app
