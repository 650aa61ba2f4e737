#include "frame.h"

/* Slicing by four: the emulated CPU pays per instruction, and this takes four to a byte instead of eight. */
static uint32_t table[4][256];

static void make_table(void)
{
	for (uint32_t i = 0; i < 256; i++) {
		uint32_t c = i;
		for (int bit = 0; bit < 8; bit++)
			c = c & 1 ? c >> 1 ^ 0xedb88320u : c >> 1;
		table[0][i] = c;
	}
	for (uint32_t i = 0; i < 256; i++)
		for (int t = 1; t < 4; t++)
			table[t][i] = table[t - 1][i] >> 8 ^ table[0][table[t - 1][i] & 0xff];
}

uint32_t crc32_of(uint32_t crc, const uint8_t *data, size_t len)
{
	if (!table[0][1])
		make_table();
	crc = ~crc;
	for (; len >= 4; data += 4, len -= 4) {
		crc ^= get_u32(data);
		crc = table[3][crc & 0xff] ^ table[2][crc >> 8 & 0xff] ^ table[1][crc >> 16 & 0xff] ^ table[0][crc >> 24];
	}
	for (; len; data++, len--)
		crc = crc >> 8 ^ table[0][(crc ^ *data) & 0xff];
	return ~crc;
}

size_t frame_seal(uint8_t *frame, uint8_t type, uint32_t seq, uint32_t id, size_t payload)
{
	frame[0] = 'N';
	frame[1] = 'L';
	frame[2] = FRAME_VERSION;
	frame[3] = type;
	put_u32(frame + 4, seq);
	put_u32(frame + 8, id);
	put_u32(frame + 12, (uint32_t)payload);
	put_u32(frame + 16, crc32_of(crc32_of(0, frame, 16), frame + FRAME_HEADER, payload));
	return FRAME_HEADER + payload;
}

static void drop_taken(struct decoder *d)
{
	if (!d->taken)
		return;
	memmove(d->buf, d->buf + d->taken, d->len - d->taken);
	d->len -= d->taken;
	d->taken = 0;
}

uint8_t *decoder_space(struct decoder *d, size_t *room)
{
	drop_taken(d);
	*room = d->cap - d->len;
	return d->buf + d->len;
}

void decoder_added(struct decoder *d, size_t n)
{
	d->len += n;
}

void decoder_give_up(struct decoder *d)
{
	if (d->taken < d->len)
		d->taken++;
}

/* How many bytes at the front can't be the beginning of a frame. */
static size_t rubbish(const uint8_t *p, size_t len)
{
	size_t i = 0;
	while (i < len && !(p[i] == 'N' && (i + 1 == len || p[i + 1] == 'L')))
		i++;
	return i;
}

enum decoded decoder_next(struct decoder *d, struct frame *f, enum ack *code)
{
	const uint8_t *p = d->buf + d->taken;
	size_t len = d->len - d->taken, skip = rubbish(p, len);
	if (skip) {
		d->taken += skip;
		*code = ACK_BAD_FRAME;
		return DECODED_RUBBISH;
	}
	if (len < FRAME_HEADER)
		return DECODED_NOTHING;
	uint32_t payload = get_u32(p + 12);
	if (payload > d->max - FRAME_HEADER) {
		d->taken++;
		*code = ACK_TOO_LONG;
		return DECODED_RUBBISH;
	}
	if (len < FRAME_HEADER + payload)
		return DECODED_NOTHING;
	if (crc32_of(crc32_of(0, p, 16), p + FRAME_HEADER, payload) != get_u32(p + 16)) {
		/* Only the magic's first byte is given up: the true next frame may begin anywhere inside. */
		d->taken++;
		*code = ACK_BAD_FRAME;
		return DECODED_RUBBISH;
	}
	d->taken += FRAME_HEADER + payload;
	if (p[2] != FRAME_VERSION) {
		*code = ACK_BAD_VERSION;
		return DECODED_RUBBISH;
	}
	*f = (struct frame){
		.type = p[3] & 0x7f,
		.more = p[3] & FRAME_MORE,
		.seq = get_u32(p + 4),
		.id = get_u32(p + 8),
		.payload = {.data = p + FRAME_HEADER, .len = payload},
	};
	return DECODED_FRAME;
}
