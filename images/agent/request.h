/* Requests: what the payloads of docs/PROTOCOL.md say, as structs. Parsing is apart from doing, so that it can be fuzzed.
 * Each parser gives false for a malformed payload; slices point into it. */
#pragma once
#include "bytes.h"

enum request_type {
	REQUEST_HELLO = 0x02,
	REQUEST_BATCH = 0x10,
	REQUEST_NETLINK = 0x11,
	REQUEST_SECCOMP = 0x12,
	REQUEST_PROBE = 0x13,
	REQUEST_PTY_OPEN = 0x14,
	REQUEST_PTY_WRITE = 0x15,
	REQUEST_PTY_RESIZE = 0x16,
	REQUEST_PTY_SIGNAL = 0x17,
	REQUEST_PTY_CLOSE = 0x18,
	REQUEST_PTY_CREDIT = 0x19,
	REQUEST_EVENTS = 0x1b,
	REQUEST_WRITE_FILE = 0x1c,
	REQUEST_CLOCK = 0x1d,
	REQUEST_ENTROPY = 0x1e,
};

enum message_type {
	MESSAGE_ACK = 0x01,
	MESSAGE_HELLO_OK = 0x03,
	MESSAGE_RESULT = 0x04,
	MESSAGE_ERROR = 0x05,
	EVENT_PTY_OUTPUT = 0x40,
	EVENT_PTY_EXIT = 0x41,
	EVENT_PROC = 0x42,
	EVENT_PROC_LOST = 0x43,
};

enum error_code {
	ERROR_BAD_REQUEST = 20,
	ERROR_SYSCALL = 21,
	ERROR_NOT_FOUND = 22,
	ERROR_LIMIT = 23,
	ERROR_TIMEOUT = 24,
};

enum {
	PATH_LIMIT = 4096, /* with its NUL, as PATH_MAX */
	STRINGS_MAX = 256, /* arguments or environment of one program */
};

bool request_type_known(uint8_t type);

struct strings { /* n × lp, checked */
	uint16_t n;
	struct slice bytes;
};

enum batch_op {
	OP_READ = 1,
	OP_READLINK,
	OP_READDIR,
	OP_LSTAT,
	OP_STAT,
	OP_STATFS,
	OP_GETXATTR,
	OP_READ_INSIDE,
};

enum { BATCH_IF_CHANGED = 1, BATCH_LIMIT = 8 << 20 };

struct batch_request {
	uint8_t flags;
	uint64_t hash;
	uint32_t limit;
	uint16_t groups;
	struct slice bytes; /* the groups, checked: batch_group and batch_leaf can't fail on them */
};

struct batch_group {
	struct slice dir;
	uint16_t leaves;
	struct reader at; /* the leaves */
};

struct batch_leaf {
	uint8_t op;
	uint32_t limit;
	struct slice name; /* up to a NUL */
	struct slice extra; /* after it: the attribute of OP_GETXATTR, the path of OP_READ_INSIDE */
};

bool parse_batch(struct slice p, struct batch_request *q);
struct batch_group batch_group(struct reader *groups); /* leaves the reader at the next group */
struct batch_leaf batch_leaf(struct reader *leaves);

struct netlink_request {
	struct slice netns;
	uint16_t protocol, n;
	struct slice bytes; /* n × (u16 type, u16 flags, lp body), checked */
};
bool parse_netlink(struct slice p, struct netlink_request *q);

enum {
	ENTER_MNT = 1,
	ENTER_UTS = 2,
	ENTER_IPC = 4,
	ENTER_NET = 8,
	ENTER_PID = 16,
	ENTER_USER = 32,
	ENTER_CGROUP_NS = 64,
	ENTER_TIME = 128,
	ENTER_ROOT = 256,
	ENTER_CGROUP = 512,
	ENTER_ALL = 1023,
	PROBE_SET_IDS = 1,
	PROBE_NO_NEW_PRIVS = 2,
};

struct probe_request {
	uint32_t target, enter, flags, uid, gid, timeout_ms, output_limit;
	struct slice cwd;
	struct strings argv, env;
	struct slice input;
};
bool parse_probe(struct slice p, struct probe_request *q);

struct pty_open_request {
	uint16_t cols, rows;
	uint32_t uid, gid;
	struct slice cwd;
	struct strings argv, env;
};
bool parse_pty_open(struct slice p, struct pty_open_request *q);

struct pty_request { /* PTY_WRITE, _RESIZE, _SIGNAL, _CLOSE, _CREDIT */
	uint32_t terminal;
	uint16_t cols, rows;
	uint32_t number; /* signal or credit */
	struct slice bytes;
};
bool parse_pty(uint8_t type, struct slice p, struct pty_request *q);

enum { WRITE_TRUNCATE = 1, WRITE_PARENTS = 2, WRITE_OWNER = 4, WRITE_MODE = 8, WRITE_APPEND = 16, WRITE_ATOMIC = 32, WRITE_ALL = 63 };

struct write_request {
	uint32_t flags, mode, uid, gid;
	uint64_t offset;
	struct slice path, bytes;
};
bool parse_write(struct slice p, struct write_request *q);

bool parse_seccomp(struct slice p, uint32_t *pid);
bool parse_events(struct slice p, bool *on);
bool parse_clock(struct slice p, int64_t *seconds, uint32_t *nanoseconds);
bool parse_entropy(struct slice p, struct slice *bytes);

/* Copies strings into `room` as a NULL-terminated vector; false when they don't fit. */
bool strings_copy(const struct strings *s, char **vector, size_t vector_len, char *room, size_t room_len, size_t *used);
