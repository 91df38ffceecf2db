#include "app/command/process/interruption.hpp"

#include "app/ground/disk/unfinished.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <stdexcept>

namespace framsyn::app {
namespace {

constexpr int exit_code = 130;
/// How long a stage may take to see the flag, and what is then saved to be told of.
constexpr int grace_ms = 400;

std::atomic<bool> interrupted{false}; // set by the signal handler: the one thing that can't be passed as a value
std::array<int, 2> wake_up{-1, -1};   // from the handler, and from the end, to the thread that watches
constexpr std::array signals{SIGINT, SIGTERM, SIGHUP};

extern "C" void on_interrupt(int) {
    const int error = errno;
    interrupted.store(true);
    [[maybe_unused]] const ssize_t told = ::write(wake_up[1], "i", 1);
    errno = error;
}

/// The next word from the pipe: 'i' for a signal, 'e' for the end; 0 if none comes in time. Negative: waits for ever.
char next_word(int milliseconds) {
    pollfd pipe{wake_up[0], POLLIN, 0};
    int ready = 0;
    while ((ready = ::poll(&pipe, 1, milliseconds)) < 0 && errno == EINTR) {
    }
    char word = 0;
    if (ready > 0 && ::read(wake_up[0], &word, 1) != 1) word = 0;
    return word;
}

bool ends_within(int milliseconds) {
    for (char word = next_word(milliseconds); word != 0; word = next_word(milliseconds)) {
        if (word == 'e') return true;
    }
    return false;
}

void watch() {
    if (next_word(-1) == 'e' || ends_within(grace_ms)) return;
    if (!undo_all() && ends_within(grace_ms)) return; // it was about to end
    ::_exit(exit_code);
}

} // namespace

Interruption::Interruption() {
    if (::pipe2(wake_up.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    watch_ = std::thread(watch);
    for (const int signal : signals) {
        struct sigaction before{};
        ::sigaction(signal, nullptr, &before);
        if (signal == SIGHUP && before.sa_handler == SIG_IGN) continue; // nohup
        struct sigaction action{};
        action.sa_handler = on_interrupt;
        action.sa_flags = SA_RESTART;
        ::sigaction(signal, &action, nullptr);
    }
    std::signal(SIGPIPE, SIG_IGN); // a program that draws no longer is told of by its exit code
    std::signal(SIGXFSZ, SIG_IGN); // a file that becomes too large is told of where it is written
}

Interruption::~Interruption() {
    [[maybe_unused]] const ssize_t told = ::write(wake_up[1], "e", 1);
    watch_.join();
}

const std::atomic<bool>& Interruption::flag() {
    return interrupted;
}

} // namespace framsyn::app
