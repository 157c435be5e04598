/** Listens with an app, and stops without breaking off what is under way. */

import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { messagesOf } from "./messages.ts";

export interface Listening {
  /** `http://HOST:PORT/`, with the port that was really taken. */
  readonly url: string;
  /** Takes no more requests, lets those under way finish for some time, then ends. */
  close(): Promise<void>;
}

/** Why a port or host cannot be had, and what to do; its message is for people. */
export class ListenFault extends Error {}

/** Room for an address of 8 kB and headers, so that a longer one is answered and not only cut off. */
const MOST_HEADER_BYTES = 65_536;

/** How long requests under way may take to finish, in milliseconds. */
const GRACE_MS = 5000;

/** @throws ListenFault when the port is taken or forbidden or the host is not this machine's */
export async function listen(app: RequestListener, host: string, port: number): Promise<Listening> {
  // The app itself says in words that a host is missing; what is expected beyond an answer is passed over (RFC 9110, section 10.1.1).
  const server = createServer(
    { maxHeaderSize: MOST_HEADER_BYTES, requireHostHeader: false, ...messagesOf(app) },
    app,
  );
  server.on("clientError", refuseClient);
  server.on("checkExpectation", app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenFault(error, host, port)));
    server.listen(port, host, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const name = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return { url: `http://${name}:${taken}/`, close: () => closeServer(server) };
}

function listenFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new ListenFault(`Port ${port} is in use; choose another with --port`);
    case "EACCES":
      return new ListenFault(`Port ${port} is not allowed to you; choose one above 1023 with --port`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EINVAL":
      return new ListenFault(`Host ${host} is no address of this machine; choose another with --host`);
    default:
      return error;
  }
}

/** Answers what is no HTTP at all, or has headers beyond all measure. */
function refuseClient(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const [status, code, title, remedy] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? ([
          431,
          "headers-too-large",
          "Request Header Fields Too Large",
          "Send a shorter address and fewer headers.",
        ] as const)
      : ([400, "bad-request", "Bad Request", "Send a well-formed HTTP/1.1 request."] as const);
  const body = JSON.stringify({ type: `/api/docs#${code}`, title, status, detail: title, code, remedy });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy at first becomes idle later, and would else stay open until its asker leaves.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const end = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(end);
      resolve();
    });
    server.closeIdleConnections();
  });
}
