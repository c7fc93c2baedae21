// Renders views. One request a line on stdin, one frame an answer on stdout (PROTOCOL §11); nothing else may come
// there, so whatever components print goes to stderr. Ends when stdin does, or when the process that started it is gone.
import { closeSync, openSync, writeSync } from "node:fs";
import { Console } from "node:console";
import { createRequire } from "node:module";
import { dirname } from "node:path";

interface Html {
  html: string;
  head?: string;
  lang?: string;
}

interface Params {
  file: string;
  props?: unknown;
}

type Render = (params: Params) => Html | Promise<Html>;

interface Request {
  id: number;
  method: string;
  params: Params;
}

const NEWLINE = 10;
const HEADER_ROOM = 512;
const UTF8_BYTES_OF_A_UNIT = 3;
const STDOUT = ownOutput();

quieten();
endWithParent();

const renders = new Map<string, Render | Promise<Render>>();
// Reused for every page that fits; the header is put right in front of the page, whose length is only known then.
const page = Buffer.allocUnsafe(1 << 20);

/**
 * Frames go to a descriptor that nobody else knows, and 1 is stderr from now on: so whatever writes there, as
 * Bun.write(Bun.stdout), writes into no frame.
 */
function ownOutput(): number {
  try {
    const own = openSync("/dev/fd/1", "w");
    closeSync(1);
    // The lowest that is free: 1.
    if (openSync("/dev/fd/2", "a") !== 1) {
      console.error("What views write to descriptor 1 is lost.");
    }
    return own;
  } catch {
    return 1;
  }
}

/** console.* and process.stdout write between frames otherwise: Bun's own console does not go through process.stdout. */
function quieten(): void {
  const safe = new Console({ stdout: process.stderr, stderr: process.stderr });
  const target = console as unknown as Record<string, unknown>;
  for (const [name, method] of Object.entries(safe)) {
    if (typeof method === "function") {
      target[name] = method;
    }
  }
  target["write"] = (...data: unknown[]) => process.stderr.write(data.map(String).join(""));
  Object.defineProperty(process, "stdout", { value: process.stderr, configurable: true });
  // A component's stray promise or timer concerns no other render.
  process.on("uncaughtException", (error) => console.error(error));
  process.on("unhandledRejection", (error) => console.error(error));
}

/** A render that never ends keeps this thread from seeing the end of stdin: another one looks after the parent. */
function endWithParent(): void {
  const source = `
    const parent = process.ppid;
    const alive = () => { try { process.kill(parent, 0); return true; } catch (e) { return e.code !== "ESRCH"; } };
    setInterval(() => { if (process.ppid !== parent || !alive()) process.kill(process.pid, "SIGKILL"); }, 500);`;
  const url = URL.createObjectURL(new Blob([source], { type: "application/javascript" }));
  const options = { smol: true, ref: false };
  new Worker(url, options);
}

function send(bytes: Uint8Array, start: number, end: number): void {
  let at = start;
  while (at < end) {
    try {
      at += writeSync(STDOUT, bytes, at, end - at);
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === "EPIPE") {
        process.exit(0);
      }
      if (code !== "EAGAIN") {
        throw error;
      }
    }
  }
}

function sendLine(message: object): void {
  const bytes = Buffer.from(JSON.stringify(message) + "\n");
  send(bytes, 0, bytes.length);
}

function header(id: number, length: number, head: number, lang: string | undefined): string {
  let line = `{"id":${id},"length":${length}`;
  if (head > 0) {
    line += `,"head":${head}`;
  }
  if (lang !== undefined && lang !== "") {
    line += `,"lang":${JSON.stringify(String(lang).toWellFormed().slice(0, 64))}`;
  }
  return line + "}\n";
}

function sendPage(id: number, result: Html): void {
  const { html, head = "", lang } = result;
  if (typeof html !== "string" || typeof head !== "string") {
    throw new TypeError("The view's render() gave no html.");
  }
  const most = (html.length + head.length) * UTF8_BYTES_OF_A_UNIT + HEADER_ROOM;
  const room = most <= page.length ? page : Buffer.allocUnsafe(most);
  const headBytes = head === "" ? 0 : room.write(head, HEADER_ROOM);
  const length = headBytes + room.write(html, HEADER_ROOM + headBytes);
  const line = header(id, length, headBytes, lang);
  const start = HEADER_ROOM - Buffer.byteLength(line);
  room.write(line, start);
  send(room, start, HEADER_ROOM + length);
}

async function sendError(id: number, file: string, thrown: unknown): Promise<void> {
  let error: object;
  try {
    error = await (await import("./errors.ts")).describe(thrown, dirname(file));
  } catch {
    error = { message: "A view threw something that cannot be described." };
  }
  sendLine({ id, error });
}

async function load(file: string): Promise<Render> {
  const module = (await import(file)) as { render?: unknown; default?: unknown };
  if (typeof module.render === "function") {
    return module.render as Render;
  }
  const component = module.default;
  if (component === undefined) {
    throw new TypeError(`${file} has no default export.`);
  }
  const local = createRequire(file);
  const { createElement } = local("react") as { createElement(type: unknown, props: unknown): unknown };
  const { renderToString } = local("react-dom/server") as { renderToString(element: unknown): string };
  return (params) => ({ html: renderToString(createElement(component, params.props ?? null)) });
}

function loaded(file: string): Render | Promise<Render> {
  let render = renders.get(file);
  if (render === undefined) {
    const loading = load(file);
    render = loading;
    renders.set(file, loading);
    loading.then(
      (ready) => renders.set(file, ready),
      () => renders.delete(file),
    );
  }
  return render;
}

async function finish(id: number, file: string, pending: Html | Promise<Html>): Promise<void> {
  try {
    sendPage(id, await pending);
  } catch (error) {
    await sendError(id, file, error);
  }
}

/** Each page is sent before the next one is rendered, also when many have waited for the module. */
function run(id: number, renderer: Render, params: Params): void {
  try {
    const result = renderer(params);
    if (result instanceof Promise) {
      void finish(id, params.file, result);
    } else {
      sendPage(id, result);
    }
  } catch (error) {
    void sendError(id, params.file, error);
  }
}

function render(id: number, params: Params): void {
  const renderer = loaded(params.file);
  if (renderer instanceof Promise) {
    renderer.then(
      (ready) => run(id, ready, params),
      (error: unknown) => sendError(id, params.file, error),
    );
  } else {
    run(id, renderer, params);
  }
}

function handle(line: string): void {
  const request = JSON.parse(line) as Request;
  if (request.method === "render") {
    render(request.id, request.params);
  } else if (request.method === "ping") {
    sendLine({ id: request.id, pong: true, rss: process.memoryUsage.rss() });
  }
}

/** The begin of a line whose end has not come yet: large props come in many chunks, which are put together once. */
let begun: Buffer[] = [];

function receive(chunk: Buffer): void {
  let start = 0;
  for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
    const rest = chunk.subarray(start, end);
    if (begun.length === 0) {
      handle(rest.toString());
    } else {
      const whole = Buffer.concat([...begun, rest]).toString();
      begun = [];
      handle(whole);
    }
    start = end + 1;
  }
  if (start < chunk.length) {
    begun.push(Buffer.from(chunk.subarray(start)));
  }
}

process.stdin.on("data", receive);
process.stdin.on("end", () => process.exit(0));
sendLine({ id: 0, ready: true });
