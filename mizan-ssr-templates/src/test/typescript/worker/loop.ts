// The measure of the bridge: renderToString in a loop, nothing else. Arguments: params of a request, seconds.
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { readFileSync } from "node:fs";

const params = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as { file: string; props: object };
const seconds = Number(process.argv[3]);
const view = ((await import(params.file)) as { default: (props: object) => never }).default;

function renders(forSeconds: number): number {
  const end = performance.now() + forSeconds * 1_000;
  let count = 0;
  for (; performance.now() < end; count++) {
    renderToString(createElement(view, params.props));
  }
  return count / forSeconds;
}

renders(3);
const begin = process.cpuUsage();
const perSecond = renders(seconds);
const { user, system } = process.cpuUsage(begin);
console.error(`processor time of a render in the loop: ${((user + system) / perSecond / seconds).toFixed(0)} µs`);
console.log(perSecond.toFixed(0));
