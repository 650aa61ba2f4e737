#define _GNU_SOURCE
#include "netlink.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "nshelper.h"

enum { DEADLINE_MS = 500, RECEIVE = 32768, ANSWER_MAX = 4 << 20 };

static int open_socket(const struct netlink_request *q, int *err)
{
	int s;
	if (!q->netns.len) {
		s = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, q->protocol);
		*err = s < 0 ? errno : 0;
	} else {
		int ns = open_at_boot(path_of(q->netns), O_RDONLY);
		if (ns < 0) {
			*err = errno;
			return -1;
		}
		s = nshelper_socket(ns, q->protocol, err);
		close(ns);
	}
	struct sockaddr_nl self = {.nl_family = AF_NETLINK};
	if (s >= 0 && bind(s, (struct sockaddr *)&self, sizeof self)) {
		*err = errno;
		close(s);
		return -1;
	}
	return s;
}

static int send_request(int s, uint16_t type, uint16_t flags, uint32_t seq, struct slice body)
{
	struct nlmsghdr h = {.nlmsg_len = (uint32_t)(NLMSG_HDRLEN + body.len), .nlmsg_type = type, .nlmsg_flags = flags, .nlmsg_seq = seq};
	struct sockaddr_nl kernel = {.nl_family = AF_NETLINK};
	struct iovec v[] = {{&h, sizeof h}, {(void *)(uintptr_t)body.data, body.len}};
	struct msghdr m = {.msg_name = &kernel, .msg_namelen = sizeof kernel, .msg_iov = v, .msg_iovlen = 2};
	return sendmsg(s, &m, 0) < 0 ? errno : 0;
}

/* Looks through one datagram that lies at out->data + at, and takes out the messages that only say it is over. */
static bool sift(struct buf *out, size_t at, size_t len, uint32_t seq, bool asked_ack)
{
	bool over = false;
	size_t end = at + len, keep = at;
	while (end - at >= NLMSG_HDRLEN) {
		struct nlmsghdr h;
		int32_t error = 0;
		memcpy(&h, out->data + at, sizeof h);
		if (h.nlmsg_len < NLMSG_HDRLEN || h.nlmsg_len > end - at)
			break;
		size_t step = NLMSG_ALIGN(h.nlmsg_len) < end - at ? NLMSG_ALIGN(h.nlmsg_len) : end - at;
		bool take = h.nlmsg_seq == seq;
		if (h.nlmsg_len >= NLMSG_HDRLEN + sizeof error)
			memcpy(&error, out->data + at + NLMSG_HDRLEN, sizeof error);
		if (take && h.nlmsg_type == NLMSG_DONE) {
			over = true;
			take = error < 0 || h.nlmsg_flags & NLM_F_DUMP_INTR;
		} else if (take && h.nlmsg_type == NLMSG_ERROR) {
			over = true;
			take = error || asked_ack;
		}
		if (take) {
			memmove(out->data + keep, out->data + at, step);
			keep += step;
		}
		at += step;
	}
	out->len = keep;
	return over;
}

/* Gives up when nothing came for DEADLINE_MS: a long answer may take longer on a busy machine. */
static enum error_code receive(int s, struct buf *out, uint32_t seq, bool asked_ack, int *err)
{
	uint64_t deadline = now_ms() + DEADLINE_MS;
	for (;;) {
		uint8_t *to = out->len > ANSWER_MAX ? NULL : buf_room(out, RECEIVE);
		if (!to)
			return ERROR_LIMIT;
		ssize_t n = recv(s, to, RECEIVE, MSG_TRUNC);
		if (n > RECEIVE)
			return ERROR_LIMIT;
		if (n >= 0) {
			if (sift(out, out->len, (size_t)n, seq, asked_ack))
				return 0;
			deadline = now_ms() + DEADLINE_MS;
			continue;
		}
		if (errno == EINTR)
			continue;
		if (errno != EAGAIN) {
			*err = errno;
			return ERROR_SYSCALL;
		}
		uint64_t now = now_ms();
		struct pollfd p = {.fd = s, .events = POLLIN};
		if (now >= deadline || poll(&p, 1, (int)(deadline - now)) == 0)
			return ERROR_TIMEOUT;
	}
}

enum error_code netlink_run(const struct netlink_request *q, struct buf *out, int *err, const char **text)
{
	struct reader r = reader_of(q->bytes.data, q->bytes.len);
	int s = open_socket(q, err);
	if (s < 0) {
		*text = "netlink socket";
		return ERROR_SYSCALL;
	}
	enum error_code code = 0;
	*text = "netlink";
	for (uint32_t i = 0; i < q->n && !code; i++) {
		uint16_t type = read_u16(&r), flags = read_u16(&r);
		struct slice body = read_lp(&r);
		bool dump = (flags & NLM_F_DUMP) == NLM_F_DUMP;
		buf_u32(out, 0);
		size_t start = out->len;
		*err = send_request(s, type, (uint16_t)(flags | NLM_F_REQUEST | (dump ? 0 : NLM_F_ACK)), i + 1, body);
		code = *err ? ERROR_SYSCALL : receive(s, out, i + 1, flags & NLM_F_ACK, err);
		if (!code)
			put_u32(out->data + start - 4, (uint32_t)(out->len - start));
	}
	close(s);
	return code;
}
