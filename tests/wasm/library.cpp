// A library for JavaScript (library.mjs) with all that the engine's has: a global that is constructed, texts that
// come and go, memory that grows, an exception that is caught and one that isn't.
#include <cstddef>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

std::string& answer() {
    static std::string text;
    return text;
}

const std::vector<int> constructed{1, 2, 3};

std::string twice(const std::string& text) {
    if (text.empty()) throw std::invalid_argument("nothing to say twice");
    return text + text;
}

} // namespace

extern "C" {

[[clang::export_name("allocate")]] void* framsyn_test_allocate(std::size_t bytes) {
    return std::malloc(bytes);
}

[[clang::export_name("constructed")]] std::size_t framsyn_test_constructed() {
    return constructed.size();
}

[[clang::export_name("twice")]] int framsyn_test_twice(const char* text, std::size_t bytes) {
    try {
        answer() = twice({text, bytes});
        return 0;
    } catch (const std::exception& error) {
        answer() = error.what();
        return -1;
    }
}

[[clang::export_name("answer")]] const char* framsyn_test_answer() {
    return answer().data();
}

[[clang::export_name("answer_bytes")]] std::size_t framsyn_test_answer_bytes() {
    return answer().size();
}

[[clang::export_name("uncaught")]] void framsyn_test_uncaught() {
    throw std::runtime_error("to JavaScript");
}

} // extern "C"
