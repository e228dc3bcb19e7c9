/// Whose code a thread is in, as signal handlers tell it.
#pragma once

namespace dateline::cli {

/// Writes "dateline: BEFORE the plugin 'NAME' DID on DOCUMENT AFTER" and a line feed to standard error, as one piece, for the plugin that this thread is in
/// (see plugin_of_this_thread()). Does only what a signal handler may do.
void tell_of_plugin(const char* before, const char* did, const char* after);

}  // namespace dateline::cli
