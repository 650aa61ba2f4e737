#include "out.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

enum { RING = 16384, SLOTS = 48, ENTRY = 8 /* type, pad, u16 length, u32 id */ };

static int port;
static uint32_t seq, generation;

static uint8_t ring[RING];
static size_t ring_from, ring_len;

static struct {
	uint32_t id;
	size_t sent;
	struct buf b;
} slots[SLOTS];
static size_t slot_from, slot_count;

/* The frame on its way. The port may take it in pieces. */
static uint8_t frame[FRAME_TO_HOST_MAX];
static size_t frame_len, frame_sent;

void out_open(int fd)
{
	port = fd;
}

void out_reset(void)
{
	/* A frame half written is completed: the host's decoder is in the middle of it. */
	if (!frame_sent)
		frame_len = 0;
	ring_from = ring_len = 0;
	for (; slot_count; slot_count--) {
		buf_free(&slots[slot_from].b);
		slot_from = (slot_from + 1) % SLOTS;
	}
	seq = 0;
	generation++;
}

uint32_t out_generation(void)
{
	return generation;
}

bool out_has_room(void)
{
	return RING - ring_len >= 4 * (SMALL_MAX + ENTRY);
}

unsigned out_slots(void)
{
	return (unsigned)(SLOTS - slot_count);
}

static void ring_put(const uint8_t *p, size_t n)
{
	for (; n; n--, p++, ring_len++)
		ring[(ring_from + ring_len) % RING] = *p;
}

static void ring_get(uint8_t *p, size_t n)
{
	for (; n; n--, p++, ring_len--) {
		*p = ring[ring_from];
		ring_from = (ring_from + 1) % RING;
	}
}

void out_small(uint8_t type, uint32_t id, const void *payload, size_t len)
{
	uint8_t head[ENTRY] = {type};
	if (len > SMALL_MAX || RING - ring_len < ENTRY + len) {
		complain("too much waits to be sent; a message is lost", 0);
		return;
	}
	put_u16(head + 2, (uint16_t)len);
	put_u32(head + 4, id);
	ring_put(head, sizeof head);
	ring_put(payload, len);
}

void out_ack(uint32_t of, enum ack code)
{
	uint8_t p[6];
	put_u32(p, of);
	put_u16(p + 4, (uint16_t)code);
	out_small(MESSAGE_ACK, 0, p, sizeof p);
}

void out_error(uint32_t id, enum error_code code, int err, const char *text)
{
	uint8_t p[SMALL_MAX];
	size_t len = strnlen(text, sizeof p - 10);
	put_u16(p, (uint16_t)code);
	put_u32(p + 2, (uint32_t)err);
	put_u32(p + 6, (uint32_t)len);
	memcpy(p + 10, text, len);
	out_small(MESSAGE_ERROR, id, p, 10 + len);
}

void out_result(uint32_t id, struct buf *b)
{
	if (b->failed || slot_count == SLOTS) {
		buf_free(b);
		out_error(id, ERROR_LIMIT, 0, "no memory for the answer");
		return;
	}
	size_t at = (slot_from + slot_count++) % SLOTS;
	slots[at].id = id;
	slots[at].sent = 0;
	slots[at].b = *b;
	*b = (struct buf){0};
}

static void seal(uint8_t type, uint32_t id, size_t len)
{
	frame_len = frame_seal(frame, type, ++seq, id, len);
	frame_sent = 0;
}

/* Whether the frame on its way, if any, is gone. */
static bool flush(void)
{
	while (frame_sent < frame_len) {
		ssize_t n = write(port, frame + frame_sent, frame_len - frame_sent);
		if (n > 0) {
			frame_sent += (size_t)n;
			continue;
		}
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno != EAGAIN) {
			complain("port: write", errno);
			break; /* the frame is lost; the host asks again */
		}
		return false;
	}
	frame_len = frame_sent = 0;
	return true;
}

static bool flush_small(void)
{
	while (flush()) {
		if (!ring_len)
			return true;
		uint8_t head[ENTRY];
		ring_get(head, sizeof head);
		size_t len = get_u16(head + 2);
		ring_get(frame + FRAME_HEADER, len);
		seal(head[0], get_u32(head + 4), len);
	}
	return false;
}

uint8_t *out_stage(void)
{
	return flush_small() ? frame + FRAME_HEADER : NULL;
}

void out_staged(uint8_t type, size_t len)
{
	seal(type, 0, len);
	flush();
}

static void send_fragment(void)
{
	struct buf *b = &slots[slot_from].b;
	size_t left = b->len - slots[slot_from].sent, n = left < EVENT_PAYLOAD_MAX ? left : EVENT_PAYLOAD_MAX;
	if (n)
		memcpy(frame + FRAME_HEADER, b->data + slots[slot_from].sent, n);
	seal((uint8_t)(MESSAGE_RESULT | (n < left ? FRAME_MORE : 0)), slots[slot_from].id, n);
	slots[slot_from].sent += n;
	if (n == left) {
		buf_free(b);
		slot_from = (slot_from + 1) % SLOTS;
		slot_count--;
	}
	flush();
}

void out_pump(void)
{
	if (flush_small() && slot_count)
		send_fragment();
}

bool out_pending(void)
{
	return frame_len || ring_len || slot_count;
}
