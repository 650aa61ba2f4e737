/* SECCOMP: reads a task's filters back by ptrace. */
#pragma once
#include <sys/types.h>

#include "request.h"
#include "sys.h"

enum error_code seccomp_run(pid_t pid, struct buf *out, int *err, const char **text);
/* A wait status of a stopped task: one that came too late for its request. Lets it go. */
void seccomp_release(pid_t pid, int status);

/* Given by the main loop: waits for SIGCHLD at most that long, and remembers that there are children to reap. */
void wait_for_child(int ms);
/* Given by the main loop: a task ended here and not in the reaper. */
void reaped(pid_t pid, int status);
