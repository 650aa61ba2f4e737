/* Terminals. */
#pragma once
#include <poll.h>
#include <sys/types.h>

#include "request.h"
#include "sys.h"

enum { PTYS_MAX = 16, PTY_WINDOW = 65536 };

void pty_prepare(void); /* at start: a handle on /dev/pts */
void pty_open(uint32_t id, const struct pty_open_request *q);
void pty_request(uint8_t type, uint32_t id, const struct pty_request *q);
void pty_hello(void); /* all windows are full again */
size_t pty_describe(uint8_t *to); /* for HELLO_OK: ≤ 2 + 12 × PTYS_MAX bytes */
bool pty_reaped(pid_t pid, int status);
bool pty_owns_pid(pid_t pid);
size_t pty_poll(struct pollfd *fds); /* ≤ 2 each */
void pty_serve(void); /* starts, input */
void pty_output(void); /* one turn of output each */
uint64_t pty_deadline(void);
