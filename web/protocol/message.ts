/** Types of messages and codes of errors (docs/PROTOCOL.md). */
export const MessageType = {
  ack: 0x01,
  hello: 0x02,
  helloOk: 0x03,
  result: 0x04,
  error: 0x05,
  batch: 0x10,
  netlink: 0x11,
  seccomp: 0x12,
  probe: 0x13,
  ptyOpen: 0x14,
  ptyWrite: 0x15,
  ptyResize: 0x16,
  ptySignal: 0x17,
  ptyClose: 0x18,
  ptyCredit: 0x19,
  events: 0x1b,
  writeFile: 0x1c,
  clock: 0x1d,
  entropy: 0x1e,
  ptyOutput: 0x40,
  ptyExit: 0x41,
  processEvents: 0x42,
  processEventsLost: 0x43,
} as const;

/** Codes of ACK: what became of one frame. */
export const AckCode = { ok: 0, badFrame: 1, tooLong: 2, badVersion: 3, badType: 4, outOfOrder: 5, busy: 6 } as const;

/** `seq` of an ACK that answers bytes which were no frame. */
export const noSeq = 0xffffffff;

/** Codes of ERROR: what became of one request. */
export const RequestErrorCode = { badRequest: 20, syscall: 21, notFound: 22, limit: 23, timeout: 24 } as const;
