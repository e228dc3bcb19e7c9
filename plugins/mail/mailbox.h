/// Mailboxes: files of mails one after the other (mbox), each behind a line "From SENDER DATE".
#pragma once

#include <string>
#include <string_view>

namespace mail {

/// Whether a mailbox begins here: its first line, and a field in the second.
bool begins_mailbox(std::string_view bytes);

/// The mails of a mailbox, which must outlive it.
class Mailbox {
public:
    explicit Mailbox(std::string_view bytes) : rest_(bytes) {}

    /// False at the end. The mail is without the line before it, and without the ">" that mailboxes put before "From " in a text.
    bool next(std::string& mail);

private:
    std::string_view rest_;
};

}  // namespace mail
