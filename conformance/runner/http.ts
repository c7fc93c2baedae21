/** HTTP/1.1 byte by byte: a well-behaved client mends what a case wants to send, and hides what came back. */
import { connect as connectPlainly, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";

export interface Reply {
  readonly status: number;
  /** By lower-case name; a header that came twice has both values, separated by ", ". */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

export interface Outgoing {
  readonly method: string;
  /** The request target as it is to be sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

const PATIENCE = 20_000;
const END_OF_HEAD = "\r\n\r\n";

/** Sends a request on a connection of its own; rejects when there is no whole answer. */
export function send(server: URL, outgoing: Outgoing): Promise<Reply> {
  const headers: Record<string, string> = { Host: server.host, Connection: "close", ...outgoing.headers };
  if (outgoing.body !== undefined) {
    headers["Content-Length"] = String(outgoing.body.length);
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${outgoing.method} ${outgoing.target} HTTP/1.1\r\n${lines.join("")}\r\n`;
  const secure = server.protocol === "https:";
  const port = Number(server.port || (secure ? 443 : 80));
  return new Promise((resolve, reject) => {
    const received: Uint8Array[] = [];
    const finish = (problem?: Error): void => {
      const reply = read(Buffer.concat(received), outgoing.method === "HEAD", true);
      if (reply !== undefined) {
        resolve(reply);
      } else {
        reject(problem ?? new Error("the connection was closed without a whole answer"));
      }
    };
    const write = (): void => {
      socket.write(head);
      if (outgoing.body !== undefined) {
        socket.write(outgoing.body);
      }
    };
    const address = { host: server.hostname, port };
    const socket: Socket = secure ? connectSecurely(address, write) : connectPlainly(address, write);
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error(`no answer in ${PATIENCE} ms`)));
    socket.on("data", (bytes: Uint8Array) => {
      received.push(bytes);
      // Some servers leave the connection open whatever they were asked.
      if (read(Buffer.concat(received), outgoing.method === "HEAD", false) !== undefined) {
        finish();
        socket.destroy();
      }
    });
    // A server may answer and close before it has read everything: what it said counts.
    socket.on("error", finish);
    socket.on("close", () => finish());
  });
}

/** The answer, when all of it is there; `closed` ends one that tells no length. */
function read(bytes: Buffer, withoutBody: boolean, closed: boolean): Reply | undefined {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) {
    return undefined;
  }
  const [first = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const status = Number(first.split(" ")[1]);
  const rest = bytes.subarray(end + END_OF_HEAD.length);
  if (status >= 100 && status < 200) {
    return read(rest, withoutBody, closed);
  }
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
  }
  const body = withoutBody || status === 204 || status === 304 ? new Uint8Array() : bodyOf(rest, headers, closed);
  return body === undefined ? undefined : { status, headers, body };
}

function bodyOf(rest: Buffer, headers: ReadonlyMap<string, string>, closed: boolean): Uint8Array | undefined {
  if (headers.get("transfer-encoding")?.toLowerCase().includes("chunked") === true) {
    return unchunked(rest);
  }
  const length = headers.get("content-length");
  if (length === undefined) {
    return closed ? rest : undefined;
  }
  return rest.length >= Number(length) ? rest.subarray(0, Number(length)) : undefined;
}

function unchunked(rest: Buffer): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const end = rest.indexOf("\r\n", at);
    const size = end < 0 ? Number.NaN : Number.parseInt(rest.subarray(at, end).toString("latin1"), 16);
    if (Number.isNaN(size) || rest.length < end + 2 + size) {
      return undefined;
    }
    if (size === 0) {
      return Buffer.concat(chunks);
    }
    chunks.push(rest.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
