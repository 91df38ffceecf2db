#include "app/netcdf/netcdf_file.hpp"

#include "app/ground/disk/write_failed.hpp"
#include "app/ground/failure.hpp"

#include <fmt/format.h>

#include <netcdf.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <limits>
#include <utility>

namespace framsyn::app {
namespace {

nc_type type_of(NetcdfFile::Type type) {
    switch (type) {
    case NetcdfFile::Type::real:
        return NC_DOUBLE;
    case NetcdfFile::Type::whole:
        return NC_INT64;
    case NetcdfFile::Type::byte:
        return NC_BYTE;
    case NetcdfFile::Type::text:
        return NC_STRING;
    }
    return NC_DOUBLE;
}

} // namespace

NetcdfFile::NetcdfFile(const std::string& path)
    : path_(path), partial_(fmt::format("{}.partial-{}", path, ::getpid())),
      presence_([partial = partial_] { ::unlink(partial.c_str()); }) {
    must(::nc_create(partial_.c_str(), NC_NETCDF4 | NC_CLOBBER, &file_));
}

NetcdfFile::~NetcdfFile() {
    if (file_ >= 0) ::nc_abort(file_);
}

void NetcdfFile::must(int status) const {
    if (status == NC_NOERR) return;
    if (status > 0) throw WriteFailed(path_, status);
    throw Failure(path_, {fmt::format("kan ikke skrives ({}); er disken full?", ::nc_strerror(status)),
                          fmt::format("can't be written ({}); is the disk full?", ::nc_strerror(status))});
}

int NetcdfFile::dimension(const std::string& name, std::size_t length) {
    int made = 0;
    must(::nc_def_dim(file_, name.c_str(), length, &made));
    return made;
}

int NetcdfFile::variable(const std::string& name, Type type, const std::vector<int>& dimensions) {
    int made = 0;
    must(::nc_def_var(file_, name.c_str(), type_of(type), static_cast<int>(dimensions.size()), dimensions.data(),
                      &made));
    return made;
}

int NetcdfFile::compressed(const std::string& name, const std::vector<int>& dimensions,
                           const std::vector<std::size_t>& block) {
    const int made = variable(name, Type::real, dimensions);
    const double none = std::numeric_limits<double>::quiet_NaN();
    must(::nc_def_var_fill(file_, made, NC_FILL, &none));
    must(::nc_def_var_chunking(file_, made, NC_CHUNKED, block.data()));
    must(::nc_def_var_deflate(file_, made, 1, 1, 1));
    return made;
}

void NetcdfFile::attribute(int variable, const std::string& name, const std::string& text) {
    must(::nc_put_att_text(file_, variable == global ? NC_GLOBAL : variable, name.c_str(), text.size(), text.data()));
}

void NetcdfFile::attribute(int variable, const std::string& name, const std::vector<signed char>& numbers) {
    must(::nc_put_att_schar(file_, variable, name.c_str(), NC_BYTE, numbers.size(), numbers.data()));
}

void NetcdfFile::begin_values() {
    must(::nc_enddef(file_));
}

void NetcdfFile::put(int variable, const std::vector<std::size_t>& start, const std::vector<std::size_t>& count,
                     const double* values) {
    must(::nc_put_vara_double(file_, variable, start.data(), count.data(), values));
}

void NetcdfFile::put(int variable, std::size_t start, const std::vector<std::int64_t>& values) {
    const std::size_t count = values.size();
    const std::vector<long long> copy(values.begin(), values.end());
    must(::nc_put_vara_longlong(file_, variable, &start, &count, copy.data()));
}

void NetcdfFile::put(int variable, std::size_t start, const std::vector<signed char>& values) {
    const std::size_t count = values.size();
    must(::nc_put_vara_schar(file_, variable, &start, &count, values.data()));
}

void NetcdfFile::put(int variable, std::size_t start, const std::vector<std::string>& values) {
    const std::size_t count = values.size();
    std::vector<const char*> texts;
    for (const std::string& value : values) texts.push_back(value.c_str());
    must(::nc_put_vara_string(file_, variable, &start, &count, texts.data()));
}

void NetcdfFile::finish() {
    must(::nc_close(std::exchange(file_, -1)));
    const auto still = nothing_undone();
    if (::rename(partial_.c_str(), path_.c_str()) != 0) throw WriteFailed(path_, errno);
    presence_.done();
}

std::string netcdf_name(const std::string& name) {
    std::string out;
    for (const char letter : name) {
        const bool plain =
            (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
        out += plain ? letter : '_';
    }
    return out;
}

} // namespace framsyn::app
