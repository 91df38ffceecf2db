#pragma once

#include "app/scenario/text/value.hpp"

#include "models/study/scenario/action.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framsyn::app {

/// What keys an [[action]] lacks for its kind, or has in vain, in words; nothing where all is as it should be. The entry has
/// passed the schema.
std::optional<Text> fault_in_action_keys(const Value& action);

/// Whether a kind of action must say whose patients it is about, may, or can't.
enum class Whose { must, may, not_at_all };

/// The keys that a kind takes beside those of all kinds.
struct ActionForm {
    study::ActionKind kind;
    std::vector<std::string_view> needed;
    std::vector<std::string_view> may;
    Whose whose;
    std::string example; ///< lines to copy
};
const std::vector<ActionForm>& action_forms();
/// Keys that every kind takes.
std::vector<std::string_view> common_action_keys();

} // namespace framsyn::app
