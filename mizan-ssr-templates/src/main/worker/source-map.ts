// Positions in a bundle, back to the sources: as much of ECMA-426 as Bun's bundler writes.
import { dirname, resolve } from "node:path";

export interface SourceMap {
  sources: string[];
  sourceRoot?: string;
  mappings: string;
}

export interface Position {
  file: string;
  line: number;
  column: number;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const COMMA = ",";
const SEMICOLON = ";";

/** Where a position of the generated file comes from; line and column count from 1. */
export function originalPosition(map: SourceMap, file: string, line: number, column: number): Position | undefined {
  const fields = [0, 0, 0, 0, 0];
  let generatedLine = 1;
  let best: { source: number; line: number; column: number } | undefined;
  let at = 0;
  let field = 0;
  const end = () => {
    if (field >= 4 && generatedLine === line && fields[0]! <= column - 1) {
      best = { source: fields[1]!, line: fields[2]!, column: fields[3]! };
    }
    field = 0;
  };
  while (at < map.mappings.length && generatedLine <= line) {
    const character = map.mappings.charAt(at);
    if (character === COMMA || character === SEMICOLON) {
      end();
      at++;
      if (character === SEMICOLON) {
        generatedLine++;
        fields[0] = 0;
      }
      continue;
    }
    let value = 0;
    let shift = 0;
    let digit: number;
    do {
      digit = DIGITS.indexOf(map.mappings.charAt(at++));
      value |= (digit & 31) << shift;
      shift += 5;
    } while ((digit & 32) !== 0 && at < map.mappings.length);
    fields[field] = (fields[field] ?? 0) + ((value & 1) !== 0 ? -(value >>> 1) : value >>> 1);
    field++;
  }
  end();
  const source = best && map.sources[best.source];
  if (best === undefined || source === undefined) {
    return undefined;
  }
  return { file: named(map.sourceRoot, source, file), line: best.line + 1, column: best.column + 1 };
}

/** The bundler names sources relative to their root, which is what their author knows; where the bundle lies is not. */
function named(root: string | undefined, source: string, file: string): string {
  return root === undefined && !source.startsWith(".") ? source : resolve(dirname(file), root ?? "", source);
}
