#include "app/command/page/page_file.hpp"

#include "app/command/process/charts.hpp"
#include "app/command/process/progress.hpp"
#include "app/ground/disk/files.hpp"
#include "app/ground/disk/sha256.hpp"
#include "app/ground/disk/system_text.hpp"
#include "app/ground/disk/unfinished.hpp"
#include "app/tables/result_tables.hpp"
#include "models/study/study.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// So many draws of the base are computed again where the page is opened.
constexpr std::size_t check_draws = 20;

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
        Json told = Json::array();
        for (std::size_t i = 0; i < regions.size(); ++i) told.push_back(region_json(regions[i], i));
        write_file((work_ / "page.json").string(), Json{{"check_draws", check_draws}, {"regions", told}}.dump(2));
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

    Json region_json(const Region& region, std::size_t number) const {
        const fs::path folder = work_ / std::to_string(number);
        Json files = Json::object();
        for (const auto& [name, text] : region.texts) {
            const fs::path path = folder / "texts" / name;
            fs::create_directories(path.parent_path());
            write_file(path.string(), text);
            files[name] = path.string();
        }
        const std::string root = (folder / "texts" / region.root).string();
        const WrittenScenario scenario = read_scenario(DiskFiles(), root);
        const std::string results = (folder / "results").string();
        request_.run(root, results, scenario.has_services());
        return {{"root", region.root},
                {"files", files},
                {"results", results},
                {"services", scenario.has_services()},
                {"hashes", hashes_of(scenario)}};
    }

    /// Of tables in a few draws, as they are here.
    static Json hashes_of(const WrittenScenario& scenario) {
        const study::Study study = study::run_study(scenario, {{0, check_draws}, {}, study::People::kept});
        Json hashes = Json::object();
        const auto names = scenario.has_services() ? std::vector<std::string>{"need.csv", "gap.csv"}
                                                   : std::vector<std::string>{"population.csv"};
        for (const std::string& name : names) hashes[name] = sha256(result_table(name, scenario, study, false).text());
        return hashes;
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
