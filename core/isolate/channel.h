/// Whole messages between two processes of one program, over a socket.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace dateline::isolate {

using Clock = std::chrono::steady_clock;

/// One end. Owns its descriptor. One thread at a time.
class Channel {
public:
    enum class Got { message, ended, late, stopped };
    using Stop = std::function<bool()>;  ///< asked ten times a second

    explicit Channel(int descriptor = -1) : descriptor_(descriptor) {}
    ~Channel();
    Channel(Channel&& other) noexcept;
    Channel& operator=(Channel&& other) noexcept;

    bool is_open() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }
    void close();

    /// Both wait until the other end has taken or given all. `ended`: the other end is gone.
    Got send(std::string_view message, Clock::time_point deadline, const Stop& stop) const;
    Got receive(std::string& message, Clock::time_point deadline, const Stop& stop) const;

private:
    Got wait(short event, Clock::time_point deadline, const Stop& stop) const;
    Got receive_bytes(char* bytes, std::size_t size, Clock::time_point deadline, const Stop& stop) const;

    int descriptor_;
};

/// Writes fields one after another into a message.
class Fields {
public:
    void add(std::uint64_t number);
    void add(std::string_view text);
    const std::string& message() const { return message_; }
    void clear() { message_.clear(); }

private:
    std::string message_;
};

/// Reads them in the same order; nothing where there is nothing left.
class FieldReader {
public:
    explicit FieldReader(std::string_view message) : rest_(message) {}
    std::uint64_t number();
    std::string_view text();

private:
    std::string_view rest_;
};

}  // namespace dateline::isolate
