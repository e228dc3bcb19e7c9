# Read by cpack before it packs: packages bear the time of the last commit, not that of the build, so that the same source gives the same bytes.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND git -C ${CMAKE_CURRENT_LIST_DIR} log -1 --format=%ct OUTPUT_VARIABLE time OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(failed)
    set(time 1704067200)  # no clone: 2024
  endif()
  set(ENV{SOURCE_DATE_EPOCH} ${time})
endif()
