#include "serve.h"

#include <fcntl.h>
#include <unistd.h>

#include "batch.h"
#include "file.h"
#include "init.h"
#include "netlink.h"
#include "out.h"
#include "probe.h"
#include "procevents.h"
#include "pty.h"
#include "seccomp.h"
#include "sys.h"

#ifndef BUILD
#define BUILD "unknown"
#endif

static char boot_id[40];
static size_t boot_id_len;

void serve_prepare(void)
{
	int fd = open_at_boot("/proc/sys/kernel/random/boot_id", O_RDONLY);
	ssize_t n = fd < 0 ? 0 : read(fd, boot_id, 36);
	boot_id_len = n > 0 ? (size_t)n : 0;
	if (fd >= 0)
		close(fd);
}

bool serve_has_room(uint8_t type)
{
	/* Every probe that runs needs a place for its answer. */
	unsigned reserved = probe_running() + 1;
	return type == REQUEST_HELLO || (out_slots() > reserved && (type != REQUEST_PROBE || probe_has_room()));
}

static void hello(const struct message *m)
{
	uint8_t p[SMALL_MAX], *at = p;
	static const char build[] = BUILD;
	procevents_set(false);
	pty_hello();
	if (getpid() == 1) {
		init_input_threads();
		init_hide_ports();
	}
	memcpy(at, m->payload.data, 8);
	put_u16(at + 8, FRAME_VERSION);
	at += 10;
	put_u32(at, sizeof build - 1);
	memcpy(at + 4, build, sizeof build - 1);
	at += 4 + sizeof build - 1;
	put_u32(at, (uint32_t)boot_id_len);
	memcpy(at + 4, boot_id, boot_id_len);
	at += 4 + boot_id_len;
	at += pty_describe(at);
	out_small(MESSAGE_HELLO_OK, m->id, p, (size_t)(at - p));
}

static void done(uint32_t id, int err, const char *what)
{
	if (err)
		out_error(id, ERROR_SYSCALL, err, what);
	else
		out_small(MESSAGE_RESULT, id, "", 0);
}

static void malformed(uint32_t id)
{
	out_error(id, ERROR_BAD_REQUEST, 0, "malformed payload");
}

static void answer(uint32_t id, struct buf *b, enum error_code code, int err, const char *text)
{
	if (code && !b->failed) {
		buf_free(b);
		out_error(id, code, code == ERROR_SYSCALL ? err : 0, text);
		return;
	}
	out_result(id, b);
}

static void serve_seccomp(const struct message *m)
{
	struct buf b = {0};
	const char *text = "";
	uint32_t pid;
	int err = 0;
	if (!parse_seccomp(m->payload, &pid)) {
		malformed(m->id);
		return;
	}
	enum error_code code = seccomp_run((pid_t)pid, &b, &err, &text);
	answer(m->id, &b, code, err, text);
}

static void serve_netlink(const struct message *m)
{
	struct netlink_request q;
	struct buf b = {0};
	const char *text = "";
	int err = 0;
	if (!parse_netlink(m->payload, &q)) {
		malformed(m->id);
		return;
	}
	enum error_code code = netlink_run(&q, &b, &err, &text);
	answer(m->id, &b, code, err, text);
}

static void serve_batch(const struct message *m)
{
	struct batch_request q;
	struct buf b = {0};
	if (!parse_batch(m->payload, &q)) {
		malformed(m->id);
		return;
	}
	batch_run(&q, &b);
	out_result(m->id, &b);
}

static void serve_write(const struct message *m)
{
	struct write_request q;
	uint64_t size = 0;
	uint8_t p[8];
	if (!parse_write(m->payload, &q)) {
		malformed(m->id);
		return;
	}
	int err = file_write(&q, &size);
	put_u64(p, size);
	if (err)
		out_error(m->id, ERROR_SYSCALL, err, "write");
	else
		out_small(MESSAGE_RESULT, m->id, p, sizeof p);
}

void serve(const struct message *m)
{
	struct probe_request probe;
	struct pty_open_request open;
	struct pty_request pty;
	struct slice bytes;
	int64_t seconds;
	uint32_t nanoseconds;
	bool on;
	switch ((enum request_type)m->type) {
	case REQUEST_HELLO:
		hello(m);
		break;
	case REQUEST_BATCH:
		serve_batch(m);
		break;
	case REQUEST_NETLINK:
		serve_netlink(m);
		break;
	case REQUEST_SECCOMP:
		serve_seccomp(m);
		break;
	case REQUEST_PROBE:
		if (parse_probe(m->payload, &probe))
			probe_start(m->id, &probe);
		else
			malformed(m->id);
		break;
	case REQUEST_PTY_OPEN:
		if (parse_pty_open(m->payload, &open))
			pty_open(m->id, &open);
		else
			malformed(m->id);
		break;
	case REQUEST_PTY_WRITE:
	case REQUEST_PTY_RESIZE:
	case REQUEST_PTY_SIGNAL:
	case REQUEST_PTY_CLOSE:
	case REQUEST_PTY_CREDIT:
		if (parse_pty(m->type, m->payload, &pty))
			pty_request(m->type, m->id, &pty);
		else
			malformed(m->id);
		break;
	case REQUEST_EVENTS:
		if (parse_events(m->payload, &on))
			done(m->id, procevents_set(on), "proc connector");
		else
			malformed(m->id);
		break;
	case REQUEST_WRITE_FILE:
		serve_write(m);
		break;
	case REQUEST_CLOCK:
		if (parse_clock(m->payload, &seconds, &nanoseconds))
			done(m->id, clock_write(seconds, nanoseconds), "clock_settime");
		else
			malformed(m->id);
		break;
	case REQUEST_ENTROPY:
		if (parse_entropy(m->payload, &bytes))
			done(m->id, entropy_add(bytes), "entropy");
		else
			malformed(m->id);
		break;
	}
}
