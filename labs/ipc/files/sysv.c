// sysv: System V queues and shared memory by key, as ipcs lists them.
//   sysv send KEY TEXT     puts a message into the queue KEY, which it makes if there is none
//   sysv receive KEY       takes the oldest message out of it
//   sysv write KEY TEXT    writes into the segment KEY of shared memory, which it makes if there is none
//   sysv read KEY          what the segment holds
//   sysv show              all queues and segments of this IPC namespace with what they hold; takes nothing out
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/shm.h>

#ifndef MSG_COPY
#define MSG_COPY 040000
#endif

static struct message {
  long type;
  char text[8192];
} message = {1};

static int failed(const char *what) {
  perror(what);
  return 1;
}

static void print(const char *text, size_t length) {
  putchar('"');
  for (size_t i = 0; i < length && i < 60; i++) putchar(isprint((unsigned char)text[i]) ? text[i] : '.');
  putchar('"');
}

static unsigned hash(unsigned before, const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) before = (before ^ (unsigned char)text[i]) * 16777619u;
  return before;
}

static void show_queue(unsigned key, int id) {
  unsigned sum = 2166136261u;
  ssize_t length;
  int count = 0;
  printf("queue 0x%08x", key);
  // MSG_COPY reads the message at a place and leaves it there.
  for (; (length = msgrcv(id, &message, sizeof message.text, count, MSG_COPY | IPC_NOWAIT | MSG_NOERROR)) >= 0; count++) {
    putchar(' ');
    print(message.text, length);
    sum = hash(sum, message.text, length) * 31;
  }
  printf(count ? " %08x\n" : " empty\n", sum);
}

static void show_segment(unsigned key, int id, size_t size) {
  const char *memory = shmat(id, NULL, SHM_RDONLY);
  printf("segment 0x%08x", key);
  if (memory == (void *)-1) {
    puts(" unreadable");
    return;
  }
  if (size > 65536) size = 65536;
  while (size > 0 && memory[size - 1] == 0) size--;
  if (size == 0) puts(" empty");
  else {
    putchar(' ');
    print(memory, strnlen(memory, size));
    printf(" %08x\n", hash(2166136261u, memory, size));
  }
  shmdt(memory);
}

static int show(void) {
  char line[512];
  int key, id, perms;
  unsigned long size;
  FILE *queues = fopen("/proc/sysvipc/msg", "r");
  if (!queues) return failed("/proc/sysvipc/msg");
  while (fgets(line, sizeof line, queues))
    if (sscanf(line, "%d %d", &key, &id) == 2) show_queue(key, id);
  FILE *segments = fopen("/proc/sysvipc/shm", "r");
  if (!segments) return failed("/proc/sysvipc/shm");
  while (fgets(line, sizeof line, segments))
    if (sscanf(line, "%d %d %o %lu", &key, &id, &perms, &size) == 4) show_segment(key, id, size);
  return 0;
}

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "";
  key_t key = argc > 2 ? (key_t)strtoul(argv[2], NULL, 0) : 0;
  const char *text = argc > 3 ? argv[3] : "";
  if (strcmp(what, "show") == 0) return show();
  if (strcmp(what, "send") == 0 && argc == 4) {
    int id = msgget(key, IPC_CREAT | 0666);
    strncpy(message.text, text, sizeof message.text - 1);
    return id < 0 || msgsnd(id, &message, strlen(message.text), IPC_NOWAIT) != 0 ? failed("send") : 0;
  }
  if (strcmp(what, "receive") == 0 && argc == 3) {
    int id = msgget(key, 0);
    ssize_t length = id < 0 ? -1 : msgrcv(id, &message, sizeof message.text, 0, IPC_NOWAIT);
    if (length < 0) return failed("receive");
    return printf("%.*s\n", (int)length, message.text) < 0;
  }
  if ((strcmp(what, "write") == 0 && argc == 4) || (strcmp(what, "read") == 0 && argc == 3)) {
    int id = shmget(key, argc == 4 ? 4096 : 0, argc == 4 ? IPC_CREAT | 0666 : 0);
    char *memory = id < 0 ? (void *)-1 : shmat(id, NULL, 0);
    if (memory == (void *)-1) return failed(what);
    if (argc == 3) return printf("%s\n", memory) < 0;
    strncpy(memory, text, 4095);
    return 0;
  }
  fputs("usage: sysv send KEY TEXT | receive KEY | write KEY TEXT | read KEY | show\n", stderr);
  return 2;
}
