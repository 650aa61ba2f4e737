#define _GNU_SOURCE
#include "memfile.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <time.h>
#include <unistd.h>

#include "request.h"
#include "sys.h"

enum { PATIENCE_MS = 20 };

static struct {
	sem_t asked, done;
	bool running, late; /* late: the last answer did not come in time and is still due */
	int dirfd, err;
	char name[PATH_LIMIT];
	size_t want, len;
	uint8_t data[MEMFILE_READ];
} job;

static int work(void)
{
	int fd = openat(job.dirfd, job.name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK), err = 0;
	if (fd < 0)
		return errno;
	while (job.len < job.want) {
		ssize_t n = read(fd, job.data + job.len, job.want - job.len);
		if (n < 0)
			err = job.len && errno == EAGAIN ? 0 : errno;
		if (n <= 0)
			break;
		job.len += (size_t)n;
	}
	close(fd);
	return err;
}

static void *run(void *unused)
{
	(void)unused;
	if (getpid() == 1) {
		/* The main thread's class has RESET_ON_FORK, so threads don't inherit it. */
		struct sched_param p = {.sched_priority = 50};
		if (sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &p))
			complain("memory reader: SCHED_FIFO", errno);
	}
	for (;;) {
		while (sem_wait(&job.asked))
			;
		job.err = work();
		close(job.dirfd);
		sem_post(&job.done);
	}
	return NULL;
}

void memfile_start(void)
{
	pthread_t t;
	pthread_attr_t a;
	sem_init(&job.asked, 0, 0);
	sem_init(&job.done, 0, 0);
	pthread_attr_init(&a);
	pthread_attr_setstacksize(&a, 64 << 10); /* its memory is locked */
	int err = pthread_create(&t, &a, run, NULL);
	job.running = !err;
	if (err)
		complain("memory reader", err);
}

bool memfile_is(const char *name)
{
	static const char *const names[] = {"cmdline", "environ", "maps", "smaps", "smaps_rollup", "numa_maps"};
	const char *slash = strrchr(name, '/');
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(slash ? slash + 1 : name, names[i]) == 0)
			return true;
	return false;
}

int memfile_read(int dirfd, const char *name, size_t want, const uint8_t **data, size_t *len)
{
	*data = job.data;
	*len = 0;
	if (!job.running)
		return ENOSYS;
	if (job.late && sem_trywait(&job.done))
		return EAGAIN;
	job.late = false;
	job.dirfd = fcntl(dirfd, F_DUPFD_CLOEXEC, 3); /* the caller may close its own when the answer is late */
	if (job.dirfd < 0)
		return errno;
	size_t name_len = strnlen(name, sizeof job.name - 1);
	memcpy(job.name, name, name_len);
	job.name[name_len] = 0;
	job.want = want < sizeof job.data ? want : sizeof job.data;
	job.len = 0;
	sem_post(&job.asked);
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += PATIENCE_MS * 1000000L;
	if (until.tv_nsec >= 1000000000L) {
		until.tv_sec++;
		until.tv_nsec -= 1000000000L;
	}
	while (sem_clockwait(&job.done, CLOCK_MONOTONIC, &until)) {
		if (errno == EINTR)
			continue;
		job.late = true;
		return EAGAIN;
	}
	*len = job.len;
	return job.err;
}
