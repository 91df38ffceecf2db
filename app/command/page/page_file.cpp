#include "app/command/page/page_file.hpp"

#include "app/command/page/carried_region.hpp"
#include "app/command/process/charts.hpp"
#include "app/command/process/progress.hpp"
#include "app/ground/disk/files.hpp"
#include "app/ground/disk/unfinished.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

/// A folder's scenarios with the root that they share.
struct Region {
    fs::path folder;
    std::string root; ///< its file in the folder
    std::map<std::string, std::string> texts;
};

/// Scenarios by region, in the order they were asked for.
class Regions {
  public:
    explicit Regions(const PageRequest& request) : request_(request) {}

    std::vector<Region> read() {
        for (const std::string& path : request_.scenarios) {
            try {
                add(path, read_scenario(DiskFiles(), path));
            } catch (const BadInput& bad) {
                problems_.add_all(bad.problems());
            }
        }
        for (Region& region : regions_) complete(region);
        if (!problems_.empty()) throw BadInput(problems_);
        return std::move(regions_);
    }

  private:
    void add(const std::string& path, const WrittenScenario& scenario) {
        const fs::path folder = fs::absolute(path).lexically_normal().parent_path();
        const std::string root = fs::path(scenario.root_file).filename().string();
        auto found = std::find_if(regions_.begin(), regions_.end(),
                                  [&](const Region& one) { return one.folder == folder && one.root == root; });
        if (found == regions_.end()) found = regions_.insert(regions_.end(), Region{folder, root, {}});
        for (const InputFile& file : scenario.files) found->texts.emplace(file.path, file.text);
    }

    /// The root with all of its tables, of which a what-if may have replaced some.
    void complete(Region& region) {
        try {
            const WrittenScenario root = read_scenario(DiskFiles(), (region.folder / region.root).string());
            for (const InputFile& file : root.files) region.texts.emplace(file.path, file.text);
        } catch (const BadInput& bad) {
            problems_.add_all(bad.problems());
        }
    }

    const PageRequest& request_;
    std::vector<Region> regions_;
    Problems problems_;
};

constexpr const char* begins_as = "<!DOCTYPE html>\n<html lang=\"nb\">\n<head>\n<meta charset=\"utf-8\">\n"
                                  "<meta http-equiv=\"Content-Security-Policy\"";

/// A page of an earlier time may be replaced, another file may not.
void must_be_ours(const PageRequest& request) {
    std::error_code ignored;
    const fs::path out(request.out);
    if (!fs::exists(out, ignored)) return;
    if (fs::is_directory(out, ignored))
        throw BadInput({request.out, 0, 0}, {"er en mappe; ventet en fil, som framsyn.html",
                                             "is a folder; expected a file, such as framsyn.html"});
    if (request.force || read_file(request.out, request.out).starts_with(begins_as)) return;
    throw BadInput({request.out, 0, 0},
                   {"finnes fra før og er ingen side fra framsyn; velg et annet navn, eller skriv over med --force",
                    "exists and is no page of framsyn; choose another name, or write over it with --force"});
}

class ThePage {
  public:
    explicit ThePage(const PageRequest& request)
        : request_(request), out_(fs::absolute(request.out).lexically_normal()),
          work_(out_.parent_path() / ("." + out_.filename().string() + ".framsyn-page")) {}

    void write() {
        must_be_ours(request_);
        const std::vector<Region> regions = Regions(request_).read();
        must_have_folder();
        std::error_code ignored;
        fs::remove_all(work_, ignored); // of one that was killed
        Unfinished guard(removal_of(work_));
        fs::create_directories(work_);
        ChartMaker maker("make_page.mjs",
                         {(work_ / "page.json").string(), page_parts().string(), (work_ / "page.html").string()});
        std::vector<CarriedRegion> told;
        for (std::size_t i = 0; i < regions.size(); ++i) told.push_back(carried(regions[i], i));
        write_page_description(work_ / "page.json", told);
        ProgressLine line(request_.language, request_.quiet);
        line.show(Text{"Siden", "The page"}.in(request_.language), 0, 0);
        maker.begin();
        maker.finish(request_.interrupted);
        const auto still = nothing_undone();
        fs::rename(work_ / "page.html", out_);
    }

  private:
    void must_have_folder() const {
        std::error_code ignored;
        if (fs::is_directory(out_.parent_path(), ignored)) return;
        throw BadInput({request_.out, 0, 0}, {fmt::format("mappen {} finnes ikke", out_.parent_path().string()),
                                              fmt::format("there is no folder {}", out_.parent_path().string())});
    }

    CarriedRegion carried(const Region& region, std::size_t number) const {
        const fs::path folder = work_ / std::to_string(number);
        CarriedRegion made = carried_region(region.root, region.texts, folder / "texts");
        made.results = folder / "results";
        request_.run((folder / "texts" / region.root).string(), made.results.string(), made.services);
        return made;
    }

    const PageRequest& request_;
    fs::path out_, work_;
};

} // namespace

void write_page(const PageRequest& request) {
    ThePage(request).write();
    if (request.quiet) return;
    const auto bytes = fs::file_size(request.out);
    fmt::print(fmt::runtime(request.language == Language::nb ? "Side: {} ({:.1f} MB)\n" : "Page: {} ({:.1f} MB)\n"),
               request.out, static_cast<double>(bytes) / 1e6);
}

} // namespace framsyn::app
