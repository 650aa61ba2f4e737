/* What the tests of the driven agent share. */
#pragma once
#include <stdio.h>
#include <sys/types.h>

#include "client.h"

extern int failures, checks;
extern struct payload P; /* the request that is being written */
extern char tree[64]; /* a directory of the test's own */
extern int port;
extern const char *const ENV[];

#define CHECK(x, ...)                                          \
	do {                                                   \
		checks++;                                      \
		if (!(x)) {                                    \
			failures++;                            \
			printf("%s:%d: ", __FILE__, __LINE__); \
			printf(__VA_ARGS__);                   \
			putchar('\n');                         \
		}                                              \
	} while (0)

bool is(struct slice s, const char *text);

/* A batch is begun, given directories and their ops, and asked; its records lie in `records` until the next. */
struct record {
	int dir, op, err; /* op -1: a directory */
	struct slice leaf, data;
};
extern struct record records[4000];
extern struct batch_answer {
	size_t n;
	unsigned flags;
	uint64_t hash;
	bool good;
} batch;
void batch_begin(unsigned flags, uint64_t hash, uint32_t limit);
void batch_dir(const char *dir, unsigned leaves);
void batch_op(unsigned op, uint32_t limit, const char *leaf);
void batch_ask(void);

pid_t holder(int flags); /* a process in new namespaces */

struct probed {
	int how, value, stage, cut;
	struct slice out, err;
	bool good;
};
void probe_payload(uint32_t target, uint32_t enter, uint32_t flags, uint32_t ids, uint32_t timeout, uint32_t limit, const char *const *argv, const char *input);
struct probed sh(uint32_t target, uint32_t enter, uint32_t flags, uint32_t ids, uint32_t timeout, uint32_t limit, const char *script, const char *input);

void test_batch(void);
void test_inside(pid_t held);
void test_netlink(pid_t held);
void test_seccomp(void);
void test_probe(pid_t held);
void test_terminals(void);
void test_files(void);
void test_frames(void);
