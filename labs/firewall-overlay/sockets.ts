import type { FoundFile } from "../../web/lab/inquiry.ts";

/** 127.0.0.1, as i386 prints it. */
const loopback = "0100007F";

/** Ports on which somebody listens for others than the machine itself, from `/proc/net/tcp` or `tcp6` (proc_pid_net(5)). */
export function openedPorts({ data }: FoundFile): number[] {
  return new TextDecoder()
    .decode(data)
    .split("\n")
    .flatMap((line) => {
      const [, local, , state] = line.trim().split(/\s+/);
      const [address, port] = local?.split(":") ?? [];
      return state === "0A" && address !== loopback ? [Number.parseInt(port ?? "", 16)] : [];
    });
}
