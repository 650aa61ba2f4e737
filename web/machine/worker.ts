import { createBirpc } from "birpc";
import { Emulator } from "./emulator.ts";
import { httpAssets } from "./http-assets.ts";
import { errorData, largeBuffers, outcome, type PageFunctions, type WorkerFunctions } from "./worker-rpc.ts";

/** The worker that holds the emulator, so that typing and drawing never wait for the guest. */
let emulator: Emulator | undefined;

const page = createBirpc<PageFunctions, WorkerFunctions>(
  {
    start(base, how) {
      emulator ??= create(base);
      return outcome(emulator.start(how));
    },
    send: (bytes) => emulator?.port.send(bytes),
    pause: async () => emulator?.pause(),
    resume: async () => emulator?.resume(),
    retryDisk: () => emulator?.retryDisk(),
    prefetch: () => emulator?.prefetch(),
    save: () => outcome((emulator as Emulator).save()),
    statistics: async () => emulator?.statistics() ?? { instructions: 0, jitFunctions: 0, jitFailures: 0, fetchedChunks: 0 },
  },
  {
    post: (data) => postMessage(data, largeBuffers(data)),
    on: (receive) => addEventListener("message", (event) => receive(event.data)),
  },
);

function create(base: string): Emulator {
  const created = new Emulator(httpAssets(base));
  created.port.onData((bytes) => page.data.asEvent(bytes));
  created.onProgress((progress) => page.progress.asEvent(progress));
  created.onStall((error) => page.stall.asEvent(error && errorData(error)));
  created.onStopped((stopped) => page.stopped.asEvent(stopped));
  created.onFailed((error) => page.failed.asEvent(errorData(error)));
  return created;
}

addEventListener("error", (event) => page.failed.asEvent(errorData(event.error ?? event.message)));
addEventListener("unhandledrejection", (event) => page.failed.asEvent(errorData(event.reason)));
