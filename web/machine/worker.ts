import { createBirpc } from "birpc";
import { Emulator } from "./emulator.ts";
import { httpAssets } from "./http-assets.ts";
import { errorData, largeBuffers, outcome, type PageFunctions, type WorkerFunctions } from "./worker-rpc.ts";

/** The worker that holds the emulator, so that typing and drawing never wait for the guest. */
let emulator: Emulator | undefined;

const page = createBirpc<PageFunctions, WorkerFunctions>(
  {
    start(base, how) {
      emulator = new Emulator(httpAssets(base));
      emulator.port.onData((bytes) => page.data.asEvent(bytes));
      emulator.onProgress((progress) => page.progress.asEvent(progress));
      emulator.onStall((error) => page.stall.asEvent(error && errorData(error)));
      emulator.onStopped((stopped) => page.stopped.asEvent(stopped));
      emulator.onFailed((error) => page.failed.asEvent(errorData(error)));
      return outcome(emulator.start(how));
    },
    send: (bytes) => emulator?.port.send(bytes),
    pause: async () => emulator?.pause(),
    resume: async () => emulator?.resume(),
    retryDisk: () => emulator?.retryDisk(),
    prefetch: () => emulator?.prefetch(),
    save: () => outcome((emulator as Emulator).save()),
    statistics: async () => emulator?.statistics() ?? { instructions: 0, jitFailures: 0, fetchedChunks: 0 },
  },
  {
    post: (data) => postMessage(data, largeBuffers(data)),
    on: (receive) => addEventListener("message", (event) => receive(event.data)),
  },
);

addEventListener("error", (event) => page.failed.asEvent(errorData(event.error ?? event.message)));
addEventListener("unhandledrejection", (event) => page.failed.asEvent(errorData(event.reason)));
