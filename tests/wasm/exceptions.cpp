// What app/browser/exceptions.cpp must do, as a command that says what failed and ends with 1.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <typeinfo>
#include <utility>
#include <vector>

namespace {

int failures = 0;

void check(bool holds, const char* what) {
    if (holds) return;
    std::printf("failed: %s\n", what);
    ++failures;
}

int alive = 0;

/// Counts those that live.
struct Counted {
    Counted() { ++alive; }
    Counted(const Counted&) { ++alive; }
    Counted(Counted&&) noexcept { ++alive; }
    Counted& operator=(const Counted&) = default;
    Counted& operator=(Counted&&) = default;
    ~Counted() { --alive; }
};

struct First {
    First() = default;
    First(const First&) = default;
    First& operator=(const First&) = default;
    virtual ~First() = default;
    int first = 1;
};
struct Second {
    Second() = default;
    Second(const Second&) = default;
    Second& operator=(const Second&) = default;
    virtual ~Second() = default;
    virtual int which() const { return 2; }
    int second = 2;
};
struct Both : First, Second {
    int which() const override { return 3; }
    int both = 3;
    Counted counted;
};
struct Shared : virtual Second {
    int shared = 4;
};
struct Private : private Second {};

template <class Action>
std::string caught_by(Action action) {
    try {
        action();
    } catch (int number) {
        return "int " + std::to_string(number);
    } catch (const std::string& text) {
        return "string " + text;
    } catch (const Second& second) {
        return "second " + std::to_string(second.second) + std::to_string(second.which());
    } catch (const std::logic_error& error) {
        return std::string("logic ") + error.what();
    } catch (const std::exception& error) {
        return std::string("exception ") + error.what();
    } catch (const char* text) {
        return std::string("text ") + text;
    } catch (...) {
        return "something";
    }
    return "nothing";
}

void which_handler() {
    check(caught_by([] {}) == "nothing", "nothing thrown");
    check(caught_by([] { throw 7; }) == "int 7", "an int");
    check(caught_by([] { throw 7L; }) == "something", "a long is no int");
    check(caught_by([] { throw std::string("abc"); }) == "string abc", "a std::string");
    check(caught_by([] { throw "abc"; }) == "text abc", "a pointer to const char");
    check(caught_by([] { throw Both(); }) == "second 23", "a base class at an offset");
    check(caught_by([] { throw Shared(); }) == "second 22", "a virtual base class");
    check(caught_by([] { throw Private(); }) == "something", "a private base class");
    check(caught_by([] { throw First(); }) == "something", "a class without a handler");
    check(caught_by([] { throw std::invalid_argument("x"); }) == "logic x", "a base class of the standard library");
    check(caught_by([] { throw std::runtime_error("y"); }) == "exception y", "the base class of all");
    check(caught_by([] { throw std::bad_alloc(); }).starts_with("exception "), "bad_alloc");
    check(alive == 0, "what was thrown is destroyed");
}

void by_value_and_pointer() {
    try {
        throw Both();
    } catch (Second second) { // NOLINT(misc-throw-by-value-catch-by-reference): that is what is tested
        check(second.second == 2 && second.which() == 2, "a base class by value is sliced from its offset");
    }
    try {
        throw Both();
    } catch (Both both) { // NOLINT(misc-throw-by-value-catch-by-reference)
        check(both.both == 3 && alive == 2, "by value is a copy");
    }
    check(alive == 0, "the copy is destroyed");
    Both here;
    try {
        throw &here;
    } catch (Second* second) {
        check(second == static_cast<Second*>(&here), "a pointer moves to the base class");
    }
    try {
        try {
            throw std::string("a");
        } catch (std::string& text) {
            text += "b";
            throw;
        }
    } catch (const std::string& text) {
        check(text == "ab", "a reference is the object itself");
    }
    try {
        throw nullptr;
    } catch (const First* none) {
        check(none == nullptr, "nullptr as a pointer");
    }
}

void thrown_on() {
    std::string steps;
    try {
        try {
            try {
                throw Both();
            } catch (const First& first) {
                steps += std::to_string(first.first);
                throw;
            }
        } catch (const Second& second) {
            steps += std::to_string(second.second);
            try {
                throw;
            } catch (const Both& both) {
                steps += std::to_string(both.both);
            }
            check(alive == 1, "still handled further out");
            throw;
        }
    } catch (...) {
        steps += "x";
    }
    check(steps == "123x", "thrown on through several types");
    check(alive == 0, "destroyed after the last handler");
}

void one_inside_the_other() {
    std::string steps;
    try {
        throw std::runtime_error("outer");
    } catch (const std::exception& outer) {
        try {
            Counted counted;
            throw std::logic_error("inner");
        } catch (const std::exception& inner) {
            steps += inner.what();
        }
        steps += outer.what();
    }
    check(steps == "innerouter", "an exception while another is handled");
    try {
        try {
            throw Both();
        } catch (const Both&) {
            throw std::logic_error("instead");
        }
    } catch (const std::logic_error& error) {
        check(error.what() == std::string("instead") && alive == 0, "a handler throws another one");
    }
    check(std::uncaught_exceptions() == 0, "none is in the air");
}

/// Its destructor throws and catches while an exception passes, and sees that one in the air.
struct Busy {
    Busy(std::string& steps) : steps_(steps) {}
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
    ~Busy() {
        steps_ += std::to_string(std::uncaught_exceptions());
        try {
            throw 5;
        } catch (int number) {
            steps_ += std::to_string(number);
        }
    }
    std::string& steps_;
};

struct FailsHalfway {
    FailsHalfway() { throw std::runtime_error("constructor"); }
    Counted first;
};

int from_function_block(std::string& steps) try {
    Busy busy(steps);
    throw Both();
} catch (const Both& both) {
    return both.both;
}

void cleanups() {
    std::string steps;
    check(from_function_block(steps) == 3, "a function that is one try block");
    check(steps == "15", "a destructor that throws and catches while an exception passes");
    check(caught_by([] { FailsHalfway(); }) == "exception constructor" && alive == 0, "members of what wasn't made");
    check(caught_by([] {
              std::vector<Counted> many(10);
              auto one = std::make_unique<Counted>();
              many.resize(20);
              throw 1;
          }) == "int 1" &&
              alive == 0,
          "locals are destroyed on the way");
    static int attempts = 0;
    const auto made_once = [] {
        static const int value = ++attempts < 2 ? throw 6 : 8;
        return value;
    };
    check(caught_by([&] { made_once(); }) == "int 6" && made_once() == 8, "a static whose first try failed");
}

[[gnu::noinline]] void deep(int levels) {
    Counted counted;
    if (levels == 0) throw Both();
    try {
        deep(levels - 1);
    } catch (const std::exception&) {
        check(false, "a handler of another type");
    }
}

void many() {
    int sum = 0;
    for (int i = 0; i < 5000; ++i) {
        try {
            if (i % 3 == 0) throw i;
            if (i % 3 == 1) throw std::runtime_error(std::string(200, 'x'));
            deep(10);
        } catch (int) {
            sum += 1;
        } catch (const std::exception& error) {
            sum += error.what()[199] == 'x' ? 10 : 0;
        } catch (const Second& second) {
            sum += second.which() == 3 ? 100 : 0;
        }
    }
    check(sum == 1667 + 10 * 1667 + 100 * 1666, "thousands, and each to its handler");
    check(alive == 0, "nothing lives on");
}

/// A refusal that is mended: the engine reads a value as TOML and, if that fails, as text.
int number_or_length(const std::string& text) {
    const auto parsed = [&]() -> int {
        if (text.find_first_not_of("0123456789") != std::string::npos) throw std::invalid_argument(text);
        int value = 0;
        for (const char digit : text) value = 10 * value + (digit - '0');
        return value;
    };
    try {
        return parsed();
    } catch (const std::invalid_argument& refused) {
        return -static_cast<int>(std::string(refused.what()).size());
    }
}

void mended() {
    int sum = 0;
    for (const char* text : {"12", "word", "30", "other"}) sum += number_or_length(text);
    check(sum == 33, "a handler mends and the work goes on");
}

void kept() {
    std::exception_ptr kept;
    try {
        throw Both();
    } catch (...) {
        kept = std::current_exception();
    }
    check(alive == 1, "kept beyond its handler");
    for (int i = 0; i < 2; ++i) {
        check(caught_by([&] { std::rethrow_exception(kept); }) == "second 23", "a kept exception is thrown again");
    }
    try {
        std::rethrow_exception(kept);
    } catch (const Both& outer) {
        check(caught_by([&] { std::rethrow_exception(kept); }) == "second 23" && outer.both == 3,
              "a kept exception while it is handled");
    }
    check(alive == 1, "still kept");
    kept = nullptr;
    check(alive == 0, "let go");
    check(std::current_exception() == nullptr, "none is handled");
}

} // namespace

int main() {
    which_handler();
    by_value_and_pointer();
    thrown_on();
    one_inside_the_other();
    cleanups();
    many();
    mended();
    kept();
    if (failures == 0) std::puts("exceptions: all as it should be");
    return failures == 0 ? 0 : 1;
}
