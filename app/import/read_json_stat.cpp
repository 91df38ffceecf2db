#include "app/import/read_json_stat.hpp"

#include "app/ground/encoding.hpp"
#include "app/ground/found_text.hpp"
#include "app/import/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace framsyn::app {
namespace {

using nlohmann::json;

std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// One variable of the dataset, its categories in the order of the numbers.
struct Dimension {
    std::string name; ///< as messages say it: the code
    std::optional<Axis> axis;
    std::vector<Category> categories;
};

/// Takes a JSON-stat2 dataset apart. Whatever is wrong with its form ends the reading with a message.
class JsonStatReader {
  public:
    JsonStatReader(const json& dataset, const std::string& file) : dataset_(dataset) { table_.file = file; }

    StatbankTable read() && {
        check_class();
        find_number();
        read_dimensions();
        read_values();
        return std::move(table_);
    }

  private:
    [[noreturn]] void refuse(const std::string& nb, const std::string& en) const {
        throw BadInput({table_.file, 0, 0}, {nb, en});
    }

    void check_class() const {
        if (!dataset_.is_object())
            refuse("er ikke JSON-stat2: ventet ett objekt", "is not JSON-stat2: expected one object");
        const std::string kind = text_of(dataset_, "class");
        if (kind == "collection") {
            refuse("er en samling av tabeller; ventet én tabell (class «dataset»)",
                   "is a collection of tables; expected one table (class \"dataset\")");
        }
        if (kind != "dataset") {
            refuse("er ikke JSON-stat2 (class «dataset» mangler); last ned på nytt med formatet JSON-stat2",
                   "is not JSON-stat2 (class \"dataset\" is missing); download it again as JSON-stat2");
        }
    }

    /// In the title, or where PxWeb keeps the table's number.
    void find_number() {
        table_.number = table_number_in(text_of(dataset_, "label"));
        table_.number_at = {table_.file, 0, 0};
        if (!table_.number.empty()) return;
        const json& px = member(member(dataset_, "extension"), "px");
        const std::string id = text_of(px, "tableid");
        if (id.size() == 5 && all_digits(id)) table_.number = id;
    }

    static const json& member(const json& object, const char* key) {
        static const json nothing = json::object();
        const auto found = object.find(key);
        return found != object.end() && found->is_object() ? *found : nothing;
    }

    void read_dimensions() {
        const auto ids = dataset_.find("id");
        const auto sizes = dataset_.find("size");
        if (ids == dataset_.end() || !ids->is_array() || sizes == dataset_.end() || !sizes->is_array() ||
            ids->size() != sizes->size())
            refuse("id og size må være like lange lister", "id and size must be lists of one length");
        for (std::size_t i = 0; i < ids->size(); ++i) {
            if (!(*ids)[i].is_string()) refuse("id må være en liste av navn", "id must be a list of names");
            dimensions_.push_back(dimension((*ids)[i].get<std::string>()));
            const json& size = (*sizes)[i];
            if (!size.is_number_unsigned() || size.get<std::uint64_t>() != dimensions_.back().categories.size()) {
                refuse(fmt::format("{}: size er {}, men variabelen har {} verdier", shown(dimensions_.back().name),
                                   shown(size.dump()), dimensions_.back().categories.size()),
                       fmt::format("{}: size is {}, but the variable has {} values", shown(dimensions_.back().name),
                                   shown(size.dump()), dimensions_.back().categories.size()));
            }
            keep(dimensions_.back());
        }
    }

    Dimension dimension(const std::string& id) const {
        const json& all = member(dataset_, "dimension");
        const json& one = member(all, id.c_str());
        Dimension found{id, axis_named(id), categories(member(one, "category"), id)};
        if (!found.axis) found.axis = axis_named(text_of(one, "label"));
        return found;
    }

    /// index: a list of codes, or an object code → place; a single value needs none, only its label.
    std::vector<Category> categories(const json& category, const std::string& id) const {
        const json& labels = member(category, "label");
        std::vector<Category> found;
        const auto index = category.find("index");
        const auto add = [&](const std::string& code) {
            const std::string label = text_of(labels, code.c_str());
            found.push_back({code, label.empty() ? code : trimmed(label)});
        };
        if (index == category.end()) {
            for (const auto& label : labels.items()) add(label.key());
            if (found.size() > 1) refuse(shown(id) + ": index mangler", shown(id) + ": index is missing");
        } else if (index->is_array()) {
            for (const json& code : *index) {
                if (!code.is_string()) refuse(shown(id) + ": index må ha koder", shown(id) + ": index must hold codes");
                add(code.get<std::string>());
            }
        } else if (index->is_object()) {
            std::vector<std::string> codes(index->size());
            std::vector<bool> taken(index->size());
            for (const auto& entry : index->items()) {
                const json& place = entry.value();
                const bool sound = place.is_number_unsigned() && place.get<std::uint64_t>() < codes.size() &&
                                   !taken[place.get<std::size_t>()];
                if (!sound) {
                    refuse(
                        fmt::format("{}: plassen til «{}» er {}", shown(id), shown(entry.key()), shown(place.dump())),
                        fmt::format(R"({}: the place of "{}" is {})", shown(id), shown(entry.key()),
                                    shown(place.dump())));
                }
                codes[place.get<std::size_t>()] = entry.key();
                taken[place.get<std::size_t>()] = true;
            }
            for (const std::string& code : codes) add(code);
        }
        if (found.empty()) refuse(shown(id) + ": ingen verdier i category", shown(id) + ": no values in category");
        return found;
    }

    void keep(const Dimension& dimension) {
        if (!dimension.axis) {
            if (dimension.categories.size() == 1) return;
            refuse(fmt::format("ukjent variabel «{}»; velg den bort i statistikkbanken", shown(dimension.name)),
                   fmt::format("unknown variable \"{}\"; leave it out in the StatBank", shown(dimension.name)));
        }
        const auto axis = static_cast<std::size_t>(*dimension.axis);
        if (!table_.names[axis].empty()) {
            refuse(fmt::format("variablene «{}» og «{}» betyr det samme", shown(table_.names[axis]),
                               shown(dimension.name)),
                   fmt::format(R"(the variables "{}" and "{}" mean the same)", shown(table_.names[axis]),
                               shown(dimension.name)));
        }
        table_.names[axis] = shown(dimension.name);
        table_.categories[axis] = dimension.categories;
    }

    void read_values() {
        std::uint64_t cells = 1;
        for (const Dimension& dimension : dimensions_) {
            if (cells > std::numeric_limits<std::uint64_t>::max() / dimension.categories.size())
                refuse("tabellen er for stor", "the table is too large");
            cells *= dimension.categories.size();
        }
        const auto values = dataset_.find("value");
        if (values != dataset_.end() && values->is_array()) {
            if (values->size() != cells) {
                refuse(fmt::format("value har {} tall; variablene gir {}", values->size(), cells),
                       fmt::format("value has {} numbers; the variables make {}", values->size(), cells));
            }
            for (std::size_t i = 0; i < values->size(); ++i) add_value(i, (*values)[i]);
        } else if (values != dataset_.end() && values->is_object()) {
            read_sparse(*values, cells);
        } else {
            refuse("value mangler", "value is missing");
        }
    }

    /// Places that a sparse list leaves out are missing cells, as nulls are.
    void read_sparse(const json& values, std::uint64_t cells) {
        std::vector<std::pair<std::uint64_t, const json*>> ordered;
        for (const auto& entry : values.items()) {
            const std::string& key = entry.key();
            std::uint64_t place = 0;
            const auto [rest, error] = std::from_chars(key.data(), key.data() + key.size(), place);
            if (error != std::errc() || rest != key.data() + key.size() || place >= cells) {
                refuse(fmt::format("value: «{}» er ikke en plass i tabellen", shown(key)),
                       fmt::format(R"(value: "{}" is not a place in the table)", shown(key)));
            }
            ordered.emplace_back(place, &entry.value());
        }
        std::sort(ordered.begin(), ordered.end());
        for (const auto& [place, value] : ordered) add_value(place, *value);
    }

    void add_value(std::uint64_t place, const json& value) {
        constexpr double largest_exact = 9007199254740992.0;
        Observation observation;
        std::uint64_t rest = place;
        for (std::size_t i = dimensions_.size(); i-- > 0;) {
            const std::size_t size = dimensions_[i].categories.size();
            if (dimensions_[i].axis)
                observation.category[static_cast<std::size_t>(*dimensions_[i].axis)] =
                    static_cast<std::uint32_t>(rest % size);
            rest /= size;
        }
        const double number = value.is_number() ? value.get<double>() : 0.5;
        if (std::abs(number) < largest_exact && number == std::floor(number)) {
            observation.value = static_cast<std::int64_t>(number);
        } else {
            bool is_new = false;
            const std::string shown = value.is_null() ? symbol(place) : value.dump();
            observation.odd = static_cast<int>(odd_.of(shown, is_new));
            if (is_new) table_.odd.push_back(shown);
        }
        table_.observations.push_back(observation);
    }

    /// SSB's symbol for why there is no number, where the file has one.
    std::string symbol(std::uint64_t place) const {
        const auto status = dataset_.find("status");
        if (status == dataset_.end()) return "null";
        if (status->is_object()) {
            const std::string found = text_of(*status, std::to_string(place).c_str());
            return found.empty() ? "null" : found;
        }
        if (status->is_array() && place < status->size() && (*status)[static_cast<std::size_t>(place)].is_string())
            return (*status)[static_cast<std::size_t>(place)].get<std::string>();
        return "null";
    }

    const json& dataset_;
    StatbankTable table_;
    std::vector<Dimension> dimensions_;
    Numbering odd_;
};

/// Line and column of a byte of the text, counted from 1.
Position position_of(const std::string& text, std::size_t byte, const std::string& file) {
    Position at{file, 1, 1};
    for (std::size_t i = 0; i + 1 < std::min(byte, text.size()); ++i) {
        if (text[i] == '\n') {
            ++at.line;
            at.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
            ++at.column;
        }
    }
    return at;
}

} // namespace

StatbankTable read_json_stat(const std::string& bytes, const std::string& file, Problems& problems) {
    const std::string text = is_utf8(bytes) ? bytes : from_windows_1252(bytes);
    try {
        const json dataset = json::parse(text);
        return JsonStatReader(dataset, file).read();
    } catch (const json::parse_error& error) {
        problems.add(position_of(text, error.byte, file),
                     {"ikke gyldig JSON her; er filen hel?", "not valid JSON here; is the file whole?"});
    } catch (const json::out_of_range&) { // a number beyond what a double holds
        problems.add({file, 0, 0}, {"har et tall som er for stort", "has a number that is too large"});
    } catch (const BadInput& refused) {
        problems.add_all(refused.problems());
    }
    StatbankTable nothing;
    nothing.file = file;
    return nothing;
}

} // namespace framsyn::app
