#define _GNU_SOURCE
#include "probe.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "list.h"
#include "out.h"
#include "probe_child.h"

enum { GRACE_MS = 200, KILLED_MS = 500, READ_TURN = 65536, PAST_MAX = 32, PAST_MS = 2000 };

enum how { HOW_EXITED, HOW_SIGNALLED, HOW_TIMED_OUT, HOW_NOT_STARTED };

static struct probe {
	bool used, reaped, killed;
	uint32_t id, generation, limit;
	pid_t child, pid; /* child leads the session; pid is what runs the program: another one when it entered a pid namespace */
	int note, pipes[2];
	struct buf output[2];
	bool cut[2];
	uint8_t how, stage;
	int32_t value;
	uint64_t deadline; /* until `killed`: of the request; then, and once reaped: when to answer as it is */
} probes[PROBES_MAX];

/* Sessions of probes that are over: what is left of them was killed and is still a process for a moment. */
static struct {
	pid_t session;
	uint64_t until;
} past[PAST_MAX];
static size_t past_next;

unsigned probe_running(void)
{
	unsigned n = 0;
	for (size_t i = 0; i < PROBES_MAX; i++)
		n += probes[i].used;
	return n;
}

bool probe_has_room(void)
{
	return probe_running() < PROBES_MAX;
}

bool probe_owns_session(pid_t session)
{
	uint64_t now = now_ms();
	for (size_t i = 0; i < PROBES_MAX; i++)
		if (probes[i].used && probes[i].child == session)
			return true;
	for (size_t i = 0; i < PAST_MAX; i++)
		if (past[i].session == session && past[i].until > now)
			return true;
	return false;
}

bool probe_owns_pid(pid_t pid)
{
	for (size_t i = 0; i < PROBES_MAX; i++)
		if (probes[i].used && (probes[i].child == pid || probes[i].pid == pid))
			return true;
	return false;
}

bool probe_any(void)
{
	uint64_t now = now_ms();
	for (size_t i = 0; i < PAST_MAX; i++)
		if (past[i].until > now)
			return true;
	return probe_running() > 0;
}

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Until nobody is found: what forks while it is looked for is found the next time. */
static void kill_session(pid_t session)
{
	for (int pass = 0; pass < 4; pass++) {
		struct list l;
		bool found = false;
		int fd = open_at_boot("/proc", O_RDONLY | O_DIRECTORY);
		if (fd < 0 || list_read(fd, LIST_PIDS, (struct slice){0}, &l)) {
			complain("/proc", errno);
			if (fd >= 0)
				close(fd);
			return;
		}
		close(fd);
		for (uint32_t i = 0; i < l.n; i++) {
			pid_t pid = (pid_t)strtol((const char *)list_entry(&l, i).name.data, NULL, 10);
			if (pid > 1 && pid != getpid() && getsid(pid) == session)
				found |= kill(pid, SIGKILL) == 0;
		}
		list_free(&l);
		if (!found)
			return;
	}
}

static int give_input(struct slice input)
{
	int in[2];
	if (!input.len)
		return open("/dev/null", O_RDONLY | O_CLOEXEC);
	if (pipe2(in, O_CLOEXEC))
		return -1;
	/* A pipe holds 65,536 bytes, a message less: all of it goes in before anybody reads. */
	fcntl(in[1], F_SETFL, O_NONBLOCK);
	ssize_t n = write(in[1], input.data, input.len);
	close(in[1]);
	if (n != (ssize_t)input.len) {
		close(in[0]);
		errno = ENOBUFS;
		return -1;
	}
	return in[0];
}

static void answer_failed(uint32_t id, enum child_stage stage, int err)
{
	uint8_t p[15] = {HOW_NOT_STARTED};
	put_u32(p + 1, (uint32_t)err);
	p[5] = (uint8_t)stage;
	out_small(MESSAGE_RESULT, id, p, sizeof p);
}

void probe_start(uint32_t id, const struct probe_request *q)
{
	struct probe *p = probes;
	while (p->used)
		p++;
	const struct child_program *program = child_program(&q->argv, &q->env);
	const char *cwd = path_of(q->cwd);
	int note[2] = {-1, -1}, out[2] = {-1, -1}, err[2] = {-1, -1}, in = give_input(q->input);
	pid_t child = -1;
	int failure = !program ? E2BIG : 0;
	if (!failure && (in < 0 || pipe2(note, O_CLOEXEC) || pipe2(out, O_CLOEXEC) || pipe2(err, O_CLOEXEC)))
		failure = errno;
	if (!failure && (child = fork()) == 0)
		probe_child(q, program, cwd, (struct probe_pipes){.in = in, .out = out[1], .err = err[1], .note = note[1]});
	if (!failure && child < 0)
		failure = errno;
	close_fd(&in);
	close_fd(&note[1]);
	close_fd(&out[1]);
	close_fd(&err[1]);
	if (failure) {
		close_fd(&note[0]);
		close_fd(&out[0]);
		close_fd(&err[0]);
		answer_failed(id, STAGE_FORK, failure);
		return;
	}
	fcntl(note[0], F_SETFL, O_NONBLOCK);
	fcntl(out[0], F_SETFL, O_NONBLOCK);
	fcntl(err[0], F_SETFL, O_NONBLOCK);
	*p = (struct probe){
		.used = true,
		.id = id,
		.generation = out_generation(),
		.limit = q->output_limit,
		.child = child,
		.pid = q->enter & ENTER_PID ? 0 : child,
		.note = note[0],
		.pipes = {out[0], err[0]},
		.deadline = now_ms() + q->timeout_ms,
	};
}

static void read_notes(struct probe *p)
{
	struct child_note n;
	ssize_t r;
	while (p->note >= 0 && (r = read(p->note, &n, sizeof n)) != -1) {
		if (r != sizeof n) {
			close_fd(&p->note);
		} else if (n.kind == NOTE_PID) {
			p->pid = n.value;
		} else {
			p->how = HOW_NOT_STARTED;
			p->stage = n.stage;
			p->value = n.value;
		}
	}
}

void probe_drain_notes(void)
{
	for (size_t i = 0; i < PROBES_MAX; i++)
		if (probes[i].used)
			read_notes(&probes[i]);
}

bool probe_reaped(pid_t pid, int status)
{
	for (struct probe *p = probes; p < probes + PROBES_MAX; p++) {
		if (!p->used || p->reaped || (pid != p->child && pid != p->pid))
			continue;
		read_notes(p);
		if (p->pid && pid != p->pid)
			return true; /* the one that only went ahead */
		p->reaped = true;
		if (p->how != HOW_NOT_STARTED && !p->killed) {
			p->how = WIFSIGNALED(status) ? HOW_SIGNALLED : HOW_EXITED;
			p->value = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
		}
		p->deadline = now_ms() + GRACE_MS;
		return true;
	}
	return false;
}

static void read_output(struct probe *p, int which)
{
	for (size_t turn = 0; p->pipes[which] >= 0 && turn < READ_TURN;) {
		static uint8_t rest[4096];
		struct buf *b = &p->output[which];
		size_t room = p->limit - b->len;
		uint8_t *to = room ? buf_room(b, room < 4096 ? room : 4096) : NULL;
		ssize_t n = read(p->pipes[which], to ? to : rest, to ? (room < 4096 ? room : 4096) : sizeof rest);
		if (n < 0 && errno == EAGAIN)
			return;
		if (n <= 0) {
			close_fd(&p->pipes[which]);
			return;
		}
		turn += (size_t)n;
		if (to)
			b->len += (size_t)n;
		else
			p->cut[which] = true; /* read on, so that the program isn't stopped by it */
	}
}

static void finish(struct probe *p)
{
	struct buf b = {0};
	close_fd(&p->note);
	close_fd(&p->pipes[0]);
	close_fd(&p->pipes[1]);
	past[past_next].session = p->child;
	past[past_next].until = now_ms() + PAST_MS;
	past_next = (past_next + 1) % PAST_MAX;
	kill_session(p->child);
	if (p->generation == out_generation()) {
		buf_add(&b, &p->how, 1);
		buf_u32(&b, (uint32_t)p->value);
		buf_add(&b, &p->stage, 1);
		buf_add(&b, &(uint8_t){(uint8_t)(p->cut[0] | p->cut[1] << 1)}, 1);
		buf_lp(&b, p->output[0].data, p->output[0].len);
		buf_lp(&b, p->output[1].data, p->output[1].len);
		out_result(p->id, &b);
	}
	buf_free(&p->output[0]);
	buf_free(&p->output[1]);
	p->used = false;
}

static void time_out(struct probe *p)
{
	p->killed = true;
	p->how = HOW_TIMED_OUT;
	p->value = SIGKILL;
	kill_session(p->child);
	kill(p->child, SIGKILL); /* it may not have come as far as its session */
	p->deadline = now_ms() + KILLED_MS;
}

size_t probe_poll(struct pollfd *fds)
{
	size_t n = 0;
	for (size_t i = 0; i < PROBES_MAX; i++) {
		int all[] = {probes[i].note, probes[i].pipes[0], probes[i].pipes[1]};
		for (size_t j = 0; probes[i].used && j < 3; j++)
			if (all[j] >= 0)
				fds[n++] = (struct pollfd){.fd = all[j], .events = POLLIN};
	}
	return n;
}

void probe_serve(void)
{
	for (struct probe *p = probes; p < probes + PROBES_MAX; p++) {
		if (!p->used)
			continue;
		read_notes(p);
		read_output(p, 0);
		read_output(p, 1);
		bool ended = p->pipes[0] < 0 && p->pipes[1] < 0, due = now_ms() >= p->deadline;
		if (p->reaped ? ended || due : p->killed && due)
			finish(p);
		else if (!p->reaped && !p->killed && due)
			time_out(p);
	}
}

uint64_t probe_deadline(void)
{
	uint64_t at = UINT64_MAX;
	for (size_t i = 0; i < PROBES_MAX; i++)
		if (probes[i].used && probes[i].deadline < at)
			at = probes[i].deadline;
	return at;
}
