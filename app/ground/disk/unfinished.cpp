#include "app/ground/disk/unfinished.hpp"

#include <mutex>
#include <system_error>
#include <utility>

namespace framsyn::app {
namespace {

struct Unfinisheds {
    std::recursive_mutex lock;
    std::list<std::function<void()>> undos;
};

/// Never destroyed: the program may end while another thread undoes.
Unfinisheds& unfinisheds() {
    static Unfinisheds* const all = new Unfinisheds;
    return *all;
}

} // namespace

Unfinished::Unfinished(std::function<void()> undo) {
    const auto still = nothing_undone();
    std::list<std::function<void()>>& undos = unfinisheds().undos;
    place_ = undos.insert(undos.end(), std::move(undo));
}

Unfinished::~Unfinished() {
    undo();
}

void Unfinished::undo() {
    const auto still = nothing_undone();
    if (done_) return;
    const std::function<void()> undoing = *place_;
    done();
    undoing();
}

void Unfinished::done() {
    const auto still = nothing_undone();
    if (done_) return;
    done_ = true;
    unfinisheds().undos.erase(place_);
}

std::function<void()> removal_of(const std::filesystem::path& path) {
    return [path] {
        // Who writes there still may make a file after its folder has been read.
        constexpr int attempts = 20;
        std::error_code error;
        for (int i = 0; i < attempts; ++i) {
            std::filesystem::remove_all(path, error);
            if (!error) return;
        }
    };
}

std::unique_lock<std::recursive_mutex> nothing_undone() {
    return std::unique_lock(unfinisheds().lock);
}

bool undo_all() {
    auto still = nothing_undone();
    std::list<std::function<void()>>& undos = unfinisheds().undos;
    if (undos.empty()) return false;
    for (auto place = undos.end(); place != undos.begin();) {
        --place;
        const std::function<void()> undo = *place; // which may finish earlier ones, and so take them off the list
        undo();
    }
    static_cast<void>(still.release()); // held for ever
    return true;
}

} // namespace framsyn::app
