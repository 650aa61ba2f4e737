/* The agent: PID 1 of the guest. One loop over the port, children, terminals and probes; nothing in it waits for long.
 * `agent --port FD` is the same without being PID 1, for tests. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "init.h"
#include "memfile.h"
#include "nshelper.h"
#include "out.h"
#include "probe.h"
#include "procevents.h"
#include "pty.h"
#include "seccomp.h"
#include "serve.h"

enum { PARTIAL_MS = 250, FDS_MAX = 3 + 3 * PROBES_MAX + 2 * PTYS_MAX + 1 };

static int port, signals = -1;
static bool port_gone, children_waiting;
static uint8_t input[2 * FRAME_TO_GUEST_MAX];
static struct decoder decoder = {.buf = input, .cap = sizeof input, .max = FRAME_TO_GUEST_MAX};
static struct flow flow;
static uint64_t partial_since;

void reaped(pid_t pid, int status)
{
	if (pty_reaped(pid, status) || probe_reaped(pid, status))
		return;
	/* A probe may have a process its agent was told of, but has not read of yet. The rest are orphans. */
	probe_drain_notes();
	probe_reaped(pid, status);
}

static void reap(void)
{
	int status;
	pid_t pid;
	children_waiting = false;
	while ((pid = waitpid(-1, &status, WNOHANG | __WALL)) > 0) {
		if (WIFSTOPPED(status))
			seccomp_release(pid, status);
		else
			reaped(pid, status);
	}
}

static void drain_signals(void)
{
	struct signalfd_siginfo info[8];
	while (signals >= 0 && read(signals, info, sizeof info) > 0)
		children_waiting = true;
}

void wait_for_child(int ms)
{
	struct pollfd p = {.fd = signals, .events = POLLIN};
	poll(&p, 1, ms);
	drain_signals();
}

static void take(const struct frame *f)
{
	struct message m;
	bool whole;
	enum ack code = flow_take(&flow, f, &m, &whole);
	if (whole && !serve_has_room(m.type)) {
		code = flow_refuse(&flow, ACK_BUSY);
		whole = false;
	}
	if (whole && m.type == REQUEST_HELLO)
		out_reset();
	out_ack(f->seq, code);
	if (whole)
		serve(&m);
}

/* All frames that are there, as long as there is room for their answers. */
static void decode(void)
{
	struct frame f;
	enum ack code, skipped = ACK_OK;
	enum decoded d = DECODED_NOTHING;
	while (out_has_room() && (d = decoder_next(&decoder, &f, &code)) != DECODED_NOTHING) {
		if (d == DECODED_RUBBISH) {
			skipped = skipped ? skipped : code; /* why the run began; what follows is only its rest */
			continue;
		}
		if (skipped)
			out_ack(UINT32_MAX, skipped);
		skipped = ACK_OK;
		take(&f);
	}
	if (skipped)
		out_ack(UINT32_MAX, skipped);
}

static void read_port(void)
{
	size_t room;
	uint8_t *to = decoder_space(&decoder, &room);
	ssize_t n = room ? read(port, to, room) : 0;
	if (n > 0) {
		decoder_added(&decoder, (size_t)n);
		partial_since = now_ms();
	} else if (room && (n == 0 || (errno != EAGAIN && errno != EINTR))) {
		if (getpid() != 1)
			exit(n == 0 ? 0 : 1);
		/* A hang-up of the port's tty: the descriptor is dead, and there is no other way to be reached. */
		complain("port: read", n == 0 ? 0 : errno);
		port_gone = true;
	}
}

static void expire_partial(void)
{
	if (decoder_waits(&decoder) && out_has_room() && now_ms() >= partial_since + PARTIAL_MS) {
		decoder_give_up(&decoder);
		out_ack(UINT32_MAX, ACK_BAD_FRAME);
		partial_since = now_ms();
	}
}

static int timeout(bool fragments)
{
	uint64_t now = now_ms(), at = probe_deadline(), next = pty_deadline();
	if (fragments)
		return 0;
	if (next < at)
		at = next;
	if (!out_pending()) {
		/* What waits for the port can't be hurried by time. */
		next = procevents_deadline();
		if (next < at)
			at = next;
	}
	if (decoder_waits(&decoder) && partial_since + PARTIAL_MS < at)
		at = partial_since + PARTIAL_MS;
	if (port_gone && now + 1000 < at)
		at = now + 1000;
	if (at == UINT64_MAX)
		return -1;
	return at <= now ? 0 : at - now > 60000 ? 60000 : (int)(at - now);
}

static void loop_once(void)
{
	struct pollfd fds[FDS_MAX];
	size_t n = 0;
	/* While the port takes nothing, terminals aren't read, and at the end no requests either: that is all the backpressure there is. */
	bool blocked = out_pending() && !out_stage();
	short port_events = (short)((out_has_room() ? POLLIN : 0) | (blocked ? POLLOUT : 0));
	fds[n++] = (struct pollfd){.fd = signals, .events = POLLIN};
	fds[n++] = (struct pollfd){.fd = port_gone ? -1 : port, .events = port_events};
	n += procevents_poll(fds + n);
	n += probe_poll(fds + n);
	n += blocked ? 0 : pty_poll(fds + n);
	if (poll(fds, n, timeout(out_pending() && !blocked)) < 0 && errno != EINTR)
		complain("poll", errno);

	drain_signals();
	if (children_waiting)
		reap();
	if (port_gone)
		port_gone = false; /* once a second, look whether it came back */
	if (fds[1].revents & (POLLIN | POLLHUP | POLLERR))
		read_port();
	decode();
	expire_partial();
	probe_serve();
	pty_serve();
	procevents_read();
	out_pump();
	pty_output();
	procevents_send();
}

static void prepare(void)
{
	sigset_t all;
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, NULL); /* also those of the keyboard and of power: nothing a learner sends ends PID 1 */
	signal(SIGPIPE, SIG_IGN);
	sigset_t child;
	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	signals = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
	if (signals < 0)
		complain("signalfd", errno);
	if (setsid() < 0 && getsid(0) != getpid())
		complain("setsid", errno);
	pty_prepare();
	serve_prepare();
	nshelper_start();
	memfile_start();
	buf_reserve();
}

int main(int argc, char **argv, char **env)
{
	if (argc == 3 && strcmp(argv[1], "--port") == 0) {
		port = atoi(argv[2]);
		fcntl(port, F_SETFL, O_NONBLOCK);
		fcntl(port, F_SETFD, FD_CLOEXEC);
		prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
		roots_open();
		prepare();
	} else if (getpid() != 1) {
		return 2;
	} else {
		if (argc < 2 || strcmp(argv[1], "stage2") != 0)
			init_root(env);
		init_system();
		prepare();
		port = init_port();
		init_privileges();
	}
	out_open(port);
	for (;;)
		loop_once();
}
