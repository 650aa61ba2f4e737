/* The child's side of a probe: entering namespaces and becoming the program. Never returns. */
#pragma once
#include "child.h"

struct probe_pipes {
	int in, out, err, note;
};
void probe_child(const struct probe_request *q, const struct child_program *p, const char *cwd, struct probe_pipes pipes)
	__attribute__((noreturn));
