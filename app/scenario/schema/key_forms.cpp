#include "app/scenario/schema/key_forms.hpp"

#include <limits>
#include <utility>

namespace framsyn::app::keys {
namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

} // namespace

Key text(std::string name, std::string help, bool required) {
    return {std::move(name), Kind::text, required, std::move(help)};
}

Key prose(std::string name, std::string help, bool required) {
    Key key = text(std::move(name), std::move(help), required);
    key.longest = longest_prose;
    return key;
}

Key title(std::string name, std::string help) {
    Key key = text(std::move(name), std::move(help));
    key.longest = longest_title;
    return key;
}

Key date(std::string name, std::string help) {
    return {std::move(name), Kind::date, true, std::move(help)};
}

Key flag(std::string name, std::string help) {
    return {std::move(name), Kind::flag, true, std::move(help)};
}

Key integer(std::string name, double min, double max, std::string help) {
    return {std::move(name), Kind::integer, true, std::move(help), Measured::none, min, max};
}

Key choice(std::string name, std::vector<std::string> choices, std::string help, bool required) {
    return {std::move(name), Kind::choice, required,  std::move(help),
            Measured::none,  -unbounded,   unbounded, std::move(choices)};
}

Key reference(std::string name, std::vector<std::string> lists, std::string help, bool required,
              std::vector<std::string> also) {
    return {std::move(name), Kind::reference, required,        std::move(help), Measured::none,
            -unbounded,      unbounded,       std::move(also), std::move(lists)};
}

Key references(std::string name, std::vector<std::string> lists, std::string help) {
    Key key = reference(std::move(name), std::move(lists), std::move(help));
    key.kind = Kind::references;
    return key;
}

Key quantity(std::string name, Measured unit, double min, double max, std::string help, bool required) {
    return {std::move(name), Kind::quantity, required, std::move(help), unit, min, max};
}

Key optional(Key key) {
    key.required = false;
    return key;
}

Key trusts(std::string name, std::vector<std::string> also, std::string help) {
    Key key = optional(references(std::move(name), {"trust"}, std::move(help)));
    key.choices = std::move(also);
    return key;
}

Key id() {
    return text("id", "Name of the entry; part of every address.");
}

} // namespace framsyn::app::keys
