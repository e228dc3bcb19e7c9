#include <array>

#include "core/record/lists.h"

namespace dateline::record {
namespace {

constexpr std::array all_codes = {
    Code{"archive.damaged", "A part of an archive could not be read; what is in it is missing."},
    Code{"archive.doubtful", "A file of an archive differs from what the archive says of its size or checksum."},
    Code{"archive.skipped", "Pictures, programs, links, devices and files of the system in an archive are no documents."},
    Code{"document.cancelled", "The run was interrupted before this document was done."},
    Code{"document.crashed", "A worker process ended or took too long on this document (extract --isolate)."},
    Code{"document.memory", "There was not enough memory for this document."},
    Code{"document.unreadable", "The file could not be read: it is not there, is no regular file, or permission is missing."},
    Code{"feed.damaged", "A feed is no well-formed XML at some place; the entry there may lack something."},
    Code{"feed.empty-entries", "Entries of a feed have neither title nor text, and are no documents."},
    Code{"feed.invalid-bytes", "Bytes that are no text in the feed's charset became U+FFFD."},
    Code{"feed.late-declaration", "Something stands before a feed's XML declaration, where nothing may stand."},
    Code{"input.broken", "A line of JSON Lines input holds no document."},
    Code{"language.unsupported", "A plugin was left out because the text is in a language that it does not know."},
    Code{"limit.bytes", "The document is larger than --max-bytes and was not read, or those inside it are larger together than 8 times that."},
    Code{"limit.documents", "There are more documents inside the input than the limit; what comes after was left out."},
    Code{"limit.mentions", "More mentions were found than --max-mentions; what comes after was left out."},
    Code{"limit.nesting", "A document lies inside more others than --max-nesting, or inside itself, and was not read."},
    Code{"mail.boundary", "The end of a part of a mail that holds others is not marked."},
    Code{"mail.encrypted", "A part of a mail is encrypted and was not read."},
    Code{"mail.invalid-bytes", "Bytes that are no text in the mail's charset became U+FFFD."},
    Code{"mail.limit", "A mail has more parts, or deeper ones, than are read."},
    Code{"mail.skipped", "Parts of a mail that are no documents were skipped."},
    Code{"mail.strange-lines", "Lines in a mail's header that are no part of one were left out."},
    Code{"markdown.invalid-bytes", "Bytes that are no text in the document's charset became U+FFFD."},
    Code{"office.unread", "A part of a DOCX or ODT has text that was not read."},
    Code{"pdf.attachments", "Files inside a PDF were not read."},
    Code{"pdf.limit", "A PDF has more pages, or fuller ones, than are read."},
    Code{"pdf.no-text", "The pages of a PDF hold images only."},
    Code{"plugin.failed", "A plugin reported a failure; what it would have found in this document is missing."},
    Code{"plugin.invalid-output", "Something that a plugin submitted does not keep the rules and was dropped."},
    Code{"plugin.more-invalid-output", "A plugin submitted more that does not keep the rules; it was dropped and is only counted."},
    Code{"plugin.rule-limit", "A rule took more than its share of work on a sentence and was given up there."},
    Code{"plugin.stopped", "A plugin gave up because it was asked to stop; what it would have found is missing."},
    Code{"plugin.unloadable", "A plugin could not be loaded and took no part in the run."},
    Code{"reader.failed", "The reader could not make text of the document."},
    Code{"reader.none", "No reader knows the document's format."},
    Code{"rtf.invalid-characters", "Bytes or code units of an RTF that are no characters became U+FFFD."},
    Code{"rtf.limit", "Groups of an RTF nest deeper than is read."},
    Code{"rtf.truncated", "The end of an RTF is missing."},
    Code{"text.empty", "The document has no text."},
    Code{"text.invalid-bytes", "Bytes that are no text in the document's charset became U+FFFD."},
    Code{"text.nul", "NUL characters became U+FFFD."},
    Code{"warc.damaged", "A part of a web archive could not be read, or not all of a page in it."},
    Code{"warc.skipped", "Records of a web archive that are no documents: requests, errors, pictures."},
};

}  // namespace

std::span<const Code> codes() { return all_codes; }

}  // namespace dateline::record
