// C++ exceptions for the WebAssembly build. Debian's libc++abi for wasm32 is built without exceptions: __cxa_throw
// and what a catch calls are missing from it, so a program that throws doesn't link. The engine needs them: a catch
// mends several refusals (a --set value without quotes, one bad table among many), and the rest carry the messages to
// the user. What is here follows the Itanium C++ ABI, level 2 (exception handling), as clang uses it for
// -fwasm-exceptions.
//
// The division of labour: the engine of the browser unwinds the stack and runs the cleanups. A catch that names a
// type stops it and asks _Unwind_CallPersonality whether one of its types fits; if none does, the code of the catch
// throws on. Whether a type fits is asked of libc++abi, which is complete in that respect.
//
// Tied to clang 19 and its libc++abi by two layouts: the table behind __wasm_lpad_context and the virtual functions of
// libc++abi's type_info. tests/wasm/exceptions.cpp tests both. With a libc++abi that has exceptions this file goes.
//
// One thread only, and nothing here throws in its turn: no memory for an exception ends the program.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <new>
#include <typeinfo>

#include <cxxabi.h>

namespace {

/// On this processor's ABI a destructor returns its object. A call through any other type traps.
using Destructor = void* (*)(void*);

/// What stands before the object that was thrown; the object follows, so this is as strictly aligned as any object.
struct alignas(std::max_align_t) Thrown {
    const std::type_info* type = nullptr;
    Destructor destroy = nullptr;
    std::size_t owners = 0; ///< flights and std::exception_ptrs
};

/// The way of an exception from a throw to the end of the last handler. std::rethrow_exception starts another flight of
/// the same object, which may still be in the hands of the first one's handler. Its address is what is thrown.
struct Flight {
    Thrown* thrown = nullptr;
    void* caught_as = nullptr;       ///< the object, or its base class, as the type that fitted sees it
    Flight* caught_before = nullptr; ///< the exception that was being handled when this one was caught
    int handlers = 0;                ///< that have begun and not ended
    bool thrown_on = false;          ///< by a throw; in one of these handlers
};

Flight* caught = nullptr;    // the exception being handled, the newest first
unsigned int in_the_air = 0; // thrown and not caught yet

void* object_of(Thrown* thrown) {
    return thrown + 1;
}

Thrown* thrown_of(void* object) {
    return static_cast<Thrown*>(object) - 1;
}

[[noreturn]] void start(Flight* flight) {
    ++in_the_air;
    constexpr int cpp_exception = 0; // the tag by which a catch of C++ knows an exception of C++
    __builtin_wasm_throw(cpp_exception, flight);
}

[[noreturn]] void start(Thrown* thrown) {
    auto* flight = new (std::nothrow) Flight;
    if (flight == nullptr) std::terminate();
    ++thrown->owners;
    flight->thrown = thrown;
    start(flight);
}

void release(Thrown* thrown) {
    if (--thrown->owners != 0) return;
    if (thrown->destroy != nullptr) thrown->destroy(object_of(thrown));
    std::free(thrown);
}

/// libc++abi's type_info: every type has these virtual functions, in this order, after those of std::type_info. Never
/// defined here; a std::type_info that the compiler made is looked at through it.
class TypeInfo : public std::type_info {
  public:
    virtual void unused_first() const = 0;
    virtual void unused_second() const = 0;
    /// Whether a handler of this type takes an object of the thrown type; moves the pointer to the base class, and
    /// from a thrown pointer to what it points to.
    virtual bool takes(const TypeInfo* thrown, void*& object) const = 0;
};

/// Reads the numbers of an exception table (LEB128: seven bits a byte, the lowest first, the top bit says "more").
class TableReader {
  public:
    explicit TableReader(const std::uint8_t* at) : at_(at) {}

    std::uint8_t byte() { return *at_++; }

    std::size_t whole() {
        unsigned int shift = 0;
        return bits(shift);
    }

    std::ptrdiff_t with_sign() {
        unsigned int shift = 0;
        std::size_t value = bits(shift);
        const bool negative = (at_[-1] & 0x40U) != 0;
        if (negative && shift < 8 * sizeof value) value |= ~std::size_t{0} << shift;
        return static_cast<std::ptrdiff_t>(value);
    }

    [[nodiscard]] const std::uint8_t* at() const { return at_; }

  private:
    std::size_t bits(unsigned int& shift) {
        std::size_t value = 0;
        std::uint8_t next = 0;
        do {
            next = byte();
            value |= static_cast<std::size_t>(next & 0x7fU) << shift;
            shift += 7;
        } while ((next & 0x80U) != 0);
        return value;
    }

    const std::uint8_t* at_;
};

/// The exception table of one function: for each of its catches a chain of the types that it takes.
///   start of landing pads (omitted) · encoding of types, distance to their end · encoding of call sites, bytes of them
///   call sites: (catch, 1 + where its chain begins) in the order of the catches
///   chains: (type, distance from here to the next link, 0 at the end), type 0 is a cleanup
///   types: addresses of type_infos, counted backwards from their end; none is catch (...)
class ExceptionTable {
  public:
    explicit ExceptionTable(const std::uint8_t* begin) {
        constexpr std::uint8_t omitted = 0xff;
        TableReader reader(begin);
        if (reader.byte() != omitted) std::abort();
        if (reader.byte() != omitted) {
            const std::size_t distance = reader.whole();
            types_end_ = reader.at() + distance;
        }
        reader.byte();
        const std::size_t bytes = reader.whole();
        call_sites_ = reader.at();
        chains_ = call_sites_ + bytes;
    }

    /// The first type in a catch's chain that takes the exception, counted from 1, and 0 for none.
    [[nodiscard]] std::uintptr_t fitting_type(std::size_t catch_number, Flight& flight) const {
        std::size_t chain = 0;
        TableReader call_sites(call_sites_);
        for (std::size_t i = 0; i <= catch_number; ++i) {
            call_sites.whole();
            chain = call_sites.whole();
        }
        if (chain == 0) return 0;
        for (const std::uint8_t* link = chains_ + (chain - 1);;) {
            TableReader reader(link);
            const std::ptrdiff_t type = reader.with_sign();
            const std::uint8_t* from = reader.at();
            const std::ptrdiff_t distance = reader.with_sign();
            if (type > 0 && takes(type, flight)) return static_cast<std::uintptr_t>(type);
            if (distance == 0) return 0;
            link = from + distance;
        }
    }

  private:
    [[nodiscard]] bool takes(std::ptrdiff_t type, Flight& flight) const {
        const auto* wanted = reinterpret_cast<const TypeInfo* const*>(types_end_)[-type];
        void* object = object_of(flight.thrown);
        const auto* thrown = static_cast<const TypeInfo*>(flight.thrown->type);
        if (wanted != nullptr && !wanted->takes(thrown, object)) return false;
        flight.caught_as = object;
        return true;
    }

    const std::uint8_t* types_end_ = nullptr;
    const std::uint8_t* call_sites_ = nullptr;
    const std::uint8_t* chains_ = nullptr;
};

} // namespace

extern "C" {

/// What a catch tells _Unwind_CallPersonality, and where it looks for the answer; the compiler writes and reads it.
struct LandingPadContext {
    std::uintptr_t catch_number;
    const std::uint8_t* table;
    std::uintptr_t fitting_type;
};
LandingPadContext __wasm_lpad_context{};

/// Functions with catches refer to it by name; nobody calls it.
int __gxx_personality_wasm0() {
    return 0;
}

/// Called at the start of a catch. Answers in __wasm_lpad_context.fitting_type; what it returns, in the words of the
/// unwinding library that others use ("handler found" or "continue"), is read by nobody.
int _Unwind_CallPersonality(void* flight) {
    constexpr int handler_found = 6;
    constexpr int continue_unwinding = 8;
    LandingPadContext& context = __wasm_lpad_context;
    context.fitting_type =
        context.table == nullptr
            ? 0
            : ExceptionTable(context.table).fitting_type(context.catch_number, *static_cast<Flight*>(flight));
    return context.fitting_type != 0 ? handler_found : continue_unwinding;
}

} // extern "C"

namespace __cxxabiv1 {
extern "C" {

void* __cxa_allocate_exception(std::size_t size) noexcept {
    void* memory = std::malloc(sizeof(Thrown) + size);
    if (memory == nullptr) std::terminate();
    return object_of(new (memory) Thrown);
}

/// For an object whose constructor throws while it is being thrown.
void __cxa_free_exception(void* object) noexcept {
    std::free(thrown_of(object));
}

void __cxa_throw(void* object, std::type_info* type, Destructor destroy) {
    Thrown* thrown = thrown_of(object);
    thrown->type = type;
    thrown->destroy = destroy;
    start(thrown);
}

/// For a handler that takes its exception by value: what the copy is made from, before the handler begins.
void* __cxa_get_exception_ptr(void* flight) noexcept {
    return static_cast<Flight*>(flight)->caught_as;
}

void* __cxa_begin_catch(void* in_flight) noexcept {
    auto* flight = static_cast<Flight*>(in_flight);
    --in_the_air;
    ++flight->handlers;
    flight->thrown_on = false;
    // One that a handler throws on and a function within that handler catches is on the list already.
    if (flight != caught) {
        flight->caught_before = caught;
        caught = flight;
    }
    return flight->caught_as;
}

/// Also called when a handler is left by a throw; then the exception lives on, off the list once none handles it.
void __cxa_end_catch() {
    Flight* flight = caught;
    if (--flight->handlers != 0) return;
    caught = flight->caught_before;
    if (flight->thrown_on) return;
    Thrown* thrown = flight->thrown;
    delete flight;
    release(thrown);
}

void __cxa_rethrow() {
    if (caught == nullptr) std::terminate();
    caught->thrown_on = true;
    start(caught);
}

std::type_info* __cxa_current_exception_type() {
    return caught == nullptr ? nullptr : const_cast<std::type_info*>(caught->thrown->type);
}

// libc++ builds std::uncaught_exceptions and std::exception_ptr on the functions below. All of them must be here: the
// file of libc++abi that has them empty for programs without exceptions is then never linked.

unsigned int __cxa_uncaught_exceptions() noexcept {
    return in_the_air;
}

bool __cxa_uncaught_exception() noexcept {
    return in_the_air != 0;
}

void __cxa_increment_exception_refcount(void* object) noexcept {
    if (object != nullptr) ++thrown_of(object)->owners;
}

void __cxa_decrement_exception_refcount(void* object) noexcept {
    if (object != nullptr) release(thrown_of(object));
}

void* __cxa_current_primary_exception() noexcept {
    if (caught == nullptr) return nullptr;
    ++caught->thrown->owners;
    return object_of(caught->thrown);
}

void __cxa_rethrow_primary_exception(void* object) {
    if (object != nullptr) start(thrown_of(object));
}

} // extern "C"
} // namespace __cxxabiv1
