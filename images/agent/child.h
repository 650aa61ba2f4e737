/* What a forked child does before it becomes a program: nothing of the agent's privileges may reach a learner's process. */
#pragma once
#include <sys/types.h>

#include "request.h"

/* Child and agent talk over a pipe that exec closes: a started program is an end of file. */
struct child_note {
	uint8_t kind; /* NOTE_… */
	uint8_t stage;
	uint8_t pad[2];
	int32_t value; /* errno or pid */
};
enum { NOTE_FAILED = 'E', NOTE_PID = 'P' };

enum child_stage { STAGE_FORK = 1, STAGE_SETNS, STAGE_ROOT, STAGE_CGROUP, STAGE_IDS, STAGE_EXEC };

/* Argument and environment vectors of the program to be started next; they live until the next call. */
struct child_program {
	char *argv[STRINGS_MAX + 1], *env[STRINGS_MAX + 1];
	char room[68 << 10];
};
struct child_program *child_program(const struct strings *argv, const struct strings *env);

void child_reset(void); /* signals, limits, OOM score, umask */
int child_ids(uint32_t uid, uint32_t gid); /* with the groups of /etc/group; gives an errno */
int child_exec(const struct child_program *p); /* gives an errno */
void child_fail(int note, enum child_stage stage, int err) __attribute__((noreturn));
