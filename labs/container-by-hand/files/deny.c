/*
 * deny CALL,CALL… PROGRAM [ARGUMENT…]: runs it under a seccomp filter that refuses these system calls. CALL is a number, or NUMBER:BITS:
 * refused when one of these bits is set in its first argument. The answer is EPERM, and ENOSYS from 403 on: to those a library knows
 * an older call, and goes on with it when the kernel seems to lack the newer.
 */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	struct sock_filter code[256];
	int n = 0;
	if (argc < 3)
		return 1;
	code[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	for (char *at = argv[1]; *at && n < 250; at += *at == ',') {
		unsigned long number = strtoul(at, &at, 10), bits = *at == ':' ? strtoul(at + 1, &at, 0) : 0;
		code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, bits ? 4 : 1);
		if (bits) {
			code[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args));
			code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1);
		}
		code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (number < 403 ? EPERM : ENOSYS));
		if (bits)
			code[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	}
	if (n >= 250) {
		fprintf(stderr, "deny: too many calls\n");
		return 1;
	}
	code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	struct sock_fprog program = { n, code };
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program)) {
		perror("deny: seccomp");
		return 1;
	}
	execvp(argv[2], argv + 2);
	perror(argv[2]);
	return 1;
}
