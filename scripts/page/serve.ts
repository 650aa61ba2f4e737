import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import sirv from "sirv";

export interface Serving {
  /** With a slash at its end. */
  readonly address: string;
  /** Bytes written to the network so far: headers, and bodies as compressed. */
  bytesSent(): number;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly port?: number;
  readonly host?: string;
  /** Path below which the folder appears, with slashes at both ends. */
  readonly base?: string;
  /** Answers in place of the folder when it returns true; `path` is relative to the base. */
  readonly intercept?: (path: string, response: ServerResponse) => boolean;
}

/** A folder over HTTP as a static host would: compressed copies where there are any, hashed names cached for ever. */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<Serving> {
  const base = options.base ?? "/";
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, pathname) {
      const hashed = /-[0-9A-Za-z_-]{8}\.[\w.]+$/.test(pathname);
      response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  const sockets = new Set<Socket>();
  let closedBytes = 0;
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    if (!url.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    if (options.intercept?.(url.slice(base.length), response)) return;
    request.url = `/${url.slice(base.length)}`;
    files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
    });
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      closedBytes += socket.bytesWritten;
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, options.host ?? "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${options.host ?? "localhost"}:${port}${base}`,
    bytesSent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, closedBytes),
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
