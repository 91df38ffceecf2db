#pragma once

#include "app/ground/problems.hpp"
#include "models/values/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace framsyn::app {

struct Value;

/// A named member of a table; the key has a position of its own.
struct Member;

using Array = std::vector<Value>;
using Table = std::vector<Member>;

/// A node of a scenario file that knows where it stands. TOML's own tree forgets that when it is copied, and files
/// that extend others are merged from copies.
struct Value {
    std::variant<bool, std::int64_t, double, std::string, Date, Array, Table> data;
    Position at;

    template <class T>
    const T* as() const {
        return std::get_if<T>(&data);
    }
    /// The member of a table, or nullptr; nullptr for anything that isn't a table.
    const Value* find(const std::string& key) const;
    /// As text, the way a user would recognise it in a message.
    std::string printed() const;
};

struct Member {
    std::string key;
    Position at; ///< of the key
    Value value;
};

/// Parses TOML text. Throws BadInput with the parser's position.
Value parse_toml(const std::string& text, const std::string& file);

/// The scenario that `changes` makes of `base`: tables merge key by key, lists of tables by `id` (an entry with
/// `remove = true` is taken out), everything else is replaced. A number written as a table ({ value = … }) is one
/// value and is replaced whole.
Value merge(Value base, const Value& changes, Problems& problems);

/// Where a file on top, or the command line, says otherwise about these keys (all if none are named) of a section or of a
/// list's entry with this id than where the entry stands.
std::optional<Position> written_over(const Value& root, const std::string& list, const std::string& id,
                                     const std::vector<std::string>& keys = {});

/// The line to mend: that, else where the entry stands; where there is none the list, or the file.
Position place_of(const Value& root, const std::string& list, const std::string& id,
                  const std::vector<std::string>& keys = {});

/// Sets the value at an address `list.id.key` or `section.key`, where every part but the last must exist. `option` is what
/// the user wrote where it wasn't --set.
void set_value(Value& root, const std::string& address, const std::string& text, Problems& problems,
               const std::string& option = "");

} // namespace framsyn::app
