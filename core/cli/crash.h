/// A crash in a plugin's code: who it was.
#pragma once

namespace dateline::cli {

/// From now on a crash says on standard error which plugin it was in, and on which document; then it has its usual effect. What an Output
/// has collected until then is written, in whole lines. Does nothing when a sanitizer does so already.
void report_crashes();

/// For a worker process: its crashes and exits are told by who started it.
void leave_crashes_to_others();

}  // namespace dateline::cli
