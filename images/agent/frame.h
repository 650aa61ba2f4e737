/* Frames: the bytes on the port. Pure: no system calls, and all that comes in is taken for hostile. */
#pragma once
#include "bytes.h"

enum {
	FRAME_HEADER = 20,
	FRAME_VERSION = 1,
	FRAME_MORE = 0x80,
	FRAME_TO_GUEST_MAX = 4096,
	FRAME_TO_HOST_MAX = 16384,
};

enum ack {
	ACK_OK = 0,
	ACK_BAD_FRAME = 1,
	ACK_TOO_LONG = 2,
	ACK_BAD_VERSION = 3,
	ACK_BAD_TYPE = 4,
	ACK_OUT_OF_ORDER = 5,
	ACK_BUSY = 6,
};

struct frame {
	uint8_t type; /* without FRAME_MORE */
	bool more;
	uint32_t seq, id;
	struct slice payload; /* in the decoder's buffer: good until the next call */
};

uint32_t crc32_of(uint32_t crc, const uint8_t *data, size_t len);

/* Writes the header of a frame whose payload is already at frame + FRAME_HEADER; gives the frame's whole length. */
size_t frame_seal(uint8_t *frame, uint8_t type, uint32_t seq, uint32_t id, size_t payload);

/* A stream of bytes cut into frames. `cap` must be at least `max`, the longest frame that is good. */
struct decoder {
	uint8_t *buf;
	size_t cap, max, len, taken;
};

enum decoded {
	DECODED_NOTHING, /* more bytes are needed */
	DECODED_FRAME,
	DECODED_RUBBISH, /* bytes were skipped; *code says why */
};

uint8_t *decoder_space(struct decoder *d, size_t *room);
void decoder_added(struct decoder *d, size_t n);
enum decoded decoder_next(struct decoder *d, struct frame *f, enum ack *code);
/* The frame that has begun will not be completed: gives up its first byte, so that the next call looks further. */
void decoder_give_up(struct decoder *d);
static inline bool decoder_waits(const struct decoder *d)
{
	return d->len > d->taken;
}
