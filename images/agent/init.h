/* What PID 1 does before it is the agent. Whatever fails is told on the console, and the boot goes on. */
#pragma once

/* Puts a writable overlay over the read-only root and starts the agent again from there. Returns only when it could not. */
void init_root(char *const *env);
/* File systems, device nodes, limits: the machine as a learner meets it. */
void init_system(void);
/* The port's file descriptor, raw. Waits until there is one. */
int init_port(void);
/* Nothing a learner starts may keep the agent from running. */
void init_privileges(void);
/* The nodes of the ports go, so that nobody stumbles over them. Some come after the first port is there: done again with a HELLO. */
void init_hide_ports(void);
/* Lets the kernel's own threads that carry the port's input run before learners' processes. */
void init_input_threads(void);
