#define _GNU_SOURCE
#include "nshelper.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "request.h"
#include "sys.h"

static struct {
	sem_t asked, done;
	bool running, late; /* late: the last answer did not come in time and is still due */
	int nsfd, type, protocol;
	const char *path; /* NULL: a socket is asked for */
	char path_copy[PATH_LIMIT];
	int fd, err;
	size_t len;
	uint8_t data[NSHELPER_READ];
} job;

static int own_namespace(int type)
{
	switch (type) {
	case CLONE_NEWNET:
		return open_at_boot("/proc/thread-self/ns/net", O_RDONLY);
	case CLONE_NEWUTS:
		return open_at_boot("/proc/thread-self/ns/uts", O_RDONLY);
	case CLONE_NEWIPC:
		return open_at_boot("/proc/thread-self/ns/ipc", O_RDONLY);
	default:
		errno = EINVAL;
		return -1;
	}
}

static int read_all(const char *path)
{
	int fd = open_at_boot(path, O_RDONLY), err = 0;
	if (fd < 0)
		return errno;
	while (job.len < sizeof job.data) {
		ssize_t n = read(fd, job.data + job.len, sizeof job.data - job.len);
		if (n < 0)
			err = errno;
		if (n <= 0)
			break;
		job.len += (size_t)n;
	}
	close(fd);
	return err;
}

static int work(void)
{
	int err = 0, home = own_namespace(job.type);
	job.fd = -1;
	job.len = 0;
	if (home < 0)
		return errno;
	if (setns(job.nsfd, job.type)) {
		err = errno;
	} else {
		if (job.path)
			err = read_all(job.path);
		else if ((job.fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, job.protocol)) < 0)
			err = errno;
		if (setns(home, job.type))
			complain("helper: can't come home", errno);
	}
	close(home);
	return err;
}

static void *run(void *unused)
{
	(void)unused;
	if (getpid() == 1) {
		/* The main thread's class has RESET_ON_FORK, so threads don't inherit it. */
		struct sched_param p = {.sched_priority = 50};
		if (sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &p))
			complain("helper: SCHED_FIFO", errno);
	}
	for (;;) {
		while (sem_wait(&job.asked))
			;
		job.err = work();
		close(job.nsfd);
		sem_post(&job.done);
	}
	return NULL;
}

void nshelper_start(void)
{
	pthread_t t;
	pthread_attr_t a;
	sem_init(&job.asked, 0, 0);
	sem_init(&job.done, 0, 0);
	pthread_attr_init(&a);
	pthread_attr_setstacksize(&a, 128 << 10); /* its memory is locked */
	int err = pthread_create(&t, &a, run, NULL);
	job.running = !err;
	if (err)
		complain("helper thread", err);
}

/* The helper can hang where the kernel lets it (a lock somebody holds): the agent then goes on without. */
static int ask(int nsfd, int type, int protocol, const char *path)
{
	if (!job.running)
		return ENOSYS;
	if (job.late) {
		if (sem_trywait(&job.done))
			return EBUSY;
		job.late = false;
		if (!job.path && job.fd >= 0)
			close(job.fd);
	}
	job.nsfd = fcntl(nsfd, F_DUPFD_CLOEXEC, 3); /* the caller may close its own when the answer is late */
	if (job.nsfd < 0)
		return errno;
	job.type = type;
	job.protocol = protocol;
	job.path = NULL;
	if (path) {
		size_t len = strnlen(path, sizeof job.path_copy - 1);
		memcpy(job.path_copy, path, len);
		job.path_copy[len] = 0;
		job.path = job.path_copy;
	}
	sem_post(&job.asked);
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += 1;
	while (sem_clockwait(&job.done, CLOCK_MONOTONIC, &until)) {
		if (errno == EINTR)
			continue;
		job.late = true;
		return ETIMEDOUT;
	}
	return job.err;
}

int nshelper_socket(int nsfd, int protocol, int *err)
{
	*err = ask(nsfd, CLONE_NEWNET, protocol, NULL);
	return *err ? -1 : job.fd;
}

int nshelper_read(int nsfd, int type, const char *path, const uint8_t **data, size_t *len)
{
	int err = ask(nsfd, type, 0, path);
	*data = job.data;
	*len = err ? 0 : job.len;
	return err;
}
