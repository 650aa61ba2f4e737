/* Events of processes from the kernel's proc connector (linux/cn_proc.h), for what is over before the next look. */
#pragma once
#include <poll.h>

#include "sys.h"

int procevents_set(bool on); /* gives an errno */
size_t procevents_poll(struct pollfd *fds); /* ≤ 1 */
void procevents_read(void);
void procevents_send(void);
uint64_t procevents_deadline(void);
