/* PROBE: what comes back, limits, and other namespaces. */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "drive.h"

void probe_payload(uint32_t target, uint32_t enter, uint32_t flags, uint32_t ids, uint32_t timeout, uint32_t limit, const char *const *argv, const char *input)
{
	P.len = 0;
	const uint32_t head[] = {target, enter, flags, ids, ids, timeout, limit};
	for (size_t i = 0; i < 7; i++)
		add_u32(&P, head[i]);
	add_text(&P, "");
	add_strings(&P, argv);
	add_strings(&P, ENV);
	add_text(&P, input);
}

static struct probed probed(struct answer a)
{
	struct reader r = reader_of(a.data, a.len);
	struct probed p = {.how = read_u8(&r), .value = (int)read_u32(&r), .stage = read_u8(&r), .cut = read_u8(&r)};
	p.out = read_lp(&r);
	p.err = read_lp(&r);
	p.good = a.type == MESSAGE_RESULT && !r.failed && !r.left;
	return p;
}

struct probed sh(uint32_t target, uint32_t enter, uint32_t flags, uint32_t ids, uint32_t timeout, uint32_t limit, const char *script, const char *input)
{
	const char *const argv[] = {"sh", "-c", script, NULL};
	probe_payload(target, enter, flags, ids, timeout, limit, argv, input);
	return probed(client_ask(REQUEST_PROBE, &P));
}

void test_probe(pid_t held)
{
	struct probed p = sh(0, 0, 0, 0, 5000, 1000, "cat; echo oops >&2; exit 7", "hello");
	CHECK(p.good && p.how == 0 && p.value == 7 && is(p.out, "hello") && is(p.err, "oops\n") && !p.cut, "a program's status, output and input");
	p = sh(0, 0, 0, 0, 5000, 1000, "kill -TERM $$", "");
	CHECK(p.good && p.how == 1 && p.value == SIGTERM, "a signal");
	const char *const missing[] = {"/no/such/program", NULL};
	probe_payload(0, 0, 0, 0, 1000, 100, missing, "");
	p = probed(client_ask(REQUEST_PROBE, &P));
	CHECK(p.good && p.how == 3 && p.value == ENOENT && p.stage == 6, "a program that is not there (%d %d %d)", p.how, p.value, p.stage);
	p = sh(0, 0, 0, 0, 5000, 10, "head -c 100000 /dev/zero | tr '\\0' a; echo b >&2", "");
	CHECK(p.good && p.how == 0 && p.cut == 1 && is(p.out, "aaaaaaaaaa") && is(p.err, "b\n"), "output cut off");
	p = sh(0, 0, 3, 1234, 5000, 1000, "id -u; id -G; grep NoNewPrivs /proc/self/status", "");
	CHECK(p.good && is(p.out, "1234\n1234\nNoNewPrivs:\t1\n"), "ids and no_new_privs: %.*s", (int)p.out.len, p.out.data);
	p = sh(0, 0, 0, 0, 300, 1000, "sleep 1000 & echo $!; sleep 1000", "");
	CHECK(p.good && p.how == 2, "a timeout (%d)", p.how);
	pid_t sleeper = (pid_t)atoi((const char *)p.out.data);
	usleep(50000);
	CHECK(sleeper > 1 && kill(sleeper, 0) == -1, "kills its whole session");
	p = sh(0, 0, 0, 0, 5000, 1000, "sleep 1000 & echo $!", "");
	sleeper = (pid_t)atoi((const char *)p.out.data);
	usleep(50000);
	CHECK(p.good && p.how == 0 && sleeper > 1 && kill(sleeper, 0) == -1, "what a probe leaves behind is killed");

	p = sh((uint32_t)held, ENTER_UTS | ENTER_NET | ENTER_IPC | ENTER_PID | ENTER_MNT | ENTER_ROOT | ENTER_CGROUP_NS, 0, 0, 5000, 1000, "hostname; echo $$; ls /sys/class/net | wc -l", "");
	CHECK(p.good && p.how == 0 && p.out.len > 9 && !memcmp(p.out.data, "inside\n", 7), "in namespaces of another (%d %d stage %d): %.*s%.*s", p.how, p.value, p.stage, (int)p.out.len, p.out.data, (int)p.err.len, p.err.data);
	CHECK(p.out.len > 9 && atoi((const char *)p.out.data + 7) < 100, "with a pid of its pid namespace");
	p = sh((uint32_t)held, ENTER_PID, 0, 0, 300, 1000, "sleep 1000 & sleep 1000", "");
	CHECK(p.good && p.how == 2, "a timeout in a pid namespace");
	pid_t user = holder(CLONE_NEWUSER | CLONE_NEWUTS);
	p = sh((uint32_t)user, ENTER_USER | ENTER_UTS, 0, 0, 5000, 1000, "hostname; cat /proc/self/uid_map | wc -l; id -u; grep CapEff /proc/self/status", "");
	CHECK(p.good && p.how == 0 && p.out.len > 20 && !memcmp(p.out.data, "inside\n0\n65534\n", 15), "in a user namespace: %.*s%.*s", (int)p.out.len, p.out.data, (int)p.err.len, p.err.data);
	kill(user, SIGKILL);
	waitpid(user, NULL, 0);
	p = sh(0x7ffffff0, ENTER_UTS, 0, 0, 5000, 1000, "true", "");
	CHECK(p.good && p.how == 3 && p.stage == 2 && p.value == ENOENT, "of nobody");

	uint32_t ids[17];
	const char *const sleep[] = {"sleep", "0.3", NULL};
	for (int i = 0; i < 17; i++) {
		probe_payload(0, 0, 0, 0, 5000, 100, sleep, "");
		ids[i] = client_send(REQUEST_PROBE, &P);
	}
	CHECK(!ids[16] && client.ack == ACK_BUSY, "the 17th at once is refused");
	for (int i = 0; i < 16; i++) {
		p = probed(client_wait(ids[i], 5000));
		CHECK(p.good && p.how == 0, "the others go on beside each other");
	}
	/* Under a name of its own: the machine that runs this may have other sleepers. */
	char nap[64];
	snprintf(nap, sizeof nap, "/tmp/nap-%d", (int)getpid());
	CHECK(!symlink("/bin/sleep", nap), "a program under a name of its own");
	const char *comm = strrchr(nap, '/') + 1;
	batch_begin(0, 0, 8 << 20);
	probe_payload(0, 0, 0, 0, 1000, 100, (const char *const[]){nap, "0.5", NULL}, "");
	uint32_t id = client_send(REQUEST_PROBE, &P);
	usleep(100000);
	batch_begin(0, 0, 8 << 20);
	batch_dir("/proc/[pid]", 1);
	batch_op(OP_READ, 0, "comm");
	batch_ask();
	bool seen = false;
	char line[64];
	snprintf(line, sizeof line, "%s\n", comm);
	for (size_t i = 0; i < batch.n; i++)
		seen |= records[i].op == 0 && is(records[i].data, line);
	CHECK(!seen, "[pid] leaves a probe out");
	client_wait(id, 5000);
	unlink(nap);
}
