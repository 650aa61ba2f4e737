/* What waits to be sent. Small messages first, in order; large ones by fragments, so that a terminal's output
 * and the answers to other requests get through between them. */
#pragma once
#include "frame.h"
#include "request.h"
#include "sys.h"

enum { SMALL_MAX = 512 };

void out_open(int fd);
/* Everything unsent is dropped and frames count from 1 again: a HELLO came. */
void out_reset(void);
uint32_t out_generation(void); /* counts the HELLOs: answers to requests of an older one are not sent */

bool out_has_room(void); /* for the answers to one more frame */
unsigned out_slots(void); /* how many more large messages may wait */
void out_small(uint8_t type, uint32_t id, const void *payload, size_t len); /* ≤ SMALL_MAX */
void out_result(uint32_t id, struct buf *b); /* takes the buffer; a failed one becomes a LIMIT error */
void out_error(uint32_t id, enum error_code code, int err, const char *text);
void out_ack(uint32_t seq, enum ack code);

/* Output of terminals and events is made only when it can go: the room for a frame's payload, or NULL for not now. */
enum { EVENT_PAYLOAD_MAX = FRAME_TO_HOST_MAX - FRAME_HEADER };
uint8_t *out_stage(void);
void out_staged(uint8_t type, size_t len);

void out_pump(void); /* sends what the port takes: all that is small, one fragment */
bool out_pending(void);
