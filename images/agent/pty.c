#define _GNU_SOURCE
#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "child.h"
#include "out.h"

enum { QUEUE_MAX = 65536, TURN = 4096, DRAIN_MS = 100, HUNG_MS = 100, TTY_GROUP = 5 };

static struct pty {
	bool used, starting, exited, drained;
	uint32_t id, request, generation;
	pid_t pid;
	int status, master, note;
	uint16_t cols, rows;
	uint32_t window;
	uint64_t exit_at, hung_until; /* nobody has the terminal open: look again then */
	uint8_t *queue; /* input that the terminal doesn't take yet */
	size_t queue_from, queue_len;
} ptys[PTYS_MAX];
static uint32_t last_id;
static int pts = -1;

void pty_prepare(void)
{
	pts = open("/dev/pts", O_PATH | O_DIRECTORY | O_CLOEXEC);
}

static int open_master(void)
{
	const int flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
	int fd = pts >= 0 ? openat(pts, "ptmx", flags) : -1;
	return fd >= 0 ? fd : open("/dev/ptmx", flags);
}

static void drop(struct pty *t)
{
	if (t->master >= 0)
		close(t->master);
	if (t->note >= 0)
		close(t->note);
	free(t->queue);
	*t = (struct pty){.master = -1, .note = -1};
}

static void set_size(struct pty *t, uint16_t cols, uint16_t rows)
{
	struct winsize w = {.ws_col = cols, .ws_row = rows};
	ioctl(t->master, TIOCSWINSZ, &w);
	t->cols = cols;
	t->rows = rows;
}

static void __attribute__((noreturn)) child(const struct pty_open_request *q, const struct child_program *p, const char *cwd, int slave, int note)
{
	struct termios mode;
	setsid();
	if (ioctl(slave, TIOCSCTTY, 0))
		child_fail(note, STAGE_EXEC, errno);
	if (tcgetattr(slave, &mode) == 0) {
		mode.c_iflag |= IUTF8;
		tcsetattr(slave, TCSANOW, &mode);
	}
	if (q->uid && fchown(slave, q->uid, TTY_GROUP))
		complain("terminal: chown", errno);
	dup2(slave, 0);
	dup2(slave, 1);
	dup2(slave, 2);
	child_reset();
	int err = child_ids(q->uid, q->gid);
	if (err)
		child_fail(note, STAGE_IDS, err);
	/* As login does when there is no home. */
	if (*cwd && chdir(cwd) && chdir("/"))
		child_fail(note, STAGE_ROOT, errno);
	child_fail(note, STAGE_EXEC, child_exec(p));
}

void pty_open(uint32_t id, const struct pty_open_request *q)
{
	struct pty *t = ptys;
	while (t < ptys + PTYS_MAX && t->used)
		t++;
	const struct child_program *program = child_program(&q->argv, &q->env);
	const char *cwd = path_of(q->cwd);
	int note[2] = {-1, -1}, unlock = 0;
	if (t == ptys + PTYS_MAX || !program) {
		out_error(id, ERROR_LIMIT, 0, program ? "too many terminals" : "too many arguments");
		return;
	}
	*t = (struct pty){.used = true, .starting = true, .id = ++last_id, .request = id, .generation = out_generation(), .note = -1, .window = PTY_WINDOW};
	t->master = open_master();
	int slave = -1;
	if (t->master < 0 || ioctl(t->master, TIOCSPTLCK, &unlock) || (slave = ioctl(t->master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC)) < 0 ||
	    pipe2(note, O_CLOEXEC)) {
		out_error(id, ERROR_SYSCALL, errno, "terminal");
		if (slave >= 0)
			close(slave);
		drop(t);
		return;
	}
	set_size(t, q->cols, q->rows);
	t->pid = fork();
	if (t->pid == 0)
		child(q, program, cwd, slave, note[1]);
	int err = errno;
	close(slave);
	close(note[1]);
	t->note = note[0];
	if (t->pid < 0) {
		out_error(id, ERROR_SYSCALL, err, "fork");
		drop(t);
		return;
	}
	fcntl(t->note, F_SETFL, O_NONBLOCK);
}

static void start(struct pty *t)
{
	struct child_note n;
	ssize_t r = read(t->note, &n, sizeof n);
	if (r < 0)
		return;
	bool asked = t->generation == out_generation();
	if (r == sizeof n) {
		if (asked)
			out_error(t->request, ERROR_SYSCALL, n.value, "the program can't be started");
		drop(t);
		return;
	}
	close(t->note);
	t->note = -1;
	t->starting = false;
	uint8_t p[8];
	put_u32(p, t->id);
	put_u32(p + 4, (uint32_t)t->pid);
	if (asked)
		out_small(MESSAGE_RESULT, t->request, p, sizeof p);
}

static void give_input(struct pty *t)
{
	while (t->queue_len) {
		ssize_t n = write(t->master, t->queue + t->queue_from, t->queue_len);
		if (n <= 0)
			return;
		t->queue_from += (size_t)n;
		t->queue_len -= (size_t)n;
	}
	free(t->queue);
	t->queue = NULL;
	t->queue_from = 0;
}

static bool take_input(struct pty *t, struct slice s)
{
	if (s.len > QUEUE_MAX - t->queue_len)
		return false;
	while (!t->queue_len && s.len) {
		ssize_t n = write(t->master, s.data, s.len);
		if (n <= 0)
			break;
		s.data += n;
		s.len -= (size_t)n;
	}
	if (!s.len)
		return true;
	if (!t->queue && !(t->queue = malloc(QUEUE_MAX)))
		return false;
	memmove(t->queue, t->queue + t->queue_from, t->queue_len);
	t->queue_from = 0;
	memcpy(t->queue + t->queue_len, s.data, s.len);
	t->queue_len += s.len;
	return true;
}

static int send_signal(struct pty *t, int sig)
{
	pid_t group = 0;
	if (ioctl(t->master, TIOCGPGRP, &group))
		return errno;
	if (group <= 1)
		return ESRCH;
	return kill(-group, sig) ? errno : 0;
}

void pty_request(uint8_t type, uint32_t id, const struct pty_request *q)
{
	int err = 0;
	struct pty *t = ptys;
	while (t < ptys + PTYS_MAX && !(t->used && t->id == q->terminal))
		t++;
	if (t == ptys + PTYS_MAX) {
		out_error(id, ERROR_NOT_FOUND, 0, "no such terminal");
		return;
	}
	switch (type) {
	case REQUEST_PTY_WRITE:
		if (!take_input(t, q->bytes)) {
			out_error(id, ERROR_LIMIT, 0, "too much input waits");
			return;
		}
		break;
	case REQUEST_PTY_RESIZE:
		set_size(t, q->cols, q->rows);
		break;
	case REQUEST_PTY_SIGNAL:
		err = send_signal(t, (int)q->number);
		break;
	case REQUEST_PTY_CLOSE:
		if (t->starting && t->generation == out_generation())
			out_error(t->request, ERROR_NOT_FOUND, 0, "closed before it started");
		drop(t);
		break;
	default: /* PTY_CREDIT */
		t->window = q->number > PTY_WINDOW - t->window ? PTY_WINDOW : t->window + q->number;
		break;
	}
	if (err)
		out_error(id, ERROR_SYSCALL, err, "kill");
	else
		out_small(MESSAGE_RESULT, id, "", 0);
}

void pty_hello(void)
{
	for (size_t i = 0; i < PTYS_MAX; i++)
		ptys[i].window = PTY_WINDOW;
}

size_t pty_describe(uint8_t *to)
{
	uint16_t n = 0;
	uint8_t *p = to + 2;
	for (size_t i = 0; i < PTYS_MAX; i++) {
		if (!ptys[i].used)
			continue;
		put_u32(p, ptys[i].id);
		put_u32(p + 4, (uint32_t)ptys[i].pid);
		put_u16(p + 8, ptys[i].cols);
		put_u16(p + 10, ptys[i].rows);
		p += 12;
		n++;
	}
	put_u16(to, n);
	return (size_t)(p - to);
}

bool pty_owns_pid(pid_t pid)
{
	for (size_t i = 0; i < PTYS_MAX; i++)
		if (ptys[i].used && ptys[i].pid == pid)
			return true;
	return false;
}

bool pty_reaped(pid_t pid, int status)
{
	for (struct pty *t = ptys; t < ptys + PTYS_MAX; t++) {
		if (!t->used || t->exited || t->pid != pid)
			continue;
		t->exited = true;
		t->status = status;
		t->exit_at = now_ms();
		return true;
	}
	return false;
}

/* Master and note can't be in poll's set when nothing is wanted of them: it tells of a hang-up whatever it is asked. */
static bool wants_output(const struct pty *t)
{
	return !t->starting && !t->drained && t->window && now_ms() >= t->hung_until;
}

size_t pty_poll(struct pollfd *fds)
{
	size_t n = 0;
	for (struct pty *t = ptys; t < ptys + PTYS_MAX; t++) {
		if (!t->used)
			continue;
		if (t->starting)
			fds[n++] = (struct pollfd){.fd = t->note, .events = POLLIN};
		short events = (short)((wants_output(t) ? POLLIN : 0) | (t->queue_len && now_ms() >= t->hung_until ? POLLOUT : 0));
		if (events)
			fds[n++] = (struct pollfd){.fd = t->master, .events = events};
	}
	return n;
}

void pty_serve(void)
{
	for (struct pty *t = ptys; t < ptys + PTYS_MAX; t++) {
		if (t->used && t->starting)
			start(t);
		if (t->used && t->queue_len)
			give_input(t);
	}
}

static void read_output(struct pty *t, uint8_t *room)
{
	size_t want = t->window < TURN ? t->window : TURN;
	ssize_t n = read(t->master, room + 4, want);
	if (n > 0) {
		put_u32(room, t->id);
		t->window -= (uint32_t)n;
		out_staged(EVENT_PTY_OUTPUT, 4 + (size_t)n);
		return;
	}
	bool hung = n == 0 || errno == EIO;
	if (t->exited && (hung || now_ms() >= t->exit_at + DRAIN_MS))
		t->drained = true;
	else if (hung)
		t->hung_until = now_ms() + HUNG_MS;
}

/* A fair share for each, and a different one first each time. */
void pty_output(void)
{
	static size_t first;
	first = (first + 1) % PTYS_MAX;
	for (size_t i = 0; i < PTYS_MAX; i++) {
		struct pty *t = &ptys[(first + i) % PTYS_MAX];
		uint8_t *room;
		if (t->used && wants_output(t)) {
			if (!(room = out_stage()))
				return;
			read_output(t, room);
		}
		if (t->used && t->drained && out_has_room()) {
			uint8_t p[8];
			put_u32(p, t->id);
			put_u32(p + 4, (uint32_t)t->status);
			out_small(EVENT_PTY_EXIT, 0, p, sizeof p);
			drop(t);
		}
	}
}

uint64_t pty_deadline(void)
{
	uint64_t at = UINT64_MAX, now = now_ms();
	for (const struct pty *t = ptys; t < ptys + PTYS_MAX; t++) {
		if (!t->used || t->starting)
			continue;
		if (t->exited && t->window && t->exit_at + DRAIN_MS < at)
			at = t->exit_at + DRAIN_MS;
		if (t->hung_until > now && t->hung_until < at)
			at = t->hung_until;
	}
	return at;
}
