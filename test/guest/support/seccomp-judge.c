/*
 * Installs stacks of seccomp filters and makes system calls under them; prints what the kernel did with each.
 *
 * Without arguments: the address at which the system calls return. With a file of 32-bit words: stacks, each
 *   number of filters, then of each: number of instructions, instructions of two words; number of calls, then of each: number, six arguments.
 * A line a call: `HOW RESULT NATIVE TRACED SIGNALLED NUMBER ARCHITECTURE ERRNO ADDRESS`, where HOW is 2 (came back), 3 (the thread was killed)
 * or 4 (the process was); TRACED is the tracer's message + 1, SIGNALLED whether SIGSYS was handled.
 *
 * The calls are made by a second thread, so that one killed thread is told from a killed process; it makes no other system calls once it
 * has its filters. A tracer hears of SECCOMP_RET_TRACE.
 */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CALLS_MAX = 256, WORDS = 7, BEGAN = 1, CAME_BACK, THREAD_KILLED, PROCESS_KILLED };

__asm__(".text\n.globl raw\nraw:\n"
	"push %ebx\npush %esi\npush %edi\npush %ebp\n"
	"mov 20(%esp), %ebp\n"
	"mov 0(%ebp), %eax\nmov 4(%ebp), %ebx\nmov 8(%ebp), %ecx\nmov 12(%ebp), %edx\n"
	"mov 16(%ebp), %esi\nmov 20(%ebp), %edi\nmov 24(%ebp), %ebp\n"
	"int $0x80\n"
	".globl after\nafter:\n"
	"pop %ebp\npop %edi\npop %esi\npop %ebx\nret\n");
extern unsigned raw(const unsigned *call);
extern char after[];

static struct {
	volatile int current, finished;
	volatile pid_t thread;
	struct {
		volatile unsigned how, result, native, traced, signalled, number, architecture, error, address;
	} calls[CALLS_MAX];
} *shared;

static const unsigned *filters, *calls;
static unsigned filter_count, call_count;
static jmp_buf back;
static char stack[65536];

static void on_sigsys(int sig, siginfo_t *info, void *context)
{
	int i = shared->current;
	(void)sig;
	(void)context;
	shared->calls[i].signalled = 1;
	shared->calls[i].number = info->si_syscall;
	shared->calls[i].architecture = info->si_arch;
	shared->calls[i].error = info->si_errno;
	shared->calls[i].address = (unsigned)info->si_call_addr;
	_longjmp(back, 1);
}

static int under_filters(void *from)
{
	const unsigned *at = filters;
	for (unsigned i = (int)from; i < call_count; i++)
		shared->calls[i].native = raw(calls + i * WORDS);
	for (unsigned i = 0; i < filter_count; i++) {
		struct sock_fprog program = { at[0], (struct sock_filter *)(at + 1) };
		unsigned install[WORDS] = { SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, (unsigned)&program };
		/* Every filter lets the next one be installed. */
		if (raw(install) != 0)
			abort();
		at += 1 + 2 * at[0];
	}
	for (shared->current = (int)from; shared->current < (int)call_count; shared->current++) {
		int i = shared->current;
		shared->calls[i].how = BEGAN;
		if (_setjmp(back) == 0)
			shared->calls[i].result = raw(calls + i * WORDS);
		shared->calls[i].how = CAME_BACK;
	}
	shared->finished = 1;
	for (;;)
		;
}

static void child(int from)
{
	struct sigaction action = { .sa_sigaction = on_sigsys, .sa_flags = SA_SIGINFO | SA_NODEFER };
	struct rlimit no_core = { 0, 0 };
	setrlimit(RLIMIT_CORE, &no_core);
	sigaction(SIGSYS, &action, NULL);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	ptrace(PTRACE_TRACEME, 0, NULL, NULL);
	raise(SIGSTOP);
	shared->finished = 0;
	shared->thread = 1;
	clone(under_filters, stack + sizeof stack,
	      CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM | CLONE_CHILD_CLEARTID, (void *)from,
	      NULL, NULL, (pid_t *)&shared->thread);
	while (!shared->finished && shared->thread)
		sched_yield();
	if (!shared->finished)
		shared->calls[shared->current].how = THREAD_KILLED;
	_exit(0);
}

/* Follows the child to its end; returns its wait status. */
static int follow(pid_t leader)
{
	int status, first = 1;
	for (;;) {
		pid_t pid = waitpid(-1, &status, __WALL);
		if (pid < 0)
			exit(3);
		if (!WIFSTOPPED(status)) {
			if (pid == leader)
				return status;
			continue;
		}
		if (first && pid == leader) {
			first = 0;
			ptrace(PTRACE_SETOPTIONS, pid, NULL, (void *)(PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL));
		}
		if (status >> 8 == (SIGTRAP | (PTRACE_EVENT_SECCOMP << 8))) {
			unsigned long message;
			ptrace(PTRACE_GETEVENTMSG, pid, NULL, &message);
			shared->calls[shared->current].traced = message + 1;
		}
		ptrace(PTRACE_CONT, pid, NULL, (void *)(WSTOPSIG(status) == SIGSYS ? SIGSYS : 0));
	}
}

static void judge(void)
{
	memset(shared, 0, sizeof *shared);
	for (int from = 0; from < (int)call_count; from = shared->current + 1) {
		pid_t leader = fork();
		if (leader == 0)
			child(from);
		int status = follow(leader);
		if (WIFSIGNALED(status)) {
			if (WTERMSIG(status) != SIGSYS || shared->calls[shared->current].how != BEGAN)
				exit(4);
			shared->calls[shared->current].how = PROCESS_KILLED;
		} else if (shared->finished) {
			break;
		}
	}
	for (unsigned i = 0; i < call_count; i++)
		printf("%u %u %u %u %u %u %u %u %u\n", shared->calls[i].how, shared->calls[i].result, shared->calls[i].native,
		       shared->calls[i].traced, shared->calls[i].signalled, shared->calls[i].number, shared->calls[i].architecture,
		       shared->calls[i].error, shared->calls[i].address);
}

int main(int argc, char **argv)
{
	static unsigned words[262144];
	if (argc < 2) {
		printf("%u\n", (unsigned)after);
		return 0;
	}
	FILE *file = fopen(argv[1], "r");
	size_t count = file ? fread(words, sizeof words[0], sizeof words / sizeof words[0], file) : 0;
	shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	for (const unsigned *at = words; at < words + count; at += call_count * WORDS) {
		filter_count = *at++;
		filters = at;
		for (unsigned i = 0; i < filter_count; i++)
			at += 1 + 2 * at[0];
		call_count = *at++;
		calls = at;
		judge();
	}
	return 0;
}
