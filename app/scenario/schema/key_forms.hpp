#pragma once

#include "app/scenario/schema/scenario_sections.hpp"

#include <string>
#include <vector>

/// The forms that keys of a scenario have, each in a word, for the tables of sections.
namespace framsyn::app::keys {

Key text(std::string name, std::string help, bool required = true);
/// A text that may be a paragraph: a description, a note, a source.
Key prose(std::string name, std::string help, bool required = true);
/// A what-if without a title has its base's, and its own name behind.
Key title(std::string name, std::string help);
Key date(std::string name, std::string help);
Key flag(std::string name, std::string help);
Key integer(std::string name, double min, double max, std::string help);
Key choice(std::string name, std::vector<std::string> choices, std::string help, bool required = true);
/// The id of an entry of one of these lists, or one of the other words.
Key reference(std::string name, std::vector<std::string> lists, std::string help, bool required = true,
              std::vector<std::string> also = {});
Key references(std::string name, std::vector<std::string> lists, std::string help);
Key quantity(std::string name, Measured unit, double min, double max, std::string help, bool required = true);
Key optional(Key key);
/// Trusts, or some of the other words; may be left out.
Key trusts(std::string name, std::vector<std::string> also, std::string help);
Key id();

} // namespace framsyn::app::keys
