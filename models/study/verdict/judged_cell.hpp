#pragma once

#include "models/study/verdict/level_draws.hpp"
#include "models/study/verdict/shortages.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace framsyn::study {

/// A cell and year, judged on what each draw needs there.
struct OfYear {
    Verdict verdict;
    Shortages mild, severe; ///< the same where the level is known
};

/// A trust's cell, judged year by year.
class OneCell {
  public:
    OneCell(const Judged& judged, std::size_t cell) : judged_(judged), cell_(judged.need[cell].cell), index_(cell) {}
    virtual ~OneCell() = default;
    virtual OfYear at(std::size_t t) const = 0;

  protected:
    const Judged& judged() const { return judged_; }
    const Cell& cell() const { return cell_; }
    std::size_t index() const { return index_; } ///< of the study's need
    int year(std::size_t t) const { return judged_.scenario.base_year + static_cast<int>(t); }
    double capacity(std::size_t t) const { return *mean_capacity(judged_.plan, cell_, year(t)); }
    std::size_t draws() const { return judged_.draws.block.count; }

  private:
    const Judged& judged_;
    const Cell& cell_;
    std::size_t index_;
};

/// A part of an open group: at its ends where its level is open, as it is where it is known.
struct Part {
    ServiceId service;
    std::optional<BaseLevel> level;
    const LevelDraws* draws = nullptr;
    const CellNeed* need = nullptr;
};

/// A cell whose level is known.
std::unique_ptr<OneCell> known_cell(const Judged& judged, std::size_t cell);
/// One service of a trust, whose level isn't known.
std::unique_ptr<OneCell> open_cell(const Judged& judged, std::size_t cell, BaseLevel level, const LevelDraws& draws);
/// A group whose own sum isn't counted: every part at its mild, or at its severe end.
std::unique_ptr<OneCell> open_group(const Judged& judged, std::size_t cell, std::vector<Part> parts);

} // namespace framsyn::study
