#include "app/ground/norwegian_words.hpp"

#include <array>
#include <string_view>

namespace framsyn::app {
namespace {

/// A Norwegian word, or how it begins, and what the format calls it. Where there are several, the one that fits is among
/// what may stand there.
struct Meaning {
    std::string_view begins, means;
};

constexpr auto meanings = std::to_array<Meaning>({
    {"steng", "close"},
    {"lukk", "close"},
    {"legg ned", "close"},
    {"nedlegg", "close"},
    {"åpn", "open"},
    {"opn", "open"},
    {"flytt", "move"},
    {"flytt", "treat-elsewhere"},
    {"utsett", "delay"},
    {"forsink", "delay"},
    {"liggetid", "stay"},
    {"opphold", "stay"},
    {"innleggelse", "admissions"},
    {"dagbehandling", "care-level"},
    {"poliklinikk", "care-level"},
    {"omsorgsnivå", "care-level"},
    {"kommune", "municipality"},
    {"behandle", "treat-elsewhere"},
    {"behandlet", "treated_at"},
    {"dom", "sentences"},
    {"bemann", "staffed"},
    {"beredskap", "surge"},
    {"åpen", "open-share"},
    {"åpen", "open_share"},
    {"utnyttelse", "utilisation"},
    {"risiko", "risk"},
    {"rute", "route"},
    {"plass", "beds"},
    {"seng", "beds"},
    {"antall", "beds"},
    {"dato", "date"},
    {"fra", "date"},
    {"fra", "from_year"},
    {"til", "to"},
    {"til", "until"},
    {"slutt", "until"},
    {"enhet", "unit"},
    {"avdeling", "unit"},
    {"tjeneste", "service"},
    {"foretak", "trust"},
    {"helseforetak", "trust"},
    {"sykehus", "trust"},
    {"bosatt", "residents_of"},
    {"prosent", "percent"},
    {"døgn", "days"},
    {"dager", "days"},
    {"andel", "share"},
    {"type", "kind"},
    {"navn", "name"},
    {"navn", "label"},
    {"sted", "site"},
    {"kilde", "source"},
    {"verdi", "value"},
    {"lav", "low"},
    {"høy", "high"},
    {"år", "year"},
    {"personer", "persons"},
    {"vedtatt", "decided"},
    {"planlagt", "planned"},
    {"mulig", "possible"},
    {"observert", "observed"},
    {"antatt", "assumed"},
    {"antakelse", "assumed"},
    {"beregnet", "derived"},
    {"publisert", "published"},
    {"utenfor", "outside"},
    {"hjem", "home"},
    {"alle", "region"},
});

} // namespace

std::vector<std::string> meant_by_norwegian(const std::string& word) {
    std::vector<std::string> meant;
    for (const Meaning& meaning : meanings) {
        if (word.starts_with(meaning.begins)) meant.emplace_back(meaning.means);
    }
    return meant;
}

} // namespace framsyn::app
