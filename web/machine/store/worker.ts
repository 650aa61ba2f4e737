import { createBirpc } from "birpc";
import { httpAssets } from "../http-assets.ts";
import { largeBuffers, outcome } from "../worker-rpc.ts";
import { readBaseState } from "./base-state.ts";
import { BrowserShelf } from "./browser-shelf.ts";
import { MemoryShelf } from "./memory-shelf.ts";
import { ShelfStateStore } from "./state-store.ts";
import type { StoreFunctions } from "./worker-rpc.ts";

/** The worker that keeps saved machines: hashing, comparing, compressing and storing never hold up typing or drawing. */
let opened: (store: ShelfStateStore) => void;
const store = new Promise<ShelfStateStore>((resolve) => {
  opened = resolve;
});

createBirpc<Record<string, never>, StoreFunctions>(
  {
    async open(assets) {
      const shelf = await BrowserShelf.open().catch(() => new MemoryShelf());
      opened(new ShelfStateStore(shelf, (hasher) => readBaseState(httpAssets(assets), hasher)));
    },
    list: (lab) => outcome(store.then((it) => it.list(lab))),
    save: (request) => outcome(store.then((it) => it.save(request))),
    load: (id) => outcome(store.then((it) => it.load(id))),
    relabel: (id, label, automatic) => outcome(store.then((it) => it.relabel(id, label, automatic))),
    remove: (lab, ids) => outcome(store.then((it) => it.remove(lab, ids))),
    exportFile: (id) => outcome(store.then((it) => it.exportFile(id))),
    importFile: (lab, file, id) => outcome(store.then((it) => it.importFile(lab, file, id))),
  },
  {
    post: (data) => postMessage(data, largeBuffers(data)),
    on: (receive) => addEventListener("message", (event) => receive(event.data)),
  },
);
