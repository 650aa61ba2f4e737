/* Requests to answers. */
#pragma once
#include "flow.h"

void serve_prepare(void);
/* Whether there is room for one more request of that type. */
bool serve_has_room(uint8_t type);
void serve(const struct message *m);
