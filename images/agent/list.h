/* Directories read whole and sorted, into one arena that a batch shares. */
#pragma once
#include "sys.h"

struct entry {
	uint8_t type; /* DT_… */
	struct slice name; /* NUL-terminated; good until the arena grows, that is until the next list_read */
};

struct list {
	size_t base, offsets; /* in the arena */
	uint32_t n;
	bool cut;
};

enum list_want {
	LIST_ALL,
	LIST_MATCHING,
	LIST_DIRS, /* directories, and what may be one */
	LIST_PIDS, /* numbers only, and sorted as such */
};

/* Gives an errno; on success the list must be freed, last first. dirfd is read from its position. */
int list_read(int dirfd, enum list_want want, struct slice pattern, struct list *l);
struct entry list_entry(const struct list *l, uint32_t i);
void list_free(const struct list *l);
