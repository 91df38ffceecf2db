#include "app/spreadsheet/zip_parts.hpp"

#include <fmt/format.h>

#include <zip.h>

#include <cstdint>
#include <memory>
#include <string_view>

namespace framsyn::app {
namespace {

constexpr std::uint64_t largest_part = 64U << 20U;
constexpr std::uint64_t largest_sum = 128U << 20U;
constexpr std::int64_t most_parts = 1000;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* part) const { zip_fclose(part); }
};

/// What a file is that is no workbook of this kind, by its first bytes.
std::optional<Text> other_kind(std::string_view bytes) {
    if (bytes.empty()) return Text{"er tom", "is empty"};
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return Text{"er et regneark av gammel type (.xls) eller med passord; lagre det som .xlsx uten passord",
                    "is a workbook of the old kind (.xls) or with a password; save it as .xlsx without one"};
    }
    if (!bytes.starts_with("PK"))
        return Text{"er ikke et regneark (.xlsx); lagre det som Excel-arbeidsbok",
                    "is no workbook (.xlsx); save it as an Excel workbook"};
    return std::nullopt;
}

} // namespace

ZipParts::ZipParts(const std::string& bytes, const std::string& file, Problems& problems) {
    if (const std::optional<Text> other = other_kind(bytes)) {
        problems.add({file, 0, 0}, *other);
        return;
    }
    const Text damaged{"er skadet: det lar seg ikke pakke ut", "is damaged: it can't be unpacked"};
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    std::unique_ptr<zip_t, Discard> archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
    zip_error_fini(&error);
    if (!archive) {
        if (source) zip_source_free(source);
        problems.add({file, 0, 0}, damaged);
        return;
    }
    const std::int64_t entries = zip_get_num_entries(archive.get(), 0);
    std::uint64_t sum = 0;
    for (std::int64_t i = 0; i < entries && i < most_parts; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0 || !stat.name) continue;
        const std::string name = stat.name;
        if (!name.ends_with(".xml") && !name.ends_with(".rels") && name != "mimetype")
            continue; // pictures and the like
        sum += stat.size;
        if (stat.size > largest_part || sum > largest_sum) {
            problems.add({file, 0, 0}, {"er for stort til å være et utfylt scenario", "is too large to be a scenario"});
            return;
        }
        std::unique_ptr<zip_file_t, Discard> part(zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0));
        std::string content(static_cast<std::size_t>(stat.size), '\0');
        const bool is_read =
            part && zip_fread(part.get(), content.data(), content.size()) == static_cast<zip_int64_t>(content.size());
        if (!is_read) {
            problems.add({file, 0, 0}, damaged);
            return;
        }
        parts_[name] = std::move(content);
    }
    const std::string* kind = find("mimetype");
    if (kind && kind->find("opendocument") != std::string::npos) {
        problems.add({file, 0, 0}, {"er et OpenDocument-ark (.ods); lagre det som Excel-arbeidsbok (.xlsx)",
                                    "is an OpenDocument sheet (.ods); save it as an Excel workbook (.xlsx)"});
    } else if (!find("xl/workbook.xml") && problems.empty()) {
        problems.add({file, 0, 0}, {"er ikke et regneark (.xlsx)", "is no workbook (.xlsx)"});
    }
}

const std::string* ZipParts::find(const std::string& name) const {
    const auto found = parts_.find(name);
    return found == parts_.end() ? nullptr : &found->second;
}

} // namespace framsyn::app
