/* Drives the real agent over a socket: drive AGENT. As root, for namespaces and filters. Each test reads like what it claims. */
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "drive.h"

int failures, checks, port;
struct payload P;
char tree[64];
const char *const ENV[] = {"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "TERM=xterm", NULL};

bool is(struct slice s, const char *text)
{
	return s.len == strlen(text) && !memcmp(s.data, text, s.len);
}

static void test_events(void)
{
	P.len = 0;
	add_u8(&P, 1);
	struct answer a = client_ask(REQUEST_EVENTS, &P);
	if (a.type != MESSAGE_RESULT) {
		printf("no proc connector here (errno %d): its events are not tested\n", a.err);
		return;
	}
	pid_t pid = fork();
	if (!pid) {
		usleep(50000);
		execl("/bin/true", "true", (char *)NULL);
	}
	client.watched = (uint32_t)pid;
	waitpid(pid, NULL, 0);
	for (int i = 0; i < 20 && client.proc_of_watched < 2; i++)
		client_pump(50);
	CHECK(client.proc_of_watched >= 2, "exec and exit of a process are told (%u)", client.proc_of_watched);
	client.proc_events = 0;
	sh(0, 0, 0, 0, 5000, 100, "true; true", "");
	for (int i = 0; i < 4; i++)
		client_pump(50);
	printf("events during a probe: %u (of others)\n", client.proc_events);
	P.len = 0;
	add_u8(&P, 0);
	client_ask(REQUEST_EVENTS, &P);
}

static void test_restore(void)
{
	const char *const sleep[] = {"sleep", "0.2", NULL};
	probe_payload(0, 0, 0, 0, 5000, 100, sleep, "");
	uint32_t id = client_send(REQUEST_PROBE, &P);
	CHECK(client_hello().type == MESSAGE_HELLO_OK, "HELLO with a probe running");
	CHECK(client_wait(id, 700).code == -1, "a request from before HELLO is not answered");
}

int main(int argc, char **argv)
{
	int s[2];
	char fd[12], clean[100];
	setbuf(stdout, NULL);
	if (argc != 2 || socketpair(AF_UNIX, SOCK_STREAM, 0, s))
		return 2;
	strcpy(tree, "/tmp/agent-test-XXXXXX");
	if (!mkdtemp(tree))
		return 2;
	snprintf(fd, sizeof fd, "%d", s[1]);
	pid_t agent = fork();
	if (!agent) {
		close(s[0]);
		execl(argv[1], "agent", "--port", fd, (char *)NULL);
		_exit(127);
	}
	close(s[1]);
	port = s[0];
	client_open(port);
	uint8_t one = 1;
	CHECK(client_frame(REQUEST_EVENTS, 1, 1, &one, 1) == ACK_OUT_OF_ORDER, "nothing before HELLO");
	CHECK(client_hello().type == MESSAGE_HELLO_OK, "HELLO");
	pid_t held = holder(CLONE_NEWUTS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWPID | CLONE_NEWNS);
	test_batch();
	test_inside(held);
	test_netlink(held);
	test_seccomp();
	test_probe(held);
	test_terminals();
	test_files();
	test_frames();
	test_events();
	test_restore();
	kill(held, SIGKILL);
	close(s[0]);
	int status = 0;
	waitpid(agent, &status, 0);
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0, "the agent ends cleanly, without a finding (%x)", status);
	snprintf(clean, sizeof clean, "rm -rf %s", tree);
	CHECK(system(clean) == 0, "clean up");
	printf("drive: %d checks, %d failed\n", checks, failures);
	return failures > 0;
}
