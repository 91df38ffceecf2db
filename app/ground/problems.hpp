#pragma once

#include "models/values/position.hpp"
#include "models/values/text.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace framsyn::app {

/// What is said of one problem. Line and column are 0 where it is of the whole file.
struct Complaint {
    std::string file;
    int line = 0, column = 0;
    std::string message;

    std::string printed() const; ///< `file:line:column: message`
};

/// Everything wrong with the input, collected so that a planner mends it in one round.
class Problems {
  public:
    /// Problems whose messages differ only in quoted texts, in words with digits or dots, are of one kind; `kind` says so
    /// where they differ in more.
    void add(const Position& at, Text message, std::string kind = "") {
        list_.push_back({at, std::move(message), std::move(kind)});
    }

    void add_all(const Problems& others) { list_.insert(list_.end(), others.list_.begin(), others.list_.end()); }

    bool empty() const { return list_.empty(); }
    std::size_t size() const { return list_.size(); }

    /// In order of file and line, each once. Of one kind in one file the first 20, and at the file's end how many there are
    /// more.
    std::vector<Complaint> complaints(Language language) const;
    /// The same as they are printed.
    std::vector<std::string> lines(Language language) const;

  private:
    struct Problem {
        Position at;
        Text message;
        std::string kind;
    };
    std::vector<Problem> list_;
};

/// Another place as a message at `at` names it: the line, with its file where that is another.
Text beside(const Position& other, const Position& at);

/// Ends a command with exit code 2: what the user gave can't be used.
class BadInput : public std::runtime_error {
  public:
    explicit BadInput(Problems problems) : std::runtime_error("bad input"), problems_(std::move(problems)) {}
    BadInput(const Position& at, Text message) : std::runtime_error("bad input") {
        problems_.add(at, std::move(message));
    }

    const Problems& problems() const { return problems_; }

  private:
    Problems problems_;
};

/// The candidate that a mistyped name most likely meant; empty if none is near (more than a third of it differs).
std::string nearest_name(const std::string& name, const std::vector<std::string>& candidates);

/// `, did you mean "x"?` in both languages, or nothing.
Text did_you_mean(const std::string& name, const std::vector<std::string>& candidates);

} // namespace framsyn::app
