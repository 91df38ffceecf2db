#pragma once

#include <string>

namespace framsyn::use_backtest {

/// What is said beforehand of 2026, as CSV: trust, service, use (bed days over expected days, people as they come) with its
/// median and the ends of its 80 % band, a year's noise included; equal parts of *returning* and *walking* from 2025. Six
/// decimals. Statistics Norway's count of 2026 over expected days at the same rates is to be held against it.
std::string registered_2026(const std::string& table);

} // namespace framsyn::use_backtest
