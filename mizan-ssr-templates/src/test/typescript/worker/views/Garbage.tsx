import { writeSync } from "node:fs";

export default function Garbage() {
  writeSync(1, "<p>no frame</p>\n");
  return <p>late</p>;
}
