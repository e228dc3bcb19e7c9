#include "kinds.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "../common/ascii.h"

namespace mail {
namespace {

using namespace std::string_view_literals;

constexpr std::array no_documents = {
    "image/"sv,
    "audio/"sv,
    "video/"sv,
    "font/"sv,
    "model/"sv,
    "application/pgp-signature"sv,
    "application/pgp-keys"sv,
    "application/pkcs7-signature"sv,
    "application/x-pkcs7-signature"sv,
    "application/ms-tnef"sv,
    "application/vnd.ms-tnef"sv,
    "application/applefile"sv,
    "application/ics"sv,
    "application/javascript"sv,
    "text/calendar"sv,
    "text/vcard"sv,
    "text/x-vcard"sv,
    "text/directory"sv,
    "text/css"sv,
    "text/javascript"sv,
    "text/x-amp-html"sv,
    "text/rfc822-headers"sv,
    "message/delivery-status"sv,
    "message/disposition-notification"sv,
    "message/external-body"sv,
    "message/partial"sv,
    "message/feedback-report"sv,
};

// Of files that are declared as bytes of any kind.
constexpr std::array names_of_no_documents = {
    ".png"sv, ".jpg"sv, ".jpeg"sv, ".gif"sv, ".bmp"sv, ".tif"sv, ".tiff"sv, ".webp"sv, ".heic"sv, ".ico"sv,        ".svg"sv,
    ".mp3"sv, ".mp4"sv, ".mov"sv,  ".wav"sv, ".p7s"sv, ".asc"sv, ".sig"sv,  ".ics"sv,  ".vcf"sv,  "winmail.dat"sv,
};

bool is_no_document(const Part& part) {
    const std::string& type = part.type.value;
    const std::string name = common::lower(part.file_name());
    return std::any_of(no_documents.begin(), no_documents.end(),
                       [&](std::string_view one) { return one.ends_with('/') ? type.starts_with(one) : type == one; }) ||
           (type == "application/octet-stream" &&
            std::any_of(names_of_no_documents.begin(), names_of_no_documents.end(), [&](std::string_view one) { return name.ends_with(one); }));
}

// S/MIME puts what is only signed into the same media type.
bool is_encrypted(const Part& part) {
    const std::string& type = part.type.value;
    const bool is_smime = type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime";
    return type == "multipart/encrypted" || type == "application/pgp-encrypted" ||
           (is_smime && common::lower(part.type.get("smime-type")) != "signed-data");
}

bool is_signed_whole(const Part& part) { return part.type.value.ends_with("pkcs7-mime"); }

}  // namespace

Kind kind_of(const Part& part) {
    if (is_encrypted(part)) return Kind::encrypted;
    if (part.is_multipart()) return Kind::multipart;
    if (is_no_document(part) || is_signed_whole(part)) return Kind::skipped;
    const bool is_attached = part.disposition.value == "attachment" || !part.file_name().empty();
    return is_text(part) && !is_attached ? Kind::text : Kind::attachment;
}

bool is_text(const Part& part) { return part.type.value == "text/plain" || part.type.value == "text/html"; }

bool is_message(const Part& part) { return part.type.value == "message/rfc822" || part.type.value == "message/global"; }

}  // namespace mail
