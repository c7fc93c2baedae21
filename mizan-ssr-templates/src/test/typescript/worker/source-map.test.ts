import { expect, test } from "bun:test";
import { originalPosition } from "../../../main/worker/source-map.ts";

// "AAAA" is 0,0,0,0; "IAEE" then 4 columns on, two lines and two columns on; the second line goes on from there.
const map = { sources: ["../View.tsx"], mappings: "AAAA,IAEE;CACA" };

test("position_inASegment_isThatOfItsBegin", () => {
  expect(originalPosition(map, "/a/out/View.js", 1, 3)).toEqual({ file: "/a/View.tsx", line: 1, column: 1 });
  expect(originalPosition(map, "/a/out/View.js", 1, 5)).toEqual({ file: "/a/View.tsx", line: 3, column: 3 });
  expect(originalPosition(map, "/a/out/View.js", 2, 2)).toEqual({ file: "/a/View.tsx", line: 4, column: 3 });
});

test("position_beforeAllSegmentsOfItsLine_isUnknown", () => {
  expect(originalPosition(map, "/a/out/View.js", 2, 1)).toBeUndefined();
  expect(originalPosition(map, "/a/out/View.js", 9, 1)).toBeUndefined();
});
