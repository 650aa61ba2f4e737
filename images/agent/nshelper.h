/* A thread that enters other namespaces, so that PID 1 itself stays in those that are the baseline. */
#pragma once
#include "bytes.h"

void nshelper_start(void);
/* A netlink socket in the network namespace nsfd is of; -1 and *err when there is none. */
int nshelper_socket(int nsfd, int protocol, int *err);
/* Reads /path as a member of namespace nsfd (type is its CLONE_NEW…); gives an errno. At most NSHELPER_READ bytes. */
enum { NSHELPER_READ = 65536 };
int nshelper_read(int nsfd, int type, const char *path, const uint8_t **data, size_t *len);
