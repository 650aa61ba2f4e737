/* WRITE_FILE, CLOCK and ENTROPY. Each gives an errno. */
#pragma once
#include "request.h"

int file_write(const struct write_request *q, uint64_t *size);
int clock_write(int64_t seconds, uint32_t nanoseconds);
int entropy_add(struct slice bytes);
