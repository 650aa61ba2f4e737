/* BATCH: many files, links and directories by globs, in one answer. */
#pragma once
#include "request.h"
#include "sys.h"

/* Adds the whole RESULT to `out`. */
void batch_run(const struct batch_request *q, struct buf *out);
/* Whether a process is the agent's own doing: itself, a probe, or nothing of userspace at all. */
bool batch_hides(pid_t pid);
