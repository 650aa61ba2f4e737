/* Files of /proc/PID for which the kernel takes the lock of the process's memory. A process that forks holds it, and under a fork bomb
 * gets the CPU again only after all the others: a thread waits for it, so that the agent does not. */
#pragma once
#include "bytes.h"

enum { MEMFILE_READ = 65536 };

void memfile_start(void);
/* Whether a file of that name is one of them. */
bool memfile_is(const char *name);
/* Opens name in dirfd and reads at most MEMFILE_READ bytes, to be copied before the next call; EAGAIN when that would take too long. */
int memfile_read(int dirfd, const char *name, size_t want, const uint8_t **data, size_t *len);
