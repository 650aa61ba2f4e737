/* NETLINK: dumps in any network namespace, as the kernel sent them. */
#pragma once
#include "request.h"
#include "sys.h"

/* Adds the RESULT to `out`; otherwise gives an error code, and an errno and a text for it. */
enum error_code netlink_run(const struct netlink_request *q, struct buf *out, int *err, const char **text);
