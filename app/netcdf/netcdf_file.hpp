#pragma once

#include "app/ground/disk/unfinished.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace framsyn::app {

/// A NetCDF-4 file in the making: it grows beside its place and takes it when it is finished, or not at all. The same calls
/// make the same bytes with the same libraries. Every call but finish() throws Failure where the library can't do it.
/// Dimensions and variables are numbers that the calls give.
class NetcdfFile {
  public:
    explicit NetcdfFile(const std::string& path);
    NetcdfFile(const NetcdfFile&) = delete;
    NetcdfFile(NetcdfFile&&) = delete;
    NetcdfFile& operator=(const NetcdfFile&) = delete;
    NetcdfFile& operator=(NetcdfFile&&) = delete;
    ~NetcdfFile();

    int dimension(const std::string& name, std::size_t length);

    enum class Type { real, whole, byte, text };
    int variable(const std::string& name, Type type, const std::vector<int>& dimensions);
    /// A real variable that is compressed in blocks of this shape; what is never written is NaN.
    int compressed(const std::string& name, const std::vector<int>& dimensions, const std::vector<std::size_t>& block);

    static constexpr int global = -1;
    void attribute(int variable, const std::string& name, const std::string& text);
    void attribute(int variable, const std::string& name, const std::vector<signed char>& numbers);

    /// From here on values may be written, and nothing new be named.
    void begin_values();
    /// `count` values from `start` on, in each dimension.
    void put(int variable, const std::vector<std::size_t>& start, const std::vector<std::size_t>& count,
             const double* values);
    void put(int variable, std::size_t start, const std::vector<std::int64_t>& values);
    void put(int variable, std::size_t start, const std::vector<signed char>& values);
    void put(int variable, std::size_t start, const std::vector<std::string>& values);

    /// Throws Failure, and WriteFailed.
    void finish();

  private:
    void must(int status) const;

    std::string path_, partial_;
    int file_ = -1;
    Unfinished presence_;
};

/// A name as NetCDF and its readers like it: letters, digits and underscores.
std::string netcdf_name(const std::string& name);

} // namespace framsyn::app
