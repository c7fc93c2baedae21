/** Checks an implementation of the protocol: conformance/README.md. */
import { parseArgs } from "node:util";
import { FIXTURES, readGroups } from "./runner/cases.ts";
import { check, type Outcome, type Subject } from "./runner/check.ts";

const USAGE = `bun conformance/run.ts --base http://host:port/path/api/mizan [options]
  --app /path        where the application's own paths are (the path of --base without /api/mizan)
  --prefix /path     what the manifest has before its paths (mizan.manifest.prefix)
  --secret SECRET    with which tokens are signed; without it the cases with a caller are left out
  --with GROUP       also the group of that name, which needs another set-up (repeatable)
  --only TEXT        only cases whose "group/name" contains the text (repeatable)
  --json             one JSON document instead of lines
  --quiet            failures and the summary alone`;

const { values } = parseArgs({
  options: {
    base: { type: "string" },
    app: { type: "string" },
    prefix: { type: "string" },
    secret: { type: "string" },
    with: { type: "string", multiple: true, default: [] },
    only: { type: "string", multiple: true, default: [] },
    json: { type: "boolean", default: false },
    quiet: { type: "boolean", default: false },
  },
});
if (values.base === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const base = new URL(values.base);
base.pathname = base.pathname.replace(/\/$/, "");
const app = values.app ?? base.pathname.replace(/\/api\/mizan$/, "");
const subject: Subject = { base, app, prefix: values.prefix, secret: values.secret };

const outcomes: Outcome[] = [];
for (const group of readGroups(FIXTURES)) {
  if (group.needs !== undefined && !values.with.includes(group.name)) {
    continue;
  }
  for (const one of group.cases) {
    const title = `${group.name}/${one.name}`;
    if (values.only.length > 0 && !values.only.some((text) => title.includes(text))) {
      continue;
    }
    const outcome = await check(group, one, subject);
    outcomes.push(outcome);
    if (!values.json && !(values.quiet && outcome.verdict === "passed")) {
      console.log(`${outcome.verdict.padEnd(8)}${title} (${group.section})`);
      outcome.problems.forEach((problem) => console.log(`    ${problem}`));
    }
  }
}

const count = (verdict: Outcome["verdict"]): number => outcomes.filter((outcome) => outcome.verdict === verdict).length;
const summary = { passed: count("passed"), failed: count("failed"), skipped: count("skipped") };
console.log(
  values.json
    ? JSON.stringify({ base: base.href, ...summary, outcomes }, null, 2)
    : `${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped: ${base.href}`,
);
process.exit(summary.failed > 0 || summary.passed === 0 ? 1 : 0);
