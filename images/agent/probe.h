/* PROBE: programs run for the page, in any namespaces, with limits; and which processes are theirs. */
#pragma once
#include <poll.h>
#include <sys/types.h>

#include "request.h"
#include "sys.h"

enum { PROBES_MAX = 16 };

bool probe_has_room(void);
unsigned probe_running(void);
void probe_start(uint32_t id, const struct probe_request *q);
bool probe_owns_session(pid_t session);
bool probe_owns_pid(pid_t pid);
bool probe_any(void); /* runs, or has run until a moment ago */
void probe_drain_notes(void); /* what children wrote before they could be reaped */
bool probe_reaped(pid_t pid, int status); /* whether it was a probe's */
size_t probe_poll(struct pollfd *fds); /* adds what to wait for, ≤ 3 each */
void probe_serve(void);
uint64_t probe_deadline(void); /* when probe_serve must be called next, UINT64_MAX for never */
