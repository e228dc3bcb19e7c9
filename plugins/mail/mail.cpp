/// The reader of mails and mailboxes: what is attached are documents of their own.
#include <algorithm>
#include <string>
#include <string_view>

#include "../common/composer.h"
#include "../common/day.h"
#include "../common/language.h"
#include "../common/ascii.h"
#include "body.h"
#include "dateline/plugin.hpp"
#include "kinds.h"
#include "lines.h"
#include "mailbox.h"
#include "page.h"
#include "probe.h"
#include "sender.h"
#include "words.h"
#include "write_text.h"

namespace mail {
namespace {

constexpr std::size_t probed_bytes = 4096;

class Mail {
public:
    explicit Mail(const dateline::Host&) {}

    std::uint32_t probe(const dateline::Input& input) const {
        const std::string repaired = without_lone_returns(input.bytes().substr(0, probed_bytes));
        const std::string_view bytes = repaired.empty() ? input.bytes() : repaired;
        if (begins_mailbox(bytes)) return 80;
        if (looks_like_mail(bytes)) return 70;
        const bool is_said = is_message_type(input.media_type()) || common::lower(input.name()).ends_with(".eml");
        return is_said && may_be_mail(bytes) ? 60 : 0;
    }

    void read(const dateline::Input& input, dateline::ReaderOutput& output) {
        const std::string repaired = without_lone_returns(input.bytes());
        const std::string_view bytes = repaired.empty() ? input.bytes() : repaired;
        if (begins_mailbox(bytes) && !is_message_type(input.media_type())) {
            read_mailbox(bytes, output);
        } else {
            read_mail(bytes, output);
        }
    }

private:
    static bool is_message_type(std::string_view type) { return type == "message/rfc822" || type == "message/global"; }

    static void read_mailbox(std::string_view bytes, dateline::ReaderOutput& output) {
        output.metadata("media_type", "application/mbox", "mail/reader");
        Mailbox mailbox(bytes);
        for (std::string mail; !output.should_stop() && mailbox.next(mail);) {
            output.add(dateline::Member({}, std::string_view(mail).substr(0, static_cast<std::size_t>(output.room() + 1))).of_type("message/rfc822"));
        }
    }

    static void read_mail(std::string_view bytes, dateline::ReaderOutput& output) {
        Flaws flaws;
        const Part mail = parse(bytes, flaws);
        if (const Part* page = page_in(mail)) {
            read_page(mail, *page, output);
        } else {
            const Contents contents = contents_of(mail);
            refuse_encrypted(contents);
            write_metadata(mail, contents, output);
            write_text(contents.bodies, output);
            write_attachments(contents, output);
            tell_skipped(contents, output);
        }
        tell_flaws(flaws, output);
    }

    static void refuse_encrypted(const Contents& contents) {
        if (contents.is_encrypted && contents.bodies.empty() && contents.attachments.empty()) {
            throw dateline::Error("it is encrypted (PGP or S/MIME); decrypt it in a mail program first");
        }
    }

    static void write_metadata(const Part& mail, const Contents& contents, dateline::ReaderOutput& output) {
        const std::string charset = contents.bodies.empty() ? std::string() : contents.bodies.front().charset;
        const auto write = [&](std::string_view name, std::string_view value, std::string_view rule) {
            if (!value.empty()) output.metadata(name, value, rule);
        };
        write("media_type", "message/rfc822", "mail/reader");
        write("charset", charset, "mail/reader");
        write("title", decode_words(mail.header.value("subject"), charset), "mail/subject");
        write("author", sender_name(mail.header.value("from"), charset), "mail/from");
        write("publisher", decode_words(mail.header.value("organization"), charset), "mail/organization");
        write("published", common::day_of(mail.header.value("date")), "mail/date");
        const std::string_view languages = mail.header.value("content-language");
        write("language", common::plain_language(common::trimmed(languages.substr(0, languages.find(',')))), "mail/content-language");
    }

    static void write_attachments(const Contents& contents, dateline::ReaderOutput& output) {
        for (const Part* part : contents.attachments) {
            if (output.should_stop()) return;
            const std::string bytes = part->contents(static_cast<std::size_t>(output.room()));
            output.add(dateline::Member(name_of(*part, bytes), bytes).of_type(part->type.value, part->type.get("charset")));
        }
    }

    static std::string name_of(const Part& part, std::string_view bytes) {
        if (!part.file_name().empty()) return common::folded_space(part.file_name());
        if (!is_message(part)) return {};
        const std::string subject = decode_words(take_header(bytes).value("subject"), {});
        return subject.empty() ? subject : subject + ".eml";
    }

    static void tell_skipped(const Contents& contents, dateline::ReaderOutput& output) {
        if (contents.is_encrypted) {
            output.diagnostic(DATELINE_ERROR, "mail.encrypted", "A part of the mail is encrypted and was not read.");
        }
        if (contents.skipped.empty()) return;
        constexpr std::size_t most_named = 5;
        std::string names;
        for (std::size_t i = 0; i < std::min(contents.skipped.size(), most_named); ++i) {
            names += (names.empty() ? "" : ", ") + contents.skipped[i];
        }
        names += contents.skipped.size() > most_named ? ", …" : "";
        output.diagnostic(
            DATELINE_INFO, "mail.skipped",
            "Pictures, signatures and the like are no documents, and were skipped (" + std::to_string(contents.skipped.size()) + "): " + names + ".");
    }

    static void tell_flaws(const Flaws& flaws, dateline::ReaderOutput& output) {
        if (flaws.strange_lines > 0) {
            output.diagnostic(DATELINE_WARNING, "mail.strange-lines",
                              "Lines of the header that are no part of one were left out: " + std::to_string(flaws.strange_lines) + ".");
        }
        if (flaws.open_parts > 0) {
            output.diagnostic(DATELINE_WARNING, "mail.boundary",
                              "The mail is cut off or damaged: the end of a part with several inside is not marked.");
        }
        if (flaws.left_out > 0) {
            output.diagnostic(DATELINE_ERROR, "mail.limit",
                              "A limit is exceeded: parts beyond " + std::to_string(most_parts) + ", or nested more than " + std::to_string(deepest) +
                                  " deep, were not read.");
        }
    }
};

}  // namespace
}  // namespace mail

DATELINE_READER(mail::Mail, "mail", "0.1.0")
