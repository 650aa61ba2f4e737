#define _GNU_SOURCE
#include "procevents.h"

#include <errno.h>
#include <linux/cn_proc.h>
#include <linux/connector.h>
#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include "out.h"
#include "probe.h"
#include "pty.h"

enum { RECORD = 24, KEPT_MAX = 640, DELAY_MS = 20, PER_SECOND = 2000, OWN_MAX = 512, READ_TURN = 512, QUEUE = 512 << 10 };

static int sock = -1;
static uint8_t records[KEPT_MAX * RECORD];
static size_t kept;
static uint32_t lost, this_second;
static uint64_t first_at, second_began;

/* Processes of probes, by the forks that made them: when an event is read, its process may be gone. */
static pid_t own[OWN_MAX];

static pid_t *own_slot(pid_t pid)
{
	for (size_t i = 0; i < OWN_MAX; i++)
		if (own[i] == pid)
			return &own[i];
	return NULL;
}

static void remember(pid_t pid)
{
	pid_t *slot = own_slot(0);
	if (slot)
		*slot = pid;
}

int procevents_set(bool on)
{
	if (sock >= 0)
		close(sock);
	sock = -1;
	kept = 0;
	lost = 0;
	memset(own, 0, sizeof own);
	if (!on)
		return 0;
	sock = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_CONNECTOR);
	if (sock < 0)
		return errno;
	int size = QUEUE;
	setsockopt(sock, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size);
	struct sockaddr_nl self = {.nl_family = AF_NETLINK, .nl_groups = CN_IDX_PROC};
	struct {
		struct nlmsghdr h;
		struct cn_msg cn;
		uint32_t op;
	} __attribute__((packed)) m = {
		.h = {.nlmsg_len = sizeof m, .nlmsg_type = NLMSG_DONE},
		.cn = {.id = {.idx = CN_IDX_PROC, .val = CN_VAL_PROC}, .len = sizeof m.op},
		.op = PROC_CN_MCAST_LISTEN,
	};
	if (bind(sock, (struct sockaddr *)&self, sizeof self) || send(sock, &m, sizeof m, 0) < 0) {
		int err = errno;
		close(sock);
		sock = -1;
		return err;
	}
	return 0;
}

size_t procevents_poll(struct pollfd *fds)
{
	if (sock < 0)
		return 0;
	fds[0] = (struct pollfd){.fd = sock, .events = POLLIN};
	return 1;
}

static bool in_probe(pid_t pid)
{
	if (probe_owns_pid(pid))
		return true;
	pid_t session = probe_any() ? getsid(pid) : 0;
	return session > 0 && probe_owns_session(session);
}

/* Whether the event is of the agent or of a probe. Keeps the set of probes' processes as it goes. */
static bool is_own(uint32_t what, pid_t pid, pid_t tgid, uint32_t a, uint32_t b)
{
	pid_t self = getpid();
	pid_t *slot = own_slot(pid);
	if (what == PROC_EVENT_FORK) {
		bool of_own = own_slot((pid_t)a) || in_probe(pid);
		/* What the agent forks is a terminal's first process or a probe's. */
		of_own |= (pid_t)b == self && tgid != self && !pty_owns_pid(pid) && getsid(pid) <= 0;
		if (of_own && !slot)
			remember(pid);
		else if (!of_own && slot)
			*slot = 0; /* the number was given again */
		return of_own || tgid == self;
	}
	if (tgid == self)
		return true;
	bool of_own = slot || in_probe(pid);
	if (slot && what == PROC_EVENT_EXIT)
		*slot = 0;
	return of_own;
}

static void keep(const struct proc_event *e, uint32_t seq)
{
	uint32_t what = e->what, pid = 0, tgid = 0, a = 0, b = 0;
	switch (what) {
	case PROC_EVENT_FORK:
		pid = (uint32_t)e->event_data.fork.child_pid;
		tgid = (uint32_t)e->event_data.fork.child_tgid;
		a = (uint32_t)e->event_data.fork.parent_pid;
		b = (uint32_t)e->event_data.fork.parent_tgid;
		break;
	case PROC_EVENT_EXIT:
		pid = (uint32_t)e->event_data.exit.process_pid;
		tgid = (uint32_t)e->event_data.exit.process_tgid;
		a = e->event_data.exit.exit_code;
		b = (uint32_t)e->event_data.exit.parent_tgid;
		break;
	case PROC_EVENT_UID:
	case PROC_EVENT_GID:
		pid = (uint32_t)e->event_data.id.process_pid;
		tgid = (uint32_t)e->event_data.id.process_tgid;
		a = e->event_data.id.r.ruid;
		b = e->event_data.id.e.euid;
		break;
	case PROC_EVENT_EXEC:
	case PROC_EVENT_SID:
	case PROC_EVENT_COMM: /* begin alike */
		pid = (uint32_t)e->event_data.exec.process_pid;
		tgid = (uint32_t)e->event_data.exec.process_tgid;
		break;
	default: /* an acknowledgement; ptrace and core dumps */
		return;
	}
	if (is_own(what, (pid_t)pid, (pid_t)tgid, a, b))
		return;
	uint64_t now = now_ms();
	if (now - second_began >= 1000) {
		second_began = now;
		this_second = 0;
	}
	if (kept == KEPT_MAX || ++this_second > PER_SECOND) {
		lost++;
		return;
	}
	if (!kept)
		first_at = now;
	const uint32_t fields[] = {what, seq, pid, tgid, a, b};
	for (size_t i = 0; i < 6; i++)
		put_u32(records + kept * RECORD + i * 4, fields[i]);
	kept++;
}

void procevents_read(void)
{
	static uint8_t datagram[4096];
	/* In turns: a fork bomb makes more of them than there is time for. */
	for (int i = 0; sock >= 0 && i < READ_TURN; i++) {
		ssize_t n = recv(sock, datagram, sizeof datagram, 0);
		if (n < 0) {
			if (errno != ENOBUFS)
				return;
			lost++; /* the kernel doesn't say how many */
			continue;
		}
		enum { AT = NLMSG_HDRLEN + sizeof(struct cn_msg) };
		struct cn_msg cn;
		struct proc_event e = {0};
		if (n < AT + 16)
			continue;
		memcpy(&cn, datagram + NLMSG_HDRLEN, sizeof cn);
		size_t len = (size_t)n - AT;
		memcpy(&e, datagram + AT, len < sizeof e ? len : sizeof e);
		if (cn.id.idx == CN_IDX_PROC && cn.id.val == CN_VAL_PROC)
			keep(&e, cn.seq);
	}
}

void procevents_send(void)
{
	uint8_t *room;
	if ((!kept && !lost) || (kept && kept < KEPT_MAX && now_ms() < first_at + DELAY_MS))
		return;
	if (kept && (room = out_stage())) {
		memcpy(room, records, kept * RECORD);
		out_staged(EVENT_PROC, kept * RECORD);
		kept = 0;
	}
	if (lost && !kept && (room = out_stage())) {
		put_u32(room, lost);
		out_staged(EVENT_PROC_LOST, 4);
		lost = 0;
	}
}

uint64_t procevents_deadline(void)
{
	return kept ? first_at + DELAY_MS : lost ? 0 : UINT64_MAX;
}
